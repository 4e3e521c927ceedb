import type { CartLineView, OrderView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Fragment, useState } from 'react';
import { Button } from '@/components/Button';
import { classes } from '@/components/classes';
import { GiftRow } from '@/components/GiftRow';
import { prizeFaces } from '@/components/GiftRow/prize-faces';
import { Price } from '@/components/Price';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { open } from '@/services/navigate';
import { orderWords } from '@/text/areas/order';
import { giftPlaces } from '@/text/gifts';
import { yuanText } from '@/text/money';
import { lineShare } from '@/text/paid-lines';
import './index.scss';

/** A line has about 16 nodes; a screen has room for 500. */
const LINES_AT_ONCE = 20;

/** What every line cost in the end, the share that a refund of it would give back, with the gifts and prizes that came with it. */
export function OrderLines({ order }: { order: OrderView }) {
  const { lines, quote, orderId } = order;
  const [most, setMost] = useState(LINES_AT_ONCE);
  const gifts = giftPlaces(
    quote,
    order.gifts,
    lines.slice(0, most).map(({ skuId }) => skuId),
  );
  return (
    <Card>
      {lines.slice(0, most).map((line, index) => (
        <Fragment key={line.skuId}>
          <Line line={line} order={order} first={index === 0} />
          {gifts.under.get(line.skuId)?.map((gift) => (
            <GiftRow key={gift.key} gift={gift} under />
          ))}
        </Fragment>
      ))}
      {lines.length > most && (
        <Button kind="text" block onTap={() => setMost(most + LINES_AT_ONCE)} id="more-lines">
          {orderWords.moreLines(lines.length - most)}
        </Button>
      )}
      {[...gifts.rest, ...prizeFaces(order.prizes)].map((gift) => (
        <GiftRow key={gift.key} gift={gift} />
      ))}
      {order.can.includes('refund') && (
        <>
          <View className="ll-divider" />
          <View className="ll-spread">
            <View className="ll-note ll-grow">
              {order.state === 'paid' || order.state === 'picked' ? orderWords.someLines : orderWords.notGood}
            </View>
            <Button size="small" kind="line" onTap={() => open('aftersales', { orderId })} id="after-sales">
              {order.state === 'paid' || order.state === 'picked' ? orderWords.cancelLines : orderWords.afterSales}
            </Button>
          </View>
        </>
      )}
    </Card>
  );
}

function Line({ line, order, first }: { line: CartLineView; order: OrderView; first: boolean }) {
  const { paidFen, points, shares, refund } = lineShare(line.skuId, order);
  return (
    <View
      className={classes('order-line', first && 'order-line--first')}
      id={`line-${line.skuId}`}
      onClick={() => open('product', { id: line.productId })}
    >
      <Tile picture={line.picture} tint={line.tint} size={56} />
      <View className="ll-grow ll-ml-12">
        <View className="order-line__name">
          {line.name} {line.spec}
        </View>
        <View className="ll-cap">{orderWords.listed(line.quantity, yuanText(line.listFen * line.quantity))}</View>
        {shares && <View className="ll-cap">{shares}</View>}
        {refund && <View className="ll-cap ll-honey">{refund}</View>}
      </View>
      <View className="ll-right ll-ml-12">
        <View className="ll-cap">{orderWords.paid}</View>
        <Price fen={paidFen} size="s" tone="ink" />
        {points > 0 && <View className="ll-cap">{orderWords.withPoints(points)}</View>}
      </View>
    </View>
  );
}
