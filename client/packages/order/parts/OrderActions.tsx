import type { OrderView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { useTap } from '@/hooks/useTap';
import { open } from '@/services/navigate';
import { orderWords } from '@/text/areas/order';
import { buyAgain, cancelOrder, receiveOrder } from '../deeds/orderDeeds';
import { payOrder } from '../deeds/payOrder';
import './index.scss';

interface Act {
  id: string;
  text: string;
  run: () => Promise<void>;
}

/** One loud button, the step that comes next; at most one quiet one beside it. */
export function OrderActions({ order, onChanged }: { order: OrderView; onChanged: (order: OrderView | null) => void }) {
  const [first, second] = actsOf(order, onChanged);
  const main = useTap(async () => first?.run());
  const side = useTap(async () => second?.run());
  if (!first) return null;
  return (
    <Bar>
      <View className="order-bar">
        {second && (
          <View className="order-bar__second">
            <Button kind="line" size="big" block busy={side.busy} onTap={() => side.tap()} id={second.id}>
              {second.text}
            </Button>
          </View>
        )}
        <View className="order-bar__first">
          <Button size="big" block busy={main.busy} onTap={() => main.tap()} id={first.id}>
            {first.text}
          </Button>
        </View>
      </View>
    </Bar>
  );
}

function actsOf(order: OrderView, onChanged: (order: OrderView | null) => void): readonly Act[] {
  const can = (deed: OrderView['can'][number]) => order.can.includes(deed);
  const acts: Act[] = [];
  if (can('pay')) acts.push({ id: 'pay', text: orderWords.pay, run: () => payOrder(order.orderId) });
  if (can('receive'))
    acts.push({ id: 'receive', text: orderWords.receive, run: async () => onChanged(await receiveOrder(order)) });
  const { rewards } = order;
  if (order.state === 'received' && rewards?.drawId && rewards.chances > 0)
    acts.push({
      id: 'spin',
      text: orderWords.spin,
      run: async () => open('wheel', { id: rewards.drawId ?? undefined }),
    });
  if (!can('pay')) acts.push({ id: 'again', text: orderWords.again, run: () => buyAgain(order) });
  if (can('cancel'))
    acts.push({ id: 'cancel', text: orderWords.cancel, run: async () => onChanged(await cancelOrder(order)) });
  // A cancelled order's one step is to buy again; where cancelling is still possible it is the quiet one.
  return can('cancel') && acts.length > 2
    ? [acts[0], acts[acts.length - 1]].flatMap((act) => act ?? [])
    : acts.slice(0, 2);
}
