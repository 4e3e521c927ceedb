import { refuse } from '../../../../kernel/result';
import type { Order, Step } from '../../document';
import type { RefundDecision } from './change';
import { canMove, moved } from './records';

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
  return { write: { refunds: { [refundNumber]: after } } };
}
