import type { OrderView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Price } from '@/components/Price';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { orderWords } from '@/text/areas/order';
import { yuanText } from '@/text/money';
import './index.scss';

/** What every line cost in the end: the share that a refund of it would give back. */
export function OrderLines({ order }: { order: OrderView }) {
  return (
    <Card>
      {order.lines.map((line) => {
        const shares = order.quote.lines.filter((share) => share.skuId === line.skuId);
        const paidFen = shares.reduce((sum, share) => sum + share.paidFen, 0);
        return (
          <View className="order-line" key={line.skuId}>
            <Tile picture={line.picture} tint={line.tint} size={56} />
            <View className="ll-grow ll-ml-12">
              <View className="order-line__name">
                {line.name} {line.spec}
              </View>
              <View className="ll-cap">{orderWords.listed(line.quantity, yuanText(line.listFen * line.quantity))}</View>
            </View>
            <View className="ll-right ll-ml-12">
              <View className="ll-cap">{orderWords.paid}</View>
              <Price fen={paidFen} size="s" tone="ink" />
            </View>
          </View>
        );
      })}
    </Card>
  );
}
