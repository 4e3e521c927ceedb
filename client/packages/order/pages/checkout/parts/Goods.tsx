import type { QuoteView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Fragment, useState } from 'react';
import { Button } from '@/components/Button';
import { classes } from '@/components/classes';
import { GiftRow } from '@/components/GiftRow';
import { prizeFaces } from '@/components/GiftRow/prize-faces';
import { Price, WasPrice } from '@/components/Price';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { cartWords } from '@/text/areas/cart';
import { checkoutWords } from '@/text/areas/checkout';
import { unitPriceFen } from '@/text/cart-lines';
import { giftPlaces } from '@/text/gifts';
import '../index.scss';

/** A row has about 11 nodes; a screen has room for 500. */
const LINES_AT_ONCE = 20;

/** What is bought, a row for each price: units of one SKU may have two. Gifts stand under what brings them, prizes at the end. */
export function Goods({ view: { quote, lines, giftGoods, prizes } }: { view: QuoteView }) {
  const lineOf = new Map(lines.map((line) => [line.skuId, line]));
  const leftOut = lines.filter(({ trouble }) => trouble !== null).length;
  const [most, setMost] = useState(LINES_AT_ONCE);
  const inView = quote.lines.slice(0, most);
  const skuIds = inView.map(({ skuId }) => skuId);
  const gifts = giftPlaces(quote, giftGoods, skuIds);
  return (
    <Card>
      {inView.map((units, index) => {
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
                  <Price fen={unitPriceFen(units)} size="s" tone="ink" />
                  {unitPriceFen(units) < units.listUnitFen && <WasPrice fen={units.listUnitFen} />}
                </View>
              </View>
              <View className="ll-num ll-ink-2 ll-ml-12">{checkoutWords.itemLine(units.quantity)}</View>
            </View>
            {isLastOfSku && gifts.under.get(units.skuId)?.map((gift) => <GiftRow key={gift.key} gift={gift} under />)}
          </Fragment>
        );
      })}
      {quote.lines.length > most && (
        <Button kind="text" block onTap={() => setMost(most + LINES_AT_ONCE)} id="more-goods">
          {cartWords.moreLines(quote.lines.length - most)}
        </Button>
      )}
      {[...gifts.rest, ...prizeFaces(prizes)].map((gift) => (
        <GiftRow key={gift.key} gift={gift} />
      ))}
      {leftOut > 0 && (
        <View className="ll-note ll-mt-12" id="left-out">
          {checkoutWords.leftOut(leftOut)}
        </View>
      )}
    </Card>
  );
}
