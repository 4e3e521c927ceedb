import type { StaffOrderCard } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Cell } from '@/components/Cell';
import { Meter } from '@/components/Meter';
import { Card, Section } from '@/components/Section';
import { staffWords as words } from '@/text/areas/staff';
import { useTicks } from '../useTicks';
import { Bag } from './Bag';
import { Marks } from './Marks';
import { expressFirst, goodsOf } from './picking';

export interface PickingProps {
  /** All that were loaded, who waits longest first. */
  orders: readonly StaffOrderCard[];
  counts: { readonly [state: string]: number };
  busy: boolean;
  onMove: (order: StaffOrderCard) => void;
  onCancel: (order: StaffOrderCard) => void;
  onShort: (order: StaffOrderCard) => void;
}

/** One bag at a time, in full; those that come after it in a line each. */
export function Picking({ orders, counts, ...deeds }: PickingProps) {
  const ticks = useTicks();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const queue = expressFirst(orders);
  const current = queue.find(({ orderId }) => orderId === chosenId) ?? queue[0];
  if (!current) return null;
  const after = queue.filter((order) => order !== current);
  const [picked, left] = [counts.picked ?? 0, counts.paid ?? orders.length];
  return (
    <>
      <Card className="ll-mt-4">
        <View className="ll-spread">
          <View className="ll-t3">{words.progress(picked, left)}</View>
          <View className="ll-num board-share">
            {picked}
            <View className="ll-ink-3 board-share__of">/{picked + left}</View>
          </View>
        </View>
        <View className="ll-mt-8">
          <Meter share={picked / Math.max(1, picked + left)} tone="green" />
        </View>
      </Card>
      <Bag
        key={current.orderId}
        order={current}
        ticked={ticks.tickedOf(current.orderId)}
        onTick={(key) => ticks.toggle(current.orderId, key)}
        {...deeds}
      />
      {after.length > 0 && (
        <Section title={words.after(left - 1)} aside={words.afterOrder}>
          <Card cells>
            {after.map((order, index) => (
              <Cell
                key={order.orderId}
                first={index === 0}
                title={
                  <View className="board-next">
                    <View>
                      {order.building} {order.room}
                    </View>
                    <Marks order={order} />
                  </View>
                }
                note={summaryOf(order)}
                onTap={() => setChosenId(order.orderId)}
                id={`order-${order.orderId}`}
              />
            ))}
          </Card>
        </Section>
      )}
    </>
  );
}

/** 「草莓 1 盒等 2 件」 */
function summaryOf(order: StaffOrderCard): string {
  const goods = goodsOf(order);
  const units = goods.reduce((sum, good) => sum + good.units, 0);
  const [first] = goods;
  return first && goods.length > 1 ? words.summary(first.name, units) : words.summaryOne(first?.name ?? '', units);
}
