import { ok, type Refusal, type Result, refuse } from '../../../../kernel/result';
import { freshUnits } from '../exchange/window';
import type { RefundCause, RefundReason } from '../refund-states';
import type { OrderState } from '../states';
import { amountsOf } from './amounts';
import { AFTER_SALES_MS, MOST_OWN_RECORDS, MOST_RECORDS, MOST_REFUNDS } from './limits';
import { askingsOf, lastRefundMs } from './platform';
import type { RefundAmounts, Step, Units } from './record';
import { countedRefunds, isNothingKept, type Sold, unitsLeft } from './units';
import { causeIn } from './way';

/** An order that was paid for. */
export interface SoldOrder extends Sold {
  readonly state: OrderState;
  readonly timeline: { readonly [state in OrderState]?: Step };
  readonly paidAtMs?: number;
}

export interface Draft {
  readonly cause: RefundCause;
  readonly reason: RefundReason | null;
  readonly units: Units;
  readonly amounts: RefundAmounts;
}

export interface Wish {
  readonly lines: readonly { readonly lineId: string; readonly units: number }[];
  readonly reason: RefundReason | null;
}

/**
 * What a resident's wish comes to, or why it cannot be: ORDER_STATE, NOTHING_TO_REFUND, UNITS_NOT_LEFT {field, lineId, left},
 * REFUND_TOO_LATE {untilMs}, TOO_MANY_REFUNDS {most}.
 */
export function draftOf(order: SoldOrder, wish: Wish, nowMs: number): Result<Draft> {
  const cause = causeIn(order.state);
  if (!cause) return refuse('ORDER_STATE', { state: order.state });
  const refusal =
    refusalByTime(order, wish.lines, nowMs) ?? refusalByAge(order, nowMs) ?? refusalByUnits(order, wish.lines);
  if (refusal) return refusal;
  const units = Object.fromEntries(wish.lines.map((line) => [line.lineId, line.units]));
  const isAll = isNothingKept(order, [...countedRefunds(order), { units }]);
  // What is left last before dispatch is the order itself: it is cancelled, with its freight.
  const asked = { cause: cause === 'lines' && isAll ? 'cancel' : cause, reason: wish.reason, units } as const;
  return refusalByCount(order, isAll) ?? ok({ ...asked, amounts: amountsOf(order, asked) });
}

/**
 * What support opens for a resident, without the limits of time and number that residents have: ORDER_STATE before dispatch and of
 * what was never sold, NOTHING_TO_REFUND, UNITS_NOT_LEFT {field, lineId, left}, TOO_MANY_REFUNDS {most} past the 99th record.
 */
export function openedDraft(order: SoldOrder, wish: Wish): Result<Draft> {
  if (causeIn(order.state) !== 'after-sales') return refuse('ORDER_STATE', { state: order.state });
  const refusal = refusalByUnits(order, wish.lines);
  if (refusal) return refusal;
  if (Object.keys(order.refunds).length >= MOST_RECORDS) return refuse('TOO_MANY_REFUNDS', { most: MOST_RECORDS });
  const units = Object.fromEntries(wish.lines.map((line) => [line.lineId, line.units]));
  const asked = { cause: 'after-sales', reason: wish.reason, units } as const;
  return ok({ ...asked, amounts: amountsOf(order, asked) });
}

/** Last moment at which residents ask for themselves; null: not received yet. */
export const afterSalesUntilMs = ({ timeline }: Pick<SoldOrder, 'timeline'>): number | null =>
  timeline.received ? timeline.received.atMs + AFTER_SALES_MS : null;

/** Units that a resident may ask for now, for money or in exchange: after the window those that came by an exchange since. */
export function unitsToAsk(order: SoldOrder, nowMs: number): Units {
  const left = unitsLeft(order);
  if (!isWindowOver(order, nowMs)) return left;
  const fresh = Object.entries(left).map(([lineId, units]) => {
    return [lineId, Math.min(units, freshUnits(order, lineId, nowMs))] as const;
  });
  return Object.fromEntries(fresh.filter(([, units]) => units > 0));
}

/** Units are left that a resident may ask for now. */
export const canAsk = (order: SoldOrder, nowMs: number): boolean =>
  causeIn(order.state) !== null &&
  refusalByAge(order, nowMs) === null &&
  Object.keys(unitsToAsk(order, nowMs)).length > 0;

function isWindowOver(order: SoldOrder, nowMs: number): boolean {
  const untilMs = afterSalesUntilMs(order);
  return untilMs !== null && nowMs >= untilMs;
}

/** REFUND_TOO_LATE {untilMs}: past the window, and not all of these units came by an exchange since. */
export function refusalByTime(order: SoldOrder, lines: Wish['lines'], nowMs: number): Refusal | null {
  if (!isWindowOver(order, nowMs)) return null;
  const isFresh = lines.every(({ lineId, units }) => units <= freshUnits(order, lineId, nowMs));
  return isFresh ? null : refuse('REFUND_TOO_LATE', { untilMs: afterSalesUntilMs(order) });
}

function refusalByAge(order: SoldOrder, nowMs: number): Refusal | null {
  const lastMs = lastRefundMs(order, nowMs);
  return nowMs < lastMs ? null : refuse('REFUND_TOO_LATE', { untilMs: lastMs });
}

/** NOTHING_TO_REFUND, UNITS_NOT_LEFT {field, lineId, left}; null: all of these units can be asked for. */
export function refusalByUnits(order: SoldOrder, lines: Wish['lines']): Refusal | null {
  const left = unitsLeft(order);
  if (Object.keys(left).length === 0) return refuse('NOTHING_TO_REFUND', {});
  const index = lines.findIndex(({ lineId, units }) => units > (left[lineId] ?? 0));
  const short = lines[index];
  if (!short) return null;
  return refuse('UNITS_NOT_LEFT', {
    field: `lines.${index}.units`,
    lineId: short.lineId,
    left: left[short.lineId] ?? 0,
  });
}

/** The platform takes 50 refunds a payment: the 50th is the whole remainder, or it is support's to open. */
function refusalByCount({ refunds }: Pick<SoldOrder, 'refunds'>, isAll: boolean): Refusal | null {
  const asked = askingsOf({ refunds });
  const isFull = asked >= MOST_REFUNDS || (asked === MOST_REFUNDS - 1 && !isAll);
  const isLong = Object.keys(refunds).length >= MOST_OWN_RECORDS;
  return isFull || isLong ? refuse('TOO_MANY_REFUNDS', { most: MOST_REFUNDS }) : null;
}
