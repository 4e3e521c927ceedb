import { MINUTE_MS } from '../../../../kernel/period';
import type { Context } from '../../../../platform/context';
import type { RefundAnswer } from '../../../../platform/ports';
import { raiseAlert } from '../../../../platform/staff';
import type { Order, Refund, Step } from '../../document';
import { changeRefunds, type RefundDecision, type RefundsChanged } from './change';
import { moved } from './records';

/** A refund that waits longer than this is looked at by a person: mostly the merchant's account is short of money. */
const ALERT_AFTER_MS = 10 * MINUTE_MS;
/** On the resident's bill; their own words stay here. */
const SHOWN_AT_THE_BANK = '邻礼订单退款';
/** The bank is asked for the first time this long after the platform accepted; a notice comes sooner. */
export const FIRST_ASK_MS = MINUTE_MS;

/** Its number at the pay platform: a refund that the bank closed is asked for anew under a number of its own. */
export const platformNumber = (refundNumber: string, { closedTimes = 0 }: Refund): string =>
  closedTimes === 0 ? refundNumber : `${refundNumber}-${closedTimes + 1}`;

/**
 * Asks the pay platform, which counts one refund a number however often it is asked. A refusal is for a person to look
 * at: it is an alert, and the refund stays to be seen as refused. What is worth nothing succeeds without the platform.
 * Rejects where the platform did not answer: the timer asks again.
 */
export async function requestRefund(context: Context, order: Order, refundNumber: string): Promise<RefundsChanged> {
  const refund = order.refunds[refundNumber];
  if (!refund) throw new Error(`order ${order._id} has no refund ${refundNumber}`);
  if (refund.state !== 'due') return { order, wrote: false };
  const answer = refund.amounts.amountFen === 0 ? 'nothing' : await ask(context, order, refundNumber, refund);
  const step: Step = { atMs: context.nowMs, by: 'system', who: null };
  const settle = (now: Order): RefundDecision => {
    const found = now.refunds[refundNumber];
    if (found?.state !== 'due') return { keep: true };
    return { write: { refunds: { [refundNumber]: settledBy(found, answer, step) } } };
  };
  const changed = await changeRefunds(context, order, settle);
  return changed.ok ? changed.data : { order, wrote: false };
}

function settledBy(refund: Refund, answer: RefundAnswer | 'nothing', step: Step): Refund {
  if (answer === 'nothing') return moved(refund, 'succeeded', step);
  if (answer === 'accepted') return { ...moved(refund, 'accepted', step), askAtMs: step.atMs + FIRST_ASK_MS };
  return { ...moved(refund, 'refused', step), refusal: answer.refused };
}

/** No answer: somebody is told that it waits. */
async function ask(context: Context, order: Order, refundNumber: string, refund: Refund): Promise<RefundAnswer> {
  const number = platformNumber(refundNumber, refund);
  try {
    const answer = await context.pay.refund({
      outTradeNo: order._id,
      outRefundNo: number,
      totalFeeFen: order.payableFen,
      refundFeeFen: refund.amounts.amountFen,
      reason: SHOWN_AT_THE_BANK,
    });
    if (answer !== 'accepted')
      await raiseAlert(context, 'REFUND_REFUSED', number, { orderId: order._id, code: answer.refused });
    return answer;
  } catch (error) {
    if (context.nowMs - (refund.timeline.due?.atMs ?? refund.atMs) >= ALERT_AFTER_MS)
      await raiseAlert(context, 'REFUND_WAITS', number, { orderId: order._id, why: String(error) });
    throw error;
  }
}
