import { MINUTE_MS } from '../../../kernel/period';
import type { Context } from '../../../platform/context';
import { isDone } from '../../../platform/holds/answers';
import type { Carried } from '../../../platform/outbox/wallet';
import { raiseAlert } from '../../../platform/staff';
import type { Order, Refund, RefundAmounts, Step } from '../document';
import { updateOrder } from '../store';

/** Of a cancelled order: all of its money, freight too. */
export const cancelRefundNumber = (orderId: string): string => `${orderId}-cancel`;
/** Of a payment that came after the order was closed. */
export const lateRefundNumber = (orderId: string): string => `${orderId}-late`;

export interface Owed {
  readonly cause: Refund['cause'];
  readonly amounts: RefundAmounts;
  readonly units: Refund['units'];
  readonly note: string;
  readonly by: Step['by'];
  readonly who: string | null;
}

/** A refund that is owed at once. */
export const dueRefund = ({ cause, amounts, units, note, by, who }: Owed, nowMs: number): Refund => ({
  cause,
  state: 'due',
  atMs: nowMs,
  units,
  amounts,
  reason: null,
  note,
  pictures: [],
  answer: null,
  timeline: { due: { atMs: nowMs, by, who } },
});

/** Money alone, of no goods: a payment that nothing was sold for. */
export const moneyOnly = (amountFen: number): RefundAmounts => ({
  amountFen,
  goodsFen: 0,
  freightFen: 0,
  deductedFen: 0,
  pointsBack: 0,
  gifts: {},
});

/** All that was paid for goods and freight. */
export function wholeOrder({ quote }: Order): RefundAmounts {
  const { goodsPaidFen: goodsFen, freight, payableFen: amountFen, points } = quote;
  return { amountFen, goodsFen, freightFen: freight.paidFen, deductedFen: 0, pointsBack: points.used, gifts: {} };
}

export const allUnits = ({ quote }: Order): Refund['units'] =>
  Object.fromEntries(quote.lines.map(({ lineId, quantity }) => [lineId, quantity]));

/** A refund that waits longer than this is looked at by a person: mostly the merchant's account is short of money. */
const ALERT_AFTER_MS = 10 * MINUTE_MS;

/**
 * Asks the pay platform, which counts one refund a number however often it is asked. A refusal is for a person to look
 * at: it is an alert, and the refund stays to be seen as refused.
 */
export async function carryOutRefund(context: Context, order: Order, refundNumber: string): Promise<Carried> {
  const refund = order.refunds[refundNumber];
  if (!refund) throw new Error(`order ${order._id} has no refund ${refundNumber}`);
  if (refund.state !== 'due') return 'done';
  const answer = await ask(context, order, refundNumber, refund);
  if (answer !== 'accepted')
    await raiseAlert(context, 'REFUND_REFUSED', refundNumber, { orderId: order._id, code: answer.refused });
  const state = answer === 'accepted' ? 'accepted' : 'refused';
  const step: Step = { atMs: context.nowMs, by: 'system', who: null };
  const settled: Refund = { ...refund, state, timeline: { ...refund.timeline, [state]: step } };
  const where = { refunds: { [refundNumber]: { state: 'due' } } };
  return (await isDone(updateOrder(context.db, order._id, where, { refunds: { [refundNumber]: settled } })))
    ? 'done'
    : 'later';
}

/** No answer: the timer asks again with the same number, and somebody is told that it waits. */
async function ask(context: Context, order: Order, refundNumber: string, refund: Refund) {
  try {
    return await context.pay.refund({
      outTradeNo: order._id,
      outRefundNo: refundNumber,
      totalFeeFen: order.payableFen,
      refundFeeFen: refund.amounts.amountFen,
      reason: refund.note,
    });
  } catch (error) {
    if (context.nowMs - (refund.timeline.due?.atMs ?? refund.atMs) >= ALERT_AFTER_MS)
      await raiseAlert(context, 'REFUND_WAITS', refundNumber, { orderId: order._id, why: String(error) });
    throw error;
  }
}
