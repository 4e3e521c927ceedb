import type { OrderView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '@/components/Icon';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { copyText } from '@/services/copy';
import { orderWords } from '@/text/areas/order';
import { orderNumberText } from '@/text/orders';
import { maskedPhone } from '@/text/phone';
import { whenText } from '@/text/times';
import './index.scss';

/** Number, time and where to. */
export function OrderFacts({ order }: { order: OrderView }) {
  const { address } = order;
  return (
    <Card>
      <Fact name={orderWords.number}>
        <View className="order-number" onClick={() => void copyText(order.number, orderWords.copied)}>
          <View className="ll-num">{orderNumberText(order.number)}</View>
          <Icon name="copy" size={16} className="ll-ml-4" />
        </View>
      </Fact>
      <Fact name={orderWords.placedAt}>{whenText(order.atMs, serverNowMs())}</Fact>
      <Fact name={orderWords.address}>{`${address.estateName} ${address.building} ${address.room}`}</Fact>
      <Fact name={orderWords.receiver}>{`${address.contactName} ${maskedPhone(address.phone)}`}</Fact>
      {order.note && <Fact name={orderWords.note}>{order.note}</Fact>}
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <View className="order-fact">
      <View className="ll-ink-2">{name}</View>
      <View className="order-fact__value">{children}</View>
    </View>
  );
}
