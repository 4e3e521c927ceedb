import type { BundleView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { BundleCard } from '@/components/BundleCard';
import { open } from '@/services/navigate';
import { productWords } from '@/text/areas/product';
import { bundleFace } from '@/text/bundles';

/** More than three would be a list of their own: that is the catalogue's. */
const MOST = 3;

const openBundle = (offerId: string): void => open('bundle', { id: offerId });

/** Sets that it is part of, the largest saving first. */
export function BundleCards({ bundles }: { bundles: readonly BundleView[] }) {
  const faces = useMemo(() => bundles.slice(0, MOST).map(bundleFace), [bundles]);
  if (faces.length === 0) return null;
  return (
    <View id="bundles">
      <View className="ll-t3 ll-mb-8">{productWords.bundles}</View>
      {faces.map((face) => (
        <BundleCard key={face.offerId} bundle={face} onOpen={openBundle} />
      ))}
    </View>
  );
}
