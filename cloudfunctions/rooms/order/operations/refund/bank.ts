import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../kernel/period';
import type { Context } from '../../../../platform/context';
import type { RefundFacts } from '../../../../platform/ports';
import type { RefundNotice } from '../../../../platform/room';
import { raiseAlert } from '../../../../platform/staff';
import type { Order, Refund, Step } from '../../document';
import { findOrder, refundsToAsk } from '../../store';
import { eachOrder } from '../each-order';
import { carryOutEffects } from '../effects/carry-out';
import { tellRefunded } from '../effects/messages';
import { platformNumber } from './bank-request';
import { changeRefunds, type RefundDecision } from './change';
import { moved } from './records';

/** The bank takes minutes to days: asked again after as long as it has taken so far, at least and at most this. */
const SOONEST_MS = MINUTE_MS;
const LATEST_MS = 6 * HOUR_MS;
/** WeChat: cards within 3 working days. What takes longer is looked at by a person. */
const ALERT_AFTER_MS = 5 * DAY_MS;
/** So many failures in a row, and the pay platform is taken for silent: each costs a connection its 15 seconds. */
const SILENT_AFTER = 10;

/** What became of a refund that the platform accepted, or that it may have accepted though its answer was lost. */
export async function askBank(context: Context, order: Order, refundNumber: string): Promise<void> {
  const refund = order.refunds[refundNumber];
  if (!refund || !isUnderWay(refund)) return;
  const number = platformNumber(refundNumber, refund);
  const facts = await context.pay.queryRefund({ outTradeNo: order._id, outRefundNo: number });
  await alertBy(context, order, { number, refund, facts });
  const step: Step = { atMs: context.nowMs, by: 'system', who: null };
  const changed = await changeRefunds(context, order, (now): RefundDecision => {
    const found = now.refunds[refundNumber];
    if (!found || !isUnderWay(found) || platformNumber(refundNumber, found) !== number) return { keep: true };
    const after = answeredBy(found, facts, step);
    if (after === found) return { keep: true };
    const effects = after.state === 'succeeded' ? tellRefunded(now, refundNumber, context.nowMs) : {};
    return { write: { refunds: { [refundNumber]: after }, effects } };
  });
  if (changed.ok && changed.data.wrote) await carryOutEffects(context, changed.data.order);
}

/** Its end is the bank's to say. */
const isUnderWay = ({ state, amounts }: Refund): boolean =>
  (state === 'accepted' || state === 'due') && amounts.amountFen > 0;

function answeredBy(refund: Refund, { state }: RefundFacts, step: Step): Refund {
  const { askAtMs: _, ...bare } = refund;
  if (state === 'succeeded') return moved(bare, 'succeeded', step);
  if (state === 'abnormal') return { ...moved(bare, 'refused', step), refusal: 'ABNORMAL' };
  if (state === 'closed') {
    const closedTimes = (refund.closedTimes ?? 0) + 1;
    return { ...moved(bare, 'refused', step), refusal: 'CLOSED', closedTimes };
  }
  // Not accepted yet as far as is known: asking the platform to refund is the outbox's affair.
  if (refund.state === 'due') return refund;
  const takenMs = step.atMs - (refund.timeline.accepted?.atMs ?? refund.atMs);
  return { ...refund, askAtMs: step.atMs + Math.min(LATEST_MS, Math.max(SOONEST_MS, takenMs)) };
}

interface Heard {
  readonly number: string;
  readonly refund: Refund;
  readonly facts: RefundFacts;
}

/** Before the refund is moved: a function that dies between the two tells it twice, which is one alert. */
async function alertBy(context: Context, order: Order, { number, refund, facts }: Heard): Promise<void> {
  const detail = { orderId: order._id, state: facts.state, amountFen: facts.amountFen };
  if (facts.state === 'closed' || facts.state === 'abnormal')
    await raiseAlert(context, 'REFUND_REFUSED', number, { ...detail, code: facts.state });
  if (facts.state === 'succeeded' && facts.amountFen !== refund.amounts.amountFen)
    await raiseAlert(context, 'REFUND_AMOUNT_DIFFERS', number, { ...detail, askedFen: refund.amounts.amountFen });
  const takenMs = context.nowMs - (refund.timeline.accepted?.atMs ?? context.nowMs);
  const isOpen = facts.state === 'processing' || facts.state === 'unknown';
  if (isOpen && takenMs >= ALERT_AFTER_MS) await raiseAlert(context, 'REFUND_WAITS', number, detail);
}

/** The timer's part: refunds whose turn it is. While the platform is silent the rest waits for the next minute. */
export async function askBankOfDue(context: Context): Promise<void> {
  let failedInARow = 0;
  await eachOrder(context, 'refunds', await refundsToAsk(context.db, context.nowMs), async (order) => {
    if (failedInARow >= SILENT_AFTER) return;
    failedInARow += 1;
    for (const [refundNumber, { askAtMs }] of Object.entries(order.refunds)) {
      if (askAtMs === undefined || askAtMs > context.nowMs) continue;
      await askBank(context, (await findOrder(context.db, order._id)) ?? order, refundNumber);
    }
    failedInARow = 0;
  });
}

/**
 * WeChat Pay says how a refund ended: a reason to ask, no more. It may say so twice, late, or before the answer to the
 * request was heard. Throws where the platform does not answer, so that WeChat says it again.
 */
export async function onRefundNotice(context: Context, { outTradeNo, outRefundNo }: RefundNotice): Promise<void> {
  const order = await findOrder(context.db, outTradeNo);
  const refunds = Object.entries(order?.refunds ?? {});
  const [refundNumber] = refunds.find(([known, refund]) => platformNumber(known, refund) === outRefundNo) ?? [];
  const isKnown = refunds.some(([known]) => outRefundNo === known || outRefundNo.startsWith(`${known}-`));
  if (!order || !isKnown)
    return void (await raiseAlert(context, 'REFUND_WITHOUT_RECORD', outRefundNo, { orderId: outTradeNo }));
  // An earlier number of a refund that was asked for anew: its end is known.
  if (refundNumber) await askBank(context, order, refundNumber);
}
