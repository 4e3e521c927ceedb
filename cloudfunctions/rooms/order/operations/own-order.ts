import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import type { Order } from '../document';
import { findOrder } from '../store';

/** The resident's own order. Another's is as unknown as none: its existence is nobody's business. */
export async function ownOrder({ db, residentId }: ResidentContext, orderId: string): Promise<Result<Order>> {
  const order = await findOrder(db, orderId);
  const isShown = order !== null && order.residentId === residentId && order.tab !== 'none';
  return isShown ? ok(order) : refuse('ORDER_UNKNOWN');
}
