import type { ParsedInputOf } from '../../../../contract';
import { ok, type Result, refuse } from '../../../../kernel/result';
import type { ResidentContext } from '../../../../platform/context';
import type { OrderView, orderContract } from '../../contract';
import type { Order } from '../../document';
import { carryOutEffects } from '../effects/carry-out';
import { ownOrder } from '../own-order';
import { orderView } from '../views';
import { changeRefunds, type RefundDecision } from './change';
import { dropped } from './drop';

type Contract = (typeof orderContract)['order.withdrawRefund'];

/** As long as nobody gave the money back. Repeating it is no error. */
export async function withdrawRefund(
  context: ResidentContext,
  { orderId, refundNumber }: ParsedInputOf<Contract>,
): Promise<Result<OrderView>> {
  const own = await ownOrder(context, orderId);
  if (!own.ok) return own;
  const step = { atMs: context.nowMs, by: 'resident', who: null } as const;
  const changed = await changeRefunds(context, own.data, (order: Order): RefundDecision => {
    const refund = order.refunds[refundNumber];
    if (!refund) return refuse('REFUND_UNKNOWN', { field: 'refundNumber' });
    return refund.state === 'withdrawn' ? { keep: true } : dropped(order, refundNumber, { to: 'withdrawn', step });
  });
  if (!changed.ok) return changed;
  if (changed.data.wrote) await carryOutEffects(context, changed.data.order);
  return ok(orderView(changed.data.order, context.nowMs));
}
