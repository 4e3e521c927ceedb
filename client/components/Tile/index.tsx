import { Image, View } from '@tarojs/components';
import { hidden } from '@/components/a11y';
import { classes } from '@/components/classes';
import { pictureUrl } from '@/services/picture';
import './index.scss';

/** Set for each product by its category, not at random. */
export type Tint = 'peach' | 'sage' | 'honey' | 'rose' | 'sky' | 'oat';

/** The contract gives a tint as text in places; an unknown one falls back to the first. */
export function asTint(value: string): Tint {
  const known: readonly Tint[] = ['sage', 'honey', 'rose', 'sky', 'oat'];
  return known.find((tint) => tint === value) ?? 'peach';
}

export interface TileProps {
  picture: string;
  tint: string;
  /** px; default 72. */
  size?: 44 | 56 | 88;
  /** Sold out: the picture pales. */
  off?: boolean;
  /** Across the foot: 「卖完了」. */
  word?: string;
}

/** A picture on its tint: never straight on white. Decoration for screen readers; the words beside it speak. */
export function Tile({ picture, tint, size, off, word }: TileProps) {
  return (
    <View
      className={classes('ll-tile', `ll-tint--${asTint(tint)}`, size && `ll-tile--${size}`, off && 'll-tile--off')}
      {...hidden}
    >
      <Image className="ll-tile__img" src={pictureUrl(picture)} mode="aspectFit" lazyLoad />
      {word && <View className="ll-tile__word">{word}</View>}
    </View>
  );
}
