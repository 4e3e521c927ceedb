import { eachAtOnce } from '../../../platform/at-once';
import type { Context } from '../../../platform/context';
import type { Order } from '../document';

/** A job's work on what is due: an order whose turn fails is logged, due again next minute, and does not stop the others. */
export function eachOrder(
  context: Context,
  job: string,
  orders: readonly Order[],
  work: (order: Order) => Promise<unknown>,
): Promise<void> {
  return eachAtOnce(orders, async (order) => {
    try {
      await work(order);
    } catch (error) {
      context.log.error('order-later', { job, orderId: order._id, why: String(error) });
    }
  });
}
