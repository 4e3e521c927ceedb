import type { SetsView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { Icon } from '@/components/Icon';
import { Tile } from '@/components/Tile';
import { openShop, SETS } from '@/services/target';
import { bundleWords } from '@/text/areas/bundle';
import { setsLines } from '@/text/bundles';

/** Tiles that leave the words their room on the narrowest phone. */
const MOST_TILES = 3;

/** The way to the sets; where none is to be had nothing stands here, and their shelf says so. */
export function SetsCard({ sets }: { sets: SetsView | null }) {
  if (sets === null) return null;
  const { line, saves } = setsLines(sets);
  return (
    <View className="home-sets" id="home-sets" onClick={() => openShop(SETS)} {...a11y('link')}>
      <View className="ll-grow">
        <View className="ll-t3 ll-ell">{bundleWords.name}</View>
        <View className="ll-cap ll-ink-2 ll-ell">{line}</View>
        {saves && <View className="ll-cap ll-strong ll-save ll-ell">{saves}</View>}
      </View>
      {sets.components.slice(0, MOST_TILES).map(({ skuId, picture, tint }) => (
        <View className="home-sets__tile" key={skuId}>
          <Tile picture={picture} tint={tint} size={44} />
        </View>
      ))}
      <Icon name="right" size={16} className="ll-ink-3 ll-ml-4" />
    </View>
  );
}
