import { type Cell, type Mark, type Quantities, signedUnits } from '../../../kernel/cell';
import { DAY_MS, type EpochMs } from '../../../kernel/period';
import { counterOfCell, type Difference, differencesByKey } from './difference';

/** A mark that the cell forgot and the ledger keeps. */
export type ForgottenMark = Mark & { readonly op: string };

/** What all entries born before `horizon` did to a cell. No entry can come below it any more, so it is true for good. */
export interface CellCheckpoint {
  readonly horizon: EpochMs;
  readonly net: Quantities;
}

export const EMPTY_CELL_CHECKPOINT: CellCheckpoint = { horizon: 0, net: {} };

export interface CellReckoned {
  readonly differences: readonly Difference[];
  readonly checkpoint: CellCheckpoint;
  /** Entries that are for good, and that no night before this one has settled for good. */
  readonly entries: readonly ForgottenMark[];
}

/**
 * Below this nothing of the cell can be born any more, and nothing be held: what is born before the horizon cannot be applied,
 * and marks that are still in the cell come to the ledger later, however old they are.
 */
export const settledBefore = ({ horizon, held }: Pick<Cell, 'horizon' | 'held'>): EpochMs =>
  Math.min(horizon, ...Object.values(held).map(({ at }) => at));

/**
 * Recomputes what a cell has left: initial, with the checkpoint, what the ledger keeps of later entries, and the marks that are
 * still in the cell. `cell` is one snapshot: its own marks count as it has them, and of the ledger exactly what is older than
 * its horizon and not among them, because entries are written to the ledger before they leave the cell and nothing older than
 * the horizon can be applied after the snapshot. So what happens between the two reads changes nothing in the sum.
 * `ledger`: all entries of the cell born in [checkpoint.horizon, cell.horizon).
 */
export function reckonCell(
  cell: Cell,
  checkpoint: CellCheckpoint,
  ledger: readonly ForgottenMark[],
  nowMs: EpochMs,
): CellReckoned {
  const gone = ledger.filter(({ op, at }) => cell.held[op] === undefined && at < cell.horizon);
  const marks = Object.entries(cell.held).map(([op, mark]): ForgottenMark => ({ ...mark, op }));
  const expected = sumOf([cell.initial, checkpoint.net, ...[...gone, ...marks].map(signedUnits)]);
  const what = { counter: counterOfCell(cell._id), target: cell._id, cause: null };
  const horizon = settledBefore(cell);
  return {
    differences: [...differencesByKey(what, expected, cell.left), ...heldTooLong(cell, marks, nowMs)],
    checkpoint: { horizon, net: sumOf([checkpoint.net, ...gone.filter(({ at }) => at < horizon).map(signedUnits)]) },
    entries: [...gone, ...marks.filter(({ s }) => s === 'c')],
  };
}

function sumOf(parts: readonly Quantities[]): Quantities {
  const sum: { [key: string]: number } = {};
  for (const part of parts) for (const [key, units] of Object.entries(part)) sum[key] = (sum[key] ?? 0) + units;
  return sum;
}

/** Marks are settled within minutes; after a day nobody will. `open` is how the sweeper finds them at all. */
function heldTooLong({ _id, open }: Cell, marks: readonly ForgottenMark[], nowMs: EpochMs): Difference[] {
  const held = marks.filter(({ s }) => s === 'h');
  const orphans = held
    .filter(({ at }) => at < nowMs - DAY_MS)
    .map(({ op }): Difference => ({ counter: 'hold', target: _id, key: op, expected: 0, found: 1, cause: op }));
  if (open === held.length) return orphans;
  return [...orphans, { counter: 'hold', target: _id, key: 'open', expected: held.length, found: open, cause: null }];
}
