import type { Context } from '../../../platform/context';
import type { Order } from '../document';
import { pastDeadline, stillClosing } from '../store';
import { eachOrder } from './each-order';
import { carryOutEffects } from './effects/carry-out';
import { type Moved, moveOrder } from './move';
import { takePayment } from './paid';

/**
 * Closes an unpaid order: first `closing`, then the pay platform is asked to close the payment, and its answer decides.
 * Nothing is released before it has answered; while it does not, this throws and the timer asks again.
 */
export async function closeUnpaid(context: Context, order: Order, by: 'resident' | 'system'): Promise<Order> {
  const { order: closing } = await moveOrder(context, order, { to: 'closing', by });
  if (closing.state !== 'closing') return closing;
  if ((await context.pay.close(closing._id)) === 'paid') return paidAfterAll(context, closing);
  const { order: closed }: Moved = await moveOrder(context, closing, {
    to: 'closed',
    by,
    patch: { effectsDueAt: context.nowMs },
  });
  if (closed.state === 'closed') await carryOutEffects(context, closed);
  return closed;
}

/** A payment before the deadline binds the shop however late it is heard of (E-Commerce Law 49). */
async function paidAfterAll(context: Context, closing: Order): Promise<Order> {
  return takePayment(context, closing, await context.pay.query(closing._id));
}

/** So many failures in a row, and the pay platform is taken for silent: each costs a connection its 15 seconds. */
const SILENT_AFTER = 10;

/**
 * The timer's part: orders past their 15 minutes, and those whose closing was not answered. While the pay platform is
 * silent the rest waits for the next minute, so that the other jobs of this one have their time.
 */
export async function closeOverdue(context: Context): Promise<void> {
  const [overdue, closing] = await Promise.all([pastDeadline(context.db, context.nowMs), stillClosing(context.db)]);
  let failedInARow = 0;
  await eachOrder(context, 'close', [...overdue, ...closing], async (order) => {
    if (failedInARow >= SILENT_AFTER) return;
    failedInARow += 1;
    await closeUnpaid(context, order, 'system');
    failedInARow = 0;
  });
}
