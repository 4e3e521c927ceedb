import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context, ResidentContext, StaffContext } from '../../../platform/context';
import { logStaffAction } from '../../../platform/staff';
import type { OrderView, StaffOrderCard } from '../contract';
import type { Order, Step } from '../document';
import { findOrder } from '../store';
import { closeUnpaid } from './close';
import { carryOutEffects } from './effects/carry-out';
import type { Effects } from './effects/kinds';
import { refundEffect, returnEffects } from './effects/returns';
import { moveOrder } from './move';
import { ownOrder } from './own-order';
import { allUnits, cancelRefundNumber, dueRefund, wholeOrder } from './refund';
import { orderView, staffCard } from './views';

/** Unpaid: closes it. Paid and not yet dispatched: everything goes back. Repeating it is no error. */
export async function cancel(context: ResidentContext, { orderId }: { orderId: string }): Promise<Result<OrderView>> {
  const own = await ownOrder(context, orderId);
  if (!own.ok) return own;
  const isUnpaid = own.data.state === 'placed' || own.data.state === 'closing';
  const order = isUnpaid ? await closeUnpaid(context, own.data, 'resident') : own.data;
  const done = await cancelPaid(context, order, { by: 'resident', who: null, reason: '居民取消订单' });
  return done ? ok(orderView(done, context.nowMs)) : refuse('ORDER_STATE', { state: order.state });
}

/** The shop's side; the resident's first-order right comes back too. */
export async function cancelByShop(
  context: StaffContext,
  { orderId, reason }: { orderId: string; reason?: string | undefined },
): Promise<Result<StaffOrderCard>> {
  const order = await findOrder(context.db, orderId);
  if (!order || order.tab === 'none') return refuse('ORDER_UNKNOWN');
  const done = await cancelPaid(context, order, {
    by: 'staff',
    who: context.staffName,
    reason: reason ?? '店铺取消订单',
  });
  if (!done) return refuse('ORDER_STATE', { state: order.state });
  const change = { before: { state: order.state }, after: { state: done.state, reason: reason ?? null } };
  if (order.state !== done.state)
    await logStaffAction(context, { operation: 'order.cancelByShop', target: orderId, ...change });
  return ok(staffCard(done, context.roles));
}

interface Cancelling {
  readonly by: Step['by'];
  readonly who: string | null;
  readonly reason: string;
}

/**
 * paid or picked → cancelled, with the whole refund, the return of coupons, points, stock and budget as effects of the
 * same update. Null: it has gone out, or was never paid.
 */
async function cancelPaid(context: Context, order: Order, { by, who, reason }: Cancelling): Promise<Order | null> {
  if (order.state === 'cancelled' || order.state === 'closed') return order;
  const owed = { cause: 'cancel', amounts: wholeOrder(order), units: allUnits(order), note: reason, by, who } as const;
  const refunds = order.payableFen > 0 ? { [cancelRefundNumber(order._id)]: dueRefund(owed, context.nowMs) } : {};
  const money: Effects =
    order.payableFen > 0 ? { refund: refundEffect(order, cancelRefundNumber(order._id), context.nowMs) } : {};
  const { order: now } = await moveOrder(context, order, {
    to: 'cancelled',
    by,
    ...(who === null ? {} : { who }),
    patch: {
      refunds,
      effects: { ...returnEffects(order, context.nowMs, by === 'staff'), ...money },
      effectsDueAt: context.nowMs,
    },
  });
  if (now.state !== 'cancelled') return null;
  await carryOutEffects(context, now);
  return (await findOrder(context.db, now._id)) ?? now;
}
