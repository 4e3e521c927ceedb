import * as v from 'valibot';
import { reads } from '../../contract';
import type { Difference } from './domain/difference';
import type { Checked, Cost, Reconciliation } from './domain/night';

export type { Difference } from './domain/difference';

export interface ReconciliationView {
  /** `yyyymmdd`, Shanghai. */
  readonly day: string;
  readonly isDone: boolean;
  readonly begunAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly bill: Reconciliation['bill'];
  readonly checked: Checked;
  /** All; `differences` lists the first 200. */
  readonly differenceCount: number;
  readonly differences: readonly Difference[];
  readonly cost: Cost;
}

export interface ReconciliationPage {
  /** Null: no night has run yet. */
  readonly report: ReconciliationView | null;
  /** The last two weeks, the latest first. */
  readonly days: readonly { readonly day: string; readonly isDone: boolean; readonly differenceCount: number }[];
}

const day = () => v.pipe(v.string(), v.regex(/^20\d{6}$/, 'a day as 20261122'));

export const staffReportContract = {
  /** Without a day: the latest. */
  'report.reconciliation': reads(v.strictObject({ day: v.optional(day()) }))<ReconciliationPage>(),
};
