import type { Cell, Mark } from '../../kernel/cell';
import { MINUTE_MS } from '../../kernel/period';
import { dayOfCounter, type JournalEntry, type Wallet } from '../../kernel/wallet';
import { type Db, remove, set } from '../db';
import { isDone } from './answers';
import { CELLS } from './cells';
import { writeToLedger } from './ledger';
import { WALLET_HORIZON_MS } from './wallet-due';

/** Operations on cells end within a function's life; ten minutes leave room for clocks that differ. */
export const CELL_HORIZON_MS = 10 * MINUTE_MS;

/**
 * Prize cells hold ≤ 200 units and their ops are as old as the chance; limits of a neighbour's card are ≤ 20 a day, and units come
 * back to them whenever an order is refunded: both keep every mark.
 */
const isKept = (cellId: string): boolean => cellId.startsWith('prize_') || cellId.startsWith('card_');

/** Writes of one prune stay small, whatever a busy day left behind. */
const MOST_AT_ONCE = 200;

/** Per-day limits older than two Shanghai days, and the journal below the horizon, which is in the ledger by then. */
export function prunedWallet(wallet: Wallet, ops: readonly string[], horizon: number, keepDaysFrom: string): Wallet {
  const gone = new Set(ops);
  const journal = Object.fromEntries(Object.entries(wallet.journal).filter(([op]) => !gone.has(op)));
  const counters = Object.fromEntries(
    Object.entries(wallet.counters).filter(([key]) => (dayOfCounter(key) ?? keepDaysFrom) >= keepDaysFrom),
  );
  return { ...wallet, journal, counters, horizon: Math.max(wallet.horizon, horizon) };
}

/** Journal entries that the ledger takes over, with the horizon that this allows: all older entries are among them. */
export function journalToPrune(
  wallet: Wallet,
  nowMs: number,
): { readonly entries: readonly (readonly [string, JournalEntry])[]; readonly horizon: number } {
  const limit = nowMs - WALLET_HORIZON_MS;
  const old = Object.entries(wallet.journal).filter(([, entry]) => entry.at < limit);
  return { entries: old, horizon: old.length === 0 ? wallet.horizon : limit };
}

/**
 * Moves all settled marks below the horizon to the ledger, the oldest first: a shelf or a budget of a busy day gathers more
 * than one update takes, and what one run left behind would pile up for good. Another's write between ends the run.
 */
export async function pruneCell(db: Db, cell: Cell, nowMs: number): Promise<void> {
  if (isKept(cell._id)) return;
  const old = Object.entries(cell.held)
    .filter(([, mark]) => mark.s === 'c' && mark.at < nowMs - CELL_HORIZON_MS)
    .sort(([, a], [, b]) => a.at - b.at);
  let { horizon } = cell;
  for (let start = 0; start < old.length; start += MOST_AT_ONCE) {
    const marks = old.slice(start, start + MOST_AT_ONCE);
    await writeToLedger(db, cell._id, marks);
    const raised = Math.max(horizon, (marks.at(-1)?.[1].at ?? 0) + 1);
    if (!(await isDone(forget(db, cell._id, marks, { from: horizon, to: raised })))) return;
    horizon = raised;
  }
}

/** One CAS: removes exactly these marks and raises the horizon over them. */
function forget(
  db: Db,
  cellId: string,
  marks: readonly (readonly [op: string, mark: Mark])[],
  horizon: { readonly from: number; readonly to: number },
): Promise<boolean> {
  const each = <T>(term: T) => Object.fromEntries(marks.map(([op]) => [op, term]));
  return db.update(
    CELLS,
    { _id: cellId, horizon: horizon.from, held: each({ s: 'c' }) },
    { horizon: set(horizon.to), held: each(remove()) },
  );
}
