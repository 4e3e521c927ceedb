import { DAY_MS, type EpochMs, HOUR_MS, shanghaiDay, startOfShanghaiDay } from '../../../kernel/period';

/** WeChat's bill of a day is there from 10:00 the next morning (platform ports, dayBill). */
export const BILL_HOUR_MS = 10 * HOUR_MS;
/** So long is a bill asked for that should be there; then a person must. */
export const BILL_PATIENCE_MS = DAY_MS;
/** WeChat keeps bills 3 months: a shop whose timer stood still for longer begins there. */
const MOST_DAYS_BEHIND = 80;

/** The moment from which a day's reconciliation may run. */
export const readyAtMs = (dayStartMs: EpochMs): EpochMs => dayStartMs + DAY_MS + BILL_HOUR_MS;

/**
 * The Shanghai day whose reconciliation is the next, as the moment it began: the one that is not done, else the one after the
 * last, in order. A shop's first is that of the day on which its clock first ran: before it there is nothing to compare.
 */
export function dayToReckon(
  last: { readonly startMs: EpochMs; readonly isDone: boolean } | null,
  nowMs: EpochMs,
): EpochMs {
  const today = shanghaiDay(nowMs);
  if (!last) return startOfShanghaiDay(today);
  if (!last.isDone) return last.startMs;
  return startOfShanghaiDay(Math.max(shanghaiDay(last.startMs) + 1, today - MOST_DAYS_BEHIND));
}
