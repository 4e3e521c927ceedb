import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context, ResidentContext } from '../../../platform/context';
import { readWallet } from '../../../platform/holds/wallets';
import type { OrderView } from '../contract';
import type { Order, Step } from '../document';
import { givenRefunds, isNothingKept } from '../domain/refund/units';
import { type OrderPatch, toReceive } from '../store';
import { eachOrder } from './each-order';
import { carryOutEffects } from './effects/carry-out';
import { receiptTold } from './effects/referral';
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
  const [{ moved, order: now }, wallet] = await Promise.all([
    moveOrder(context, order, { to: 'received', by, patchBy: (as) => receiving(as, context.nowMs) }),
    readWallet(context.db, order.residentId),
  ]);
  if (moved) await carryOutEffects(context, now, wallet);
  return now;
}

/** Rewards what is left of it: nothing where all of it went back. */
function receiving(order: Order, nowMs: number): OrderPatch {
  if (isNothingKept(order, givenRefunds(order))) return {};
  return {
    effects: { ...rewardEffects(order, nowMs), ...reserveEffects(order, nowMs), ...receiptTold(order, nowMs) },
    effectsDueAt: nowMs,
  };
}

/** The timer's part: received by itself 3 days after delivery (product.md G1). */
export async function receiveOverdue(context: Context): Promise<void> {
  await eachOrder(context, 'receive', await toReceive(context.db, context.nowMs), (order) =>
    receiveOrder(context, order, 'system'),
  );
}
