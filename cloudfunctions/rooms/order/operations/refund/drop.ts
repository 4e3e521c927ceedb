import { refuse } from '../../../../kernel/result';
import type { Order, Step } from '../../document';
import { moneyOnly } from '../../domain/refund/amounts';
import type { Refunds } from '../../domain/refund/record';
import { type Freight, NO_FREIGHT, relaxed } from '../../domain/refund/relax';
import { owe } from '../effects/returns';
import type { RefundDecision, RefundWrite } from './change';
import { canMove, moved, newRefund, nextNumber, payable } from './records';

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

/** What the others deducted because of it is undone in the same update, and the freight that it had goes with them. */
function withOthers(order: Order, drop: Refunds, step: Step): RefundWrite {
  const now = { ...order, refunds: { ...order.refunds, ...drop } };
  const { refunds, undoneFen, freight } = relaxed(now);
  const changed = { ...drop, ...refunds };
  if (undoneFen + freight.paidFen + freight.points === 0) return { refunds: changed };
  const number = nextNumber(order);
  const undoing = payable(now, number, giftRefund(undoneFen, step, freight), step);
  const { refund, effects } = owe({ ...now, refunds: { ...now.refunds, ...refunds } }, number, undoing, {
    ...{ nowMs: step.atMs, byShop: false, restock: false, openChances: 0 },
  });
  return { refunds: { ...changed, [number]: refund }, effects };
}

/** Gives back what was deducted for a gift: it came back, or has its cause again; and freight that no other refund brings. */
export function giftRefund(deductedFen: number, step: Step, { paidFen, points }: Freight = NO_FREIGHT) {
  const amounts = {
    ...{ ...moneyOnly(deductedFen + paidFen), deductedFen: 0 - deductedFen },
    ...{ freightFen: paidFen, freightPoints: points, pointsBack: points },
  };
  return newRefund({ cause: 'gift-back', units: {}, amounts }, 'due', step);
}
