/** Times are epoch milliseconds, passed in. Days and minutes are Shanghai's, which has no summer time: a fixed +8 h. */
export type EpochMs = number;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
const SHANGHAI_OFFSET_MS = 8 * HOUR_MS;

/** [start, end): the start belongs to it, the end does not. */
export interface Period {
  startMs: EpochMs;
  endMs: EpochMs;
}

/** Minutes of the Shanghai day, [from, until); until 1,440 is midnight. */
export interface DailyWindow {
  fromMinute: number;
  untilMinute: number;
}

export type PeriodPosition = 'before' | 'inside' | 'after';

export function positionInPeriod(period: Period, nowMs: EpochMs): PeriodPosition {
  if (nowMs < period.startMs) return 'before';
  return nowMs < period.endMs ? 'inside' : 'after';
}

export function isInPeriod(period: Period, nowMs: EpochMs): boolean {
  return positionInPeriod(period, nowMs) === 'inside';
}

/** Count of Shanghai midnights since 1970-01-01. */
export function shanghaiDay(nowMs: EpochMs): number {
  return Math.floor((nowMs + SHANGHAI_OFFSET_MS) / DAY_MS);
}

/** The instant at which the Shanghai day with this number begins. */
export function startOfShanghaiDay(day: number): EpochMs {
  return day * DAY_MS - SHANGHAI_OFFSET_MS;
}

/** Minute of the Shanghai day, 0 to 1,439. */
export function minuteOfDay(nowMs: EpochMs): number {
  return Math.floor((nowMs - startOfShanghaiDay(shanghaiDay(nowMs))) / MINUTE_MS);
}

export interface ShanghaiDate {
  year: number;
  /** 1 to 12 */
  month: number;
  /** 1 to 31 */
  day: number;
}

export function shanghaiDate(nowMs: EpochMs): ShanghaiDate {
  const shifted = new Date(nowMs + SHANGHAI_OFFSET_MS);
  return { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, day: shifted.getUTCDate() };
}

/** The Shanghai date as '20261122', the key of daily limits and reports. */
export function yyyymmdd(nowMs: EpochMs): string {
  const { year, month, day } = shanghaiDate(nowMs);
  return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}

/**
 * First instant after the Shanghai month that lies `monthsAhead` months on: the end, exclusive, of that month.
 * Points earned in January 2026 expire at monthEnd(…, 12) = 2027-02-01 00:00.
 */
export function monthEnd(nowMs: EpochMs, monthsAhead = 0): EpochMs {
  const { year, month } = shanghaiDate(nowMs);
  return Date.UTC(year, month + monthsAhead, 1) - SHANGHAI_OFFSET_MS;
}

/** No windows means the whole day. */
export function isInDailyWindows(windows: readonly DailyWindow[], nowMs: EpochMs): boolean {
  const minute = minuteOfDay(nowMs);
  return windows.length === 0 || windows.some((w) => minute >= w.fromMinute && minute < w.untilMinute);
}

/** Next instant after now at which one of the daily windows opens, today or tomorrow; undefined without windows. */
export function nextDailyOpening(windows: readonly DailyWindow[], nowMs: EpochMs): EpochMs | undefined {
  const today = startOfShanghaiDay(shanghaiDay(nowMs));
  let nextMs: EpochMs | undefined;
  for (const { fromMinute } of windows) {
    const todayMs = today + fromMinute * MINUTE_MS;
    const atMs = todayMs > nowMs ? todayMs : todayMs + DAY_MS;
    if (nextMs === undefined || atMs < nextMs) nextMs = atMs;
  }
  return nextMs;
}
