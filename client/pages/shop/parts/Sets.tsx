import type { BundleView } from '@rooms/catalog/contract';
import { ScrollView, View } from '@tarojs/components';
import { useMemo } from 'react';
import { BundleCard } from '@/components/BundleCard';
import { SkeletonList } from '@/components/Skeleton';
import { Empty, Failure } from '@/components/StateView';
import type { Load } from '@/hooks/useLoad';
import { open } from '@/services/navigate';
import { bundleWords } from '@/text/areas/bundle';
import { bundleFace } from '@/text/bundles';

const openBundle = (offerId: string): void => open('bundle', { id: offerId });

/** What came of asking for them. */
export type SetsAsked = { readonly bundles: readonly BundleView[] } | { readonly error: unknown };

export interface SetsProps {
  sets: SetsAsked;
  load: Pick<Load<unknown>, 'refreshing' | 'reload'>;
  /** Leads to a shelf with goods where there are no sets. */
  onOther: () => void;
}

/** The shelf of sets, those for this resident first. */
export function Sets({ sets, load, onOther }: SetsProps) {
  return (
    <ScrollView scrollY className="shop__scroll">
      {'error' in sets ? (
        <Failure error={sets.error} onRetry={() => void load.reload()} retrying={load.refreshing} />
      ) : sets.bundles.length > 0 ? (
        <Cards bundles={sets.bundles} />
      ) : load.refreshing ? (
        <SkeletonList />
      ) : (
        <NoSets onOther={onOther} />
      )}
    </ScrollView>
  );
}

function NoSets({ onOther }: Pick<SetsProps, 'onOther'>) {
  const { noneTitle, noneNote, noneAction } = bundleWords;
  return <Empty title={noneTitle} note={noneNote} actionText={noneAction} onAction={onOther} />;
}

function Cards({ bundles }: { bundles: readonly BundleView[] }) {
  const faces = useMemo(() => bundles.map(bundleFace), [bundles]);
  return (
    <View className="shop__sets" id="sets">
      <View className="ll-cap ll-mb-8">{bundleWords.inShop}</View>
      {faces.map((face) => (
        <BundleCard key={face.offerId} bundle={face} onOpen={openBundle} />
      ))}
      <View className="ll-foot">{bundleWords.shopFoot(faces.length)}</View>
    </View>
  );
}
