import type { ParsedInputOf } from '../../../../contract';
import { type Result, refuse } from '../../../../kernel/result';
import type { StaffContext } from '../../../../platform/context';
import type { StaffRefundCard, staffOrderContract } from '../../contract';
import type { Order } from '../../document';
import { canTakeGift, deductedForGifts } from '../../domain/refund/desk';
import { refusalByPlatform } from '../../domain/refund/platform';
import { moneyEffect, owe, shortOf } from '../effects/returns';
import type { RefundDecision } from './change';
import { giftRefund } from './drop';
import { moved, nextNumber, payable } from './records';
import { doToRefund, type Found } from './staff-deed';

type Contract = typeof staffOrderContract;
type Card = Promise<Result<StaffRefundCard>>;

/** The platform or the bank refused it: asked again, or paid by hand under the transfer's number. */
export async function mendRefund(context: StaffContext, input: ParsedInputOf<Contract['order.mendRefund']>): Card {
  const { orderId, refundNumber, how, transferNumber = '' } = input;
  if (how === 'transferred' && transferNumber === '')
    return refuse('INVALID_INPUT', { field: 'transferNumber', reason: 'the number of the transfer' });
  const says = { how, transferNumber };
  return doToRefund(context, { operation: 'order.mendRefund', orderId, refundNumber, says }, (found) => {
    const { refund, step } = found;
    if (how === 'transferred' && refund.transferNumber === transferNumber) return { keep: true };
    if (refund.state !== 'refused') return refuse('REFUND_STATE', { state: refund.state });
    if (how === 'again') return again(found, refundNumber);
    return { write: { refunds: { [refundNumber]: { ...moved(refund, 'transferred', step), transferNumber } } } };
  });
}

function again({ order, refund: { refusal: _, ...refund }, step }: Found, refundNumber: string): RefundDecision {
  const refusal = refusalByPlatform(order, { refundNumber, refund }, step.atMs);
  if (refusal) return refusal;
  const effects = moneyEffect(order, refundNumber, timesAsked(order, refundNumber) + 1, step.atMs);
  return { write: { refunds: { [refundNumber]: moved(refund, 'due', step) }, effects } };
}

const timesAsked = ({ effects }: Order, refundNumber: string): number =>
  Object.keys(effects).filter((id) => id.startsWith(`money_${shortOf(refundNumber)}_`)).length;

/** A gift came back whose value was deducted: that money goes back too, as a refund of its own. */
export function giftBack(context: StaffContext, input: ParsedInputOf<Contract['order.giftBack']>): Card {
  const { orderId, refundNumber } = input;
  return doToRefund(context, { operation: 'order.giftBack', orderId, refundNumber, says: {} }, (found) => {
    const { order, refund, step } = found;
    if (refund.giftsBackBy !== undefined) return { keep: true };
    if (!canTakeGift(refund)) return refuse('REFUND_STATE', { state: refund.state });
    const number = nextNumber(order);
    const bare = payable(order, number, giftRefund(deductedForGifts(refund), step), step);
    const { refund: owed, effects } = owe(order, number, bare, {
      ...{ nowMs: step.atMs, byShop: false, restock: false, openChances: 0 },
    });
    return { write: { refunds: { [refundNumber]: { ...refund, giftsBackBy: number }, [number]: owed }, effects } };
  });
}
