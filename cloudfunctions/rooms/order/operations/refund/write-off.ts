import type { ParsedInputOf } from '../../../../contract';
import { type Result, refuse } from '../../../../kernel/result';
import type { StaffContext } from '../../../../platform/context';
import type { StaffRefundCard, staffOrderContract } from '../../contract';
import { awaitsGift } from '../../domain/refund/desk';
import { doToRefund } from './staff-deed';

type Contract = (typeof staffOrderContract)['order.writeOffGift'];

/**
 * A gift whose value was deducted never came back: it leaves the list of goods to come, with why, by whom and when. Nothing else
 * moves. It left its shelf when it was sent; the resident has paid for it by the deduction, and budget and merchants were
 * released when the goods went back. What a gift is worth beyond its deduction is the shop's loss, not the campaign's. Writing
 * it off again is no error; the first reason stands. REFUND_STATE: no gift of it is waited for.
 */
export function writeOffGift(context: StaffContext, input: ParsedInputOf<Contract>): Promise<Result<StaffRefundCard>> {
  const { orderId, refundNumber, reason } = input;
  const deed = { operation: 'order.writeOffGift', orderId, refundNumber, says: { reason } };
  return doToRefund(context, deed, ({ refund, step }) => {
    if (refund.giftsWrittenOff) return { keep: true };
    if (!awaitsGift(refund)) return refuse('REFUND_STATE', { state: refund.state });
    const giftsWrittenOff = { atMs: step.atMs, who: step.who, reason };
    return { write: { refunds: { [refundNumber]: { ...refund, giftsWrittenOff } } } };
  });
}
