import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context, ResidentContext, StaffContext } from '../../../platform/context';
import { logStaffAction } from '../../../platform/staff';
import type { OrderView, StaffOrderCard } from '../contract';
import type { Order, Step } from '../document';
import { amountsOf } from '../domain/refund/amounts';
import { unitsLeft } from '../domain/refund/units';
import { causeIn } from '../domain/refund/way';
import { findOrder } from '../store';
import { closeUnpaid } from './close';
import { carryOutEffects } from './effects/carry-out';
import { ownOrder } from './own-order';
import { writeOf } from './refund/ask';
import { changeRefunds, type RefundDecision } from './refund/change';
import { newRefund } from './refund/records';
import { staffCard } from './staff-card';
import { orderView } from './views';

/** Unpaid: closes it. Paid and not yet dispatched: everything goes back. Repeating it is no error. */
export async function cancel(context: ResidentContext, { orderId }: { orderId: string }): Promise<Result<OrderView>> {
  const own = await ownOrder(context, orderId);
  if (!own.ok) return own;
  const isUnpaid = own.data.state === 'placed' || own.data.state === 'closing';
  const order = isUnpaid ? await closeUnpaid(context, own.data, 'resident') : own.data;
  const step = { atMs: context.nowMs, by: 'resident', who: null } as const;
  const done = await cancelPaid(context, order, { step, reason: '居民取消订单' });
  return done.ok ? ok(orderView(done.data, context.nowMs)) : done;
}

/** The shop's side; the resident's first-order right comes back too. */
export async function cancelByShop(
  context: StaffContext,
  { orderId, reason }: { orderId: string; reason?: string | undefined },
): Promise<Result<StaffOrderCard>> {
  const order = await findOrder(context.db, orderId);
  if (!order || order.tab === 'none') return refuse('ORDER_UNKNOWN');
  if (causeIn(order.state) === 'lines') await logCancelling(context, order, reason);
  const step = { atMs: context.nowMs, by: 'staff', who: context.staffName } as const;
  const done = await cancelPaid(context, order, { step, reason: reason ?? '店铺取消订单' });
  return done.ok ? ok(staffCard(done.data, context.roles)) : done;
}

/** Before it happens: a function that dies between the two leaves a line too many, never one too few. */
const logCancelling = (context: StaffContext, { _id, state }: Order, reason: string | undefined): Promise<void> => {
  const change = { before: { state }, after: { state: 'cancelled', reason: reason ?? null } };
  return logStaffAction(context, { operation: 'order.cancelByShop', target: _id, ...change });
};

interface Cancelling {
  readonly step: Step;
  readonly reason: string;
}

/**
 * paid or picked → cancelled: all that is left of its units goes back, with the freight, and the money, coupons, points,
 * stock and budget as effects of the same update. ORDER_STATE: it has gone out, or was never paid.
 */
async function cancelPaid(context: Context, order: Order, { step, reason }: Cancelling): Promise<Result<Order>> {
  const changed = await changeRefunds(context, order, (now): RefundDecision => {
    if (now.state === 'cancelled' || now.state === 'closed') return { keep: true };
    if (causeIn(now.state) !== 'lines') return refuse('ORDER_STATE', { state: now.state });
    const asked = { cause: 'cancel', reason: null, units: unitsLeft(now) } as const;
    const refund = newRefund({ ...asked, amounts: amountsOf(now, asked), note: reason }, 'due', step);
    return { write: writeOf(now, refund, { step, byShop: step.by === 'staff', openChances: 0 }) };
  });
  if (!changed.ok) return changed;
  const { order: done, wrote } = changed.data;
  if (!wrote) return ok(done);
  await carryOutEffects(context, done);
  return ok((await findOrder(context.db, done._id)) ?? done);
}
