import { View } from '@tarojs/components';
import { hidden } from '@/components/a11y';
import { classes } from '@/components/classes';
import { Price } from '@/components/Price';
import { Tile } from '@/components/Tile';
import { givenWords } from '@/text/areas/given';
import './index.scss';

/** A gift as it stands among goods; text/gifts.ts makes it from a quote. */
export interface GiftFace {
  key: string;
  picture: string;
  tint: string;
  /** With its spec: 「上海青 约 300g」. */
  name: string;
  quantity: number;
  /** What brings it and what it is worth: 「值 ¥4.00」「原来那样送完了，换成这个」. */
  notes: readonly string[];
}

/** A line at price 0 with the mark 送. `under`: it stands under the line that brings it. */
export function GiftRow({ gift, under, paid }: { gift: GiftFace; under?: boolean; paid?: string }) {
  return (
    <View className={classes('ll-gift', under && 'll-gift--under')} id={`gift-${gift.key}`}>
      <Tile picture={gift.picture} tint={gift.tint} size={under ? 44 : 56} />
      <View className="ll-grow ll-ml-12">
        <View className="ll-gift__head">
          <View className="ll-gift__mark" {...hidden}>
            {givenWords.mark}
          </View>
          <View className="ll-grow ll-gift__name">{gift.name}</View>
        </View>
        {gift.notes.length > 0 && <View className="ll-cap ll-mt-2">{gift.notes.join('，')}</View>}
      </View>
      <View className="ll-gift__end">
        {paid && <View className="ll-cap">{paid}</View>}
        <Price fen={0} size="s" tone="ink" />
        {!paid && <View className="ll-num ll-cap">{givenWords.times(gift.quantity)}</View>}
      </View>
    </View>
  );
}
