import type { OrderCard as OrderCardView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { memo } from 'react';
import { Button } from '@/components/Button';
import { classes } from '@/components/classes';
import { Price } from '@/components/Price';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { serverNowMs } from '@/services/clock';
import { open } from '@/services/navigate';
import { orderWords } from '@/text/areas/order';
import { orderStateText } from '@/text/orders';
import { whenText } from '@/text/times';
import './index.scss';

/** The pictures that fit into a card's row beside each other. */
const PICTURES = 4;

const waits: readonly OrderCardView['state'][] = ['placed', 'delivered'];

export interface OrderCardProps {
  order: OrderCardView;
  onPay: (orderId: string) => void;
}

export const OrderCard = memo(function OrderCard({ order, onPay }: OrderCardProps) {
  const [only] = order.pictures;
  return (
    <Card className="ll-mb-12" onTap={() => open('order', { id: order.orderId })} id={`order-${order.orderId}`}>
      <View className="ll-spread ll-mb-8">
        <View className="ll-note">{whenText(order.atMs, serverNowMs())}</View>
        <View className={classes('ll-note', waits.includes(order.state) && 'll-accent ll-strong')}>
          {orderStateText(order.state)}
        </View>
      </View>
      <View className="order-card__goods">
        {order.pictures.slice(0, PICTURES).map((good) => (
          <View className="order-card__good" key={good.name}>
            <Tile picture={good.picture} tint={good.tint} size={56} />
          </View>
        ))}
        {order.pictures.length === 1 && only && <View className="ll-grow ll-ml-4 order-line__name">{only.name}</View>}
      </View>
      <View className="order-card__foot">
        <View className="ll-note">
          {orderWords.items(order.itemCount)}，{order.state === 'placed' ? orderWords.toPay : orderWords.paid}
        </View>
        <View className="ll-ml-4">
          <Price fen={order.payableFen} size="s" tone="ink" />
        </View>
        {order.state === 'placed' && (
          <View className="order-card__act">
            <Button size="small" onTap={() => onPay(order.orderId)} id={`pay-${order.orderId}`}>
              {orderWords.pay}
            </Button>
          </View>
        )}
      </View>
    </Card>
  );
});
