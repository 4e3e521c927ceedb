import type { QuoteView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Fragment } from 'react';
import { classes } from '@/components/classes';
import { GiftRow } from '@/components/GiftRow';
import { Price, WasPrice } from '@/components/Price';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { checkoutWords } from '@/text/areas/checkout';
import { giftPlaces } from '@/text/gifts';
import '../index.scss';

/** What is bought, a row for each price: units of one SKU may have two. Gifts stand under what brings them. */
export function Goods({ view: { quote, lines, giftGoods } }: { view: QuoteView }) {
  const lineOf = new Map(lines.map((line) => [line.skuId, line]));
  const skuIds = quote.lines.map(({ skuId }) => skuId);
  const gifts = giftPlaces(quote, giftGoods, skuIds);
  return (
    <Card>
      {quote.lines.map((units, index) => {
        const line = lineOf.get(units.skuId);
        const isLastOfSku = skuIds.lastIndexOf(units.skuId) === index;
        return (
          <Fragment key={units.lineId}>
            <View className={classes('till-goods', index === 0 && 'till-goods--first')}>
              <Tile picture={line?.picture ?? 'basket'} tint={line?.tint ?? 'oat'} size={56} />
              <View className="ll-grow ll-ml-12">
                <View className="till-goods__name">
                  {line?.name} {line?.spec}
                </View>
                <View className="ll-row ll-row--4 ll-row--base">
                  <Price fen={units.unitFen} size="s" tone="ink" />
                  {units.unitFen < units.listUnitFen && <WasPrice fen={units.listUnitFen} />}
                </View>
              </View>
              <View className="ll-num ll-ink-2 ll-ml-12">{checkoutWords.itemLine(units.quantity)}</View>
            </View>
            {isLastOfSku && gifts.under.get(units.skuId)?.map((gift) => <GiftRow key={gift.key} gift={gift} under />)}
          </Fragment>
        );
      })}
      {gifts.rest.map((gift) => (
        <GiftRow key={gift.key} gift={gift} />
      ))}
    </Card>
  );
}
