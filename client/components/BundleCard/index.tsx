import { View } from '@tarojs/components';
import { memo } from 'react';
import { a11y } from '@/components/a11y';
import { OfferTags, type Tag } from '@/components/OfferTag';
import { Price } from '@/components/Price';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import './index.scss';

/** A set of goods at a price, as a card shows it; text/bundles.ts makes it. */
export interface BundleFace {
  offerId: string;
  title: string;
  /** 「鲜牛奶 950ml 2 件 + 吐司 1 袋」 */
  content: string;
  pictures: readonly { key: string; picture: string; tint: string }[];
  setFen: number;
  /** 「单买 ¥47.90」; '': a set costs as much. */
  alone: string;
  /** 「一套省 ¥5.50」; '': nothing. */
  saves: string;
  /** 「送小番茄」; '': none. */
  gift: string;
  /** Why it cannot be bought; null: it can. */
  trouble: string | null;
}

/** Tiles that fit beside each other on the narrowest phone. */
const MOST_TILES = 3;

export const BundleCard = memo(function BundleCard(props: { bundle: BundleFace; onOpen: (offerId: string) => void }) {
  const { offerId, title, content, pictures, setFen, alone, saves, gift, trouble } = props.bundle;
  const tags: Tag[] = [
    ...(trouble ? [{ tone: 'plain' as const, text: trouble }] : []),
    ...(!trouble && saves ? [{ tone: 'save' as const, text: saves }] : []),
    ...(!trouble && gift ? [{ tone: 'gift' as const, text: gift }] : []),
  ];
  return (
    <Card id={`bundle-${offerId}`} onTap={() => props.onOpen(offerId)}>
      <View className="ll-bundle__goods" {...a11y('link', `${title}，${content}`)}>
        {pictures.slice(0, MOST_TILES).map(({ key, picture, tint }, index) => (
          <View className={index > 0 ? 'll-bundle__next' : ''} key={key}>
            <Tile picture={picture} tint={tint} size={56} off={trouble !== null} />
          </View>
        ))}
      </View>
      <View className="ll-strong ll-mt-8">{title}</View>
      <View className="ll-cap ll-bundle__content">{content}</View>
      {tags.length > 0 && <OfferTags tags={tags} className="ll-mt-8" />}
      <View className="ll-row ll-row--4 ll-row--base ll-mt-8">
        <Price fen={setFen} />
        {alone && <View className="ll-cap">{alone}</View>}
      </View>
    </Card>
  );
});
