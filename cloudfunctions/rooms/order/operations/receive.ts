import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context, ResidentContext } from '../../../platform/context';
import { readWallet } from '../../../platform/holds/wallets';
import type { OrderView } from '../contract';
import type { Order, Step } from '../document';
import { toReceive } from '../store';
import { eachOrder } from './each-order';
import { carryOutEffects } from './effects/carry-out';
import { reserveEffects } from './effects/reserves';
import { rewardEffects } from './effects/rewards';
import { moveOrder } from './move';
import { ownOrder } from './own-order';
import { orderView } from './views';

/** delivered → received with its rewards: 4 round trips. Doing it again is no error and rewards nothing. */
export async function receive(context: ResidentContext, { orderId }: { orderId: string }): Promise<Result<OrderView>> {
  const own = await ownOrder(context, orderId);
  if (!own.ok) return own;
  const order = await receiveOrder(context, own.data, 'resident');
  return order.state === 'received'
    ? ok(orderView(order, context.nowMs))
    : refuse('ORDER_STATE', { state: order.state });
}

async function receiveOrder(context: Context, order: Order, by: Step['by']): Promise<Order> {
  if (order.state !== 'delivered') return order;
  const effects = { ...rewardEffects(order, context.nowMs), ...reserveEffects(order, context.nowMs) };
  const [{ moved, order: now }, wallet] = await Promise.all([
    moveOrder(context, order, { to: 'received', by, patch: { effects, effectsDueAt: context.nowMs } }),
    readWallet(context.db, order.residentId),
  ]);
  if (moved) await carryOutEffects(context, now, wallet);
  return now;
}

/** The timer's part: received by itself 3 days after delivery (product.md G1). */
export async function receiveOverdue(context: Context): Promise<void> {
  await eachOrder(context, 'receive', await toReceive(context.db, context.nowMs), (order) =>
    receiveOrder(context, order, 'system'),
  );
}
