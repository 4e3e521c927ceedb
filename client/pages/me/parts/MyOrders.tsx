import type { OrderCard } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { Button } from '@/components/Button';
import { Icon, type IconName } from '@/components/Icon';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { open } from '@/services/navigate';
import { meWords } from '@/text/areas/me';
import { orderStateText } from '@/text/orders';

type Tab = keyof typeof meWords.orderTabs;

const doors: readonly { tab: Tab; icon: IconName }[] = [
  { tab: 'to-pay', icon: 'wallet' },
  { tab: 'under-way', icon: 'moped' },
  { tab: 'done', icon: 'check-circle' },
];

/** The ways into the orders, and the one that is on its way. */
export function MyOrders({ underWay }: { underWay: OrderCard | null }) {
  return (
    <Card>
      <View className="ll-spread">
        <View className="ll-t3">{meWords.orders}</View>
        <View className="ll-section__more" id="my-orders" onClick={() => open('orders')} {...a11y('button')}>
          {meWords.allOrders}
          <Icon name="right" size={14} />
        </View>
      </View>
      <View className="me-orders__doors">
        {doors.map(({ tab, icon }) => (
          <View key={tab} className="me-orders__door" onClick={() => open('orders', { tab })} {...a11y('button')}>
            <Icon name={icon} size={28} />
            <View className="ll-mt-4">{meWords.orderTabs[tab]}</View>
          </View>
        ))}
        <View className="me-orders__door" onClick={() => open('refunds')} id="my-refunds" {...a11y('button')}>
          <Icon name="undo" size={28} />
          <View className="ll-mt-4">{meWords.refunds}</View>
        </View>
      </View>
      {underWay && <UnderWay order={underWay} />}
    </Card>
  );
}

function UnderWay({ order }: { order: OrderCard }) {
  const [first] = order.pictures;
  return (
    <View className="me-orders__way">
      {first && <Tile picture={first.picture} tint={first.tint} size={44} />}
      <View className="ll-grow ll-ml-12">
        <View>{orderStateText(order.state)}</View>
        <View className="ll-cap ll-ell">{meWords.itemsOnWay(first?.name ?? '', order.itemCount)}</View>
      </View>
      <Button size="small" kind="soft" onTap={() => open('order', { id: order.orderId })} id="see-under-way">
        {meWords.look}
      </Button>
    </View>
  );
}
