import type { RefundView } from '../../contract';
import type { Order, Refund } from '../../document';
import { tabOf } from '../../domain/refund/desk';
import type { RefundState } from '../../domain/refund-states';
import { canMove } from './records';
import { linesOf, sumsOf } from './sums';

/** As its resident sees it. */
export function refundView(order: Order, refundNumber: string, refund: Refund): RefundView {
  const { cause, state, atMs, reason, note, pictures, answer } = refund;
  const place = tabOf(refund);
  return {
    ...{ refundNumber, cause, state, atMs, reason, note, pictures, answer },
    sums: sumsOf(order, refund),
    lines: linesOf(order, refund),
    decideByMs: place.tab === 'to-decide' ? place.atMs : null,
    timeline: timelineOf(refund),
    can: canMove(refund, 'withdrawn') ? ['withdraw'] : [],
  };
}

function timelineOf({ timeline }: Refund): RefundView['timeline'] {
  const steps = Object.entries(timeline) as [RefundState, NonNullable<Refund['timeline'][RefundState]>][];
  return steps.map(([state, { atMs, by }]) => ({ state, atMs, by })).sort((a, b) => a.atMs - b.atMs);
}

/** All of an order, newest first. */
export const refundViews = (order: Order): RefundView[] =>
  Object.entries(order.refunds)
    .sort(([numberA, a], [numberB, b]) => b.atMs - a.atMs || (numberA < numberB ? 1 : -1))
    .map(([refundNumber, refund]) => refundView(order, refundNumber, refund));
