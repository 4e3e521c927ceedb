import type { EpochMs } from '../../../kernel/period';
import { readyAtMs } from './days';
import type { Difference } from './difference';

/** In this order; each is done page by page. */
export const PHASES = ['cells', 'orders', 'wallets', 'bill', 'billed-orders'] as const;
export type Phase = (typeof PHASES)[number];

export interface Checked {
  readonly cells: number;
  /** Marks compared with the word of who made them. */
  readonly marks: number;
  readonly orders: number;
  readonly wallets: number;
  readonly coupons: number;
  readonly payments: number;
  readonly refunds: number;
  /** Rows of the bill that are another shop's. */
  readonly foreignRows: number;
  /** Refunds that our books still had on their way, and whose end the bill told. */
  readonly settledByBill: number;
}

export const NOTHING_CHECKED: Checked = {
  cells: 0,
  marks: 0,
  orders: 0,
  wallets: 0,
  coupons: 0,
  payments: 0,
  refunds: 0,
  foreignRows: 0,
  settledByBill: 0,
};

/** The report of a day, and before it is done the progress of the night that makes it. */
export interface Reconciliation {
  /** The Shanghai day, `yyyymmdd`. */
  readonly _id: string;
  /** Raised by every write: the condition of the next one. */
  readonly rev: number;
  readonly startMs: EpochMs;
  /** Null: done. */
  readonly phase: Phase | null;
  /** Where the phase goes on; null: at its beginning. */
  readonly cursor: string | null;
  /** Not before this moment: the day's bill is not there yet, or the bank does not answer. */
  readonly waitsUntilMs: EpochMs;
  /** Null: waits for its morning. */
  readonly begunAtMs: EpochMs | null;
  readonly endedAtMs: EpochMs | null;
  readonly bill: 'to-come' | 'read' | 'empty' | 'missing';
  readonly checked: Checked;
  /** All that were found, also those beyond the ones listed. */
  readonly differenceCount: number;
  readonly differences: readonly Difference[];
  readonly cost: Cost;
}

export interface Cost {
  /** Time worked, all runs together. */
  readonly workedMs: number;
  readonly roundTrips: number;
  readonly requests: number;
}

export interface Done {
  readonly checked: Partial<Checked>;
  readonly differences: readonly Difference[];
  /** Null: the phase is done. */
  readonly cursor: string | null;
  readonly bill?: Reconciliation['bill'];
}

/** A report is read by people, and a document is small: beyond so many the first ones tell what is wrong. */
export const MOST_LISTED = 200;

export function newNight(day: string, startMs: EpochMs): Reconciliation {
  return {
    _id: day,
    rev: 0,
    startMs,
    phase: PHASES[0],
    cursor: null,
    waitsUntilMs: readyAtMs(startMs),
    begunAtMs: null,
    endedAtMs: null,
    bill: 'to-come',
    checked: NOTHING_CHECKED,
    differenceCount: 0,
    differences: [],
    cost: { workedMs: 0, roundTrips: 0, requests: 0 },
  };
}

/** The night with one more page done. */
export function withPage(night: Reconciliation, done: Done, cost: Cost, nowMs: EpochMs): Reconciliation {
  const phase = done.cursor === null ? phaseAfter(night.phase) : night.phase;
  return {
    ...night,
    rev: night.rev + 1,
    phase,
    cursor: done.cursor,
    begunAtMs: night.begunAtMs ?? nowMs,
    endedAtMs: phase === null ? nowMs : null,
    bill: done.bill ?? night.bill,
    checked: sumOf(night.checked, done.checked),
    differenceCount: night.differenceCount + done.differences.length,
    differences: [...night.differences, ...done.differences].slice(0, MOST_LISTED),
    cost: sumOf(night.cost, cost),
  };
}

const phaseAfter = (phase: Phase | null): Phase | null =>
  phase === null ? null : (PHASES[PHASES.indexOf(phase) + 1] ?? null);

const sumOf = <T extends { readonly [key in keyof T]: number }>(sum: T, more: Partial<T>): T => {
  const keys = Object.keys(sum) as (keyof T)[];
  return Object.fromEntries(keys.map((key) => [key, sum[key] + (more[key] ?? 0)])) as unknown as T;
};
