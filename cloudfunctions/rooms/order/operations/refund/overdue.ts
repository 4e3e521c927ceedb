import type { Context } from '../../../../platform/context';
import { raiseAlert } from '../../../../platform/staff';
import { tabOf } from '../../domain/refund/desk';
import { undecidedSince } from '../../store';
import { eachOrder } from '../each-order';

/** Support decides within 24 hours (product.md G5); where it did not, somebody is told, once a refund. */
export async function alertUndecided(context: Context): Promise<void> {
  await eachOrder(context, 'undecided', await undecidedSince(context.db, context.nowMs), async (order) => {
    for (const [refundNumber, refund] of Object.entries(order.refunds)) {
      const { tab, atMs } = tabOf(refund);
      if (tab !== 'to-decide' || atMs > context.nowMs) continue;
      await raiseAlert(context, 'REFUND_UNDECIDED', refundNumber, { orderId: order._id, sinceMs: refund.atMs });
    }
  });
}
