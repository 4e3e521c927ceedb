import type { Context } from '../../../platform/context';
import { NoAnswer } from '../../../platform/db';
import type { PaymentFacts } from '../../../platform/ports';
import { raiseAlert } from '../../../platform/staff';
import { payAccount } from '../../../platform/wechat/account';
import type { Order } from '../document';
import { moneyOnly } from '../domain/refund/amounts';
import type { OrderState } from '../domain/states';
import { findOrder } from '../store';
import { paidEffects } from './effects/on-paid';
import { moneyEffect } from './effects/returns';
import { type Moved, moveOrder } from './move';
import { changeRefunds, type RefundDecision } from './refund/change';
import { lateRefundNumber, newRefund } from './refund/records';

/** What differs from the order, by name; empty: this is its payment. `totalFee`, not cashFee: vouchers may pay a part. */
export function mismatches(order: Order, facts: PaymentFacts): string[] {
  const wrong: string[] = [];
  if (facts.totalFeeFen !== order.payableFen) wrong.push('amount');
  if (facts.payerOpenid !== order.payerOpenid) wrong.push('payer');
  if (facts.merchantId !== payAccount().merchantId) wrong.push('merchant');
  return wrong;
}

/**
 * Takes a payment that the platform vouches for. placed or closing → paid, the settling of the holds due from then on.
 * A payment of a closed order is refunded by itself. A mismatch changes nothing and is an alert.
 */
export async function takePayment(context: Context, order: Order, facts: PaymentFacts): Promise<Order> {
  const wrong = mismatches(order, facts);
  if (wrong.length > 0) {
    const detail = { orderId: order._id, wrong, totalFeeFen: facts.totalFeeFen };
    await raiseAlert(context, 'PAYMENT_MISMATCH', order._id, detail);
    return order;
  }
  if (facts.state !== 'paid') return refundedOutside(context, order);
  const { order: now } = await markPaid(context, order, facts);
  return now.state === 'closed' || now.state === 'aborted' ? refundLate(context, now, facts) : now;
}

/** The money went back already: by us, or by hand at the merchant's desk, and then the order is for a person to look at. */
async function refundedOutside(context: Context, order: Order): Promise<Order> {
  // The order was read beside the platform's answer: between the two it may have been paid, cancelled and refunded by us.
  const now = (await findOrder(context.db, order._id)) ?? order;
  const isOpen = now.state === 'placed' || now.state === 'closing';
  if (isOpen) await raiseAlert(context, 'REFUNDED_OUTSIDE', order._id, { state: now.state });
  return now;
}

/** An order in its intent holds nothing yet: a payment never makes it paid, only placing one that costs nothing does. */
const PAYABLE_STATES: readonly OrderState[] = ['placed', 'closing'];

function markPaid(context: Context, order: Order, { transactionId, paidAtMs }: PaymentFacts): Promise<Moved> {
  const patch = {
    paidAtMs: paidAtMs ?? context.nowMs,
    effects: paidEffects(order, context.nowMs),
    effectsDueAt: context.nowMs,
    ...(transactionId === null ? {} : { transactionId }),
  };
  return moveOrder(context, order, { to: 'paid', from: PAYABLE_STATES, by: 'resident', patch });
}

const LATE_NOTE = '订单已关闭，支付款项原路退回';

/** Money that came after the order was closed goes back under its own number, once however often it is told. */
async function refundLate(context: Context, order: Order, facts: PaymentFacts): Promise<Order> {
  const refundNumber = lateRefundNumber(order._id);
  const step = { atMs: context.nowMs, by: 'system', who: null } as const;
  const changed = await changeRefunds(context, order, (now): RefundDecision => {
    if (now.refunds[refundNumber]) return { keep: true };
    const draft = { cause: 'late', units: {}, amounts: moneyOnly(facts.totalFeeFen), note: LATE_NOTE } as const;
    const refund = newRefund(draft, 'due', step);
    return { write: { refunds: { [refundNumber]: refund }, effects: moneyEffect(now, refundNumber, 1, step.atMs) } };
  });
  // Not written, or not yet: WeChat must say it again, or the money would stay here for good.
  if (!changed.ok) throw new NoAnswer(`late refund of order ${order._id}`);
  return changed.data.order;
}
