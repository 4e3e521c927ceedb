import type { Order, Refund, Step } from '../../document';
import { BY_HAND, paidBy } from '../../domain/refund/platform';
import { REFUND_TRANSITIONS, type RefundState } from '../../domain/refund-states';

/** Of a cancelled order: all that was left of its money, freight too. */
export const cancelRefundNumber = (orderId: string): string => `${orderId}-cancel`;
/** Of a payment that came after the order was closed. */
export const lateRefundNumber = (orderId: string): string => `${orderId}-late`;
/** The n-th of the others, from 1. */
const nthRefundNumber = (orderId: string, n: number): string => `${orderId}-r${n}`;

export type Drafted = Pick<Refund, 'cause' | 'units' | 'amounts'> & Partial<Pick<Refund, Optional>>;
type Optional = 'reason' | 'note' | 'pictures' | 'answer' | 'asked';

/** A refund in its first state. */
export function newRefund(draft: Drafted, state: RefundState, step: Step): Refund {
  const bare = { reason: null, note: '', pictures: [], answer: null };
  return { ...bare, ...draft, state, atMs: step.atMs, timeline: { [state]: step } };
}

/** Along the table. @throws where the table has no such arrow: callers ask it before. */
export function moved(refund: Refund, state: RefundState, step: Step): Refund {
  if (!canMove(refund, state)) throw new Error(`a refund never goes from ${refund.state} to ${state}`);
  return { ...refund, state, timeline: { ...refund.timeline, [state]: step } };
}

/**
 * As it is where support makes it owed: asked of the pay platform, or, where that pays back no more of this payment, at once
 * for a person to pay by transfer.
 */
export function payable(order: Order, refundNumber: string, refund: Refund, step: Step): Refund {
  if (paidBy(order, { refundNumber, refund }, step.atMs) === 'wechat') return refund;
  return { ...moved(refund, 'refused', step), refusal: BY_HAND };
}

export const canMove = ({ state }: Pick<Refund, 'state'>, to: RefundState): boolean =>
  REFUND_TRANSITIONS[state].includes(to);

/** The refund that this request key made; undefined: it made none yet. */
export const foundBy = ({ refunds }: Pick<Order, 'refunds'>, key: string): [string, Refund] | undefined =>
  Object.entries(refunds).find(([, { asked }]) => asked?.key === key);

/** Numbers count all that ever were asked for, whatever became of them. */
export function nextNumber({ _id, refunds }: Pick<Order, '_id' | 'refunds'>): string {
  const numbered = Object.keys(refunds).filter((refundNumber) => /-r\d+$/.test(refundNumber));
  return nthRefundNumber(_id, numbered.length + 1);
}
