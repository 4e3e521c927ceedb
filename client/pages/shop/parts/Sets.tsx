import type { BundleView } from '@rooms/catalog/contract';
import { ScrollView, View } from '@tarojs/components';
import { useMemo } from 'react';
import { BundleCard } from '@/components/BundleCard';
import { open } from '@/services/navigate';
import { bundleWords } from '@/text/areas/bundle';
import { bundleFace } from '@/text/bundles';

const openBundle = (offerId: string): void => open('bundle', { id: offerId });

/** Sets on sale here, those for this resident first. */
export function Sets({ bundles }: { bundles: readonly BundleView[] }) {
  const faces = useMemo(() => bundles.map(bundleFace), [bundles]);
  return (
    <ScrollView scrollY className="shop__scroll">
      <View className="shop__sets" id="sets">
        <View className="ll-cap ll-mb-8">{bundleWords.inShop}</View>
        {faces.map((face) => (
          <BundleCard key={face.offerId} bundle={face} onOpen={openBundle} />
        ))}
        <View className="ll-foot">{bundleWords.shopFoot(faces.length)}</View>
      </View>
    </ScrollView>
  );
}
