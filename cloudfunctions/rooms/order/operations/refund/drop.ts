import { refuse } from '../../../../kernel/result';
import type { Order, Step } from '../../document';
import { moneyOnly } from '../../domain/refund/amounts';
import type { Refunds } from '../../domain/refund/record';
import { relaxed } from '../../domain/refund/relax';
import { owe } from '../effects/returns';
import type { RefundDecision, RefundWrite } from './change';
import { canMove, moved, newRefund, nextNumber } from './records';

interface Dropping {
  readonly to: 'withdrawn' | 'declined';
  readonly step: Step;
  /** Words for the resident. */
  readonly answer?: string;
}

/** The refund will not be: its units can be asked for again. REFUND_STATE {state}: it is owed by now, or was dropped. */
export function dropped(order: Order, refundNumber: string, { to, step, answer }: Dropping): RefundDecision {
  const refund = order.refunds[refundNumber];
  if (!refund) return refuse('REFUND_UNKNOWN', { field: 'refundNumber' });
  if (!canMove(refund, to)) return refuse('REFUND_STATE', { state: refund.state });
  const after = { ...moved(refund, to, step), ...(answer === undefined ? {} : { answer }) };
  return { write: withOthers(order, { [refundNumber]: after }, step) };
}

/** What the others deducted because of it is undone in the same update. */
function withOthers(order: Order, drop: Refunds, step: Step): RefundWrite {
  const now = { ...order, refunds: { ...order.refunds, ...drop } };
  const { refunds, undoneFen } = relaxed(now);
  const changed = { ...drop, ...refunds };
  if (undoneFen === 0) return { refunds: changed };
  const number = nextNumber(order);
  const undoing = giftRefund(undoneFen, step);
  const { refund, effects } = owe({ ...now, refunds: { ...now.refunds, ...refunds } }, number, undoing, {
    ...{ nowMs: step.atMs, byShop: false, restock: false, openChances: 0 },
  });
  return { refunds: { ...changed, [number]: refund }, effects };
}

/** Gives back what was deducted for a gift: it came back, or has its cause again. */
export function giftRefund(deductedFen: number, step: Step) {
  const amounts = { ...moneyOnly(deductedFen), deductedFen: -deductedFen };
  return newRefund({ cause: 'gift-back', units: {}, amounts }, 'due', step);
}
