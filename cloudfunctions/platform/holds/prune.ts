import type { Cell, Mark } from '../../kernel/cell';
import { MINUTE_MS } from '../../kernel/period';
import type { JournalEntry, Wallet } from '../../kernel/wallet';
import { type Db, remove, set } from '../db';
import { isDone } from './answers';
import { CELLS } from './cells';
import { writeToLedger } from './ledger';
import { WALLET_HORIZON_MS } from './wallet-due';

/** Operations on cells end within a function's life; ten minutes leave room for clocks that differ. */
export const CELL_HORIZON_MS = 10 * MINUTE_MS;

/** Prize cells hold ≤ 200 units and their ops are as old as the chance: they keep every mark. */
const isKept = (cellId: string): boolean => cellId.startsWith('prize_');

/** Writes of one prune stay small, whatever a busy day left behind. */
const MOST_AT_ONCE = 200;

const dayKey = /_(\d{8})$/;

/** Per-day limits older than two Shanghai days, and the journal below the horizon, which is in the ledger by then. */
export function prunedWallet(wallet: Wallet, ops: readonly string[], horizon: number, keepDaysFrom: string): Wallet {
  const gone = new Set(ops);
  const journal = Object.fromEntries(Object.entries(wallet.journal).filter(([op]) => !gone.has(op)));
  const counters = Object.fromEntries(
    Object.entries(wallet.counters).filter(([key]) => (dayKey.exec(key)?.[1] ?? keepDaysFrom) >= keepDaysFrom),
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

/** Moves settled marks below the horizon to the ledger, then forgets exactly these in one CAS. False: nothing to do, or a race lost. */
export async function pruneCell(db: Db, cell: Cell, nowMs: number): Promise<boolean> {
  if (isKept(cell._id)) return false;
  const old = Object.entries(cell.held)
    .filter(([, mark]) => mark.s === 'c' && mark.at < nowMs - CELL_HORIZON_MS)
    .sort(([, a], [, b]) => a.at - b.at)
    .slice(0, MOST_AT_ONCE);
  const newest = old.at(-1);
  if (!newest) return false;
  await writeToLedger(db, cell._id, old);
  const horizon = Math.max(cell.horizon, newest[1].at + 1);
  const held = (value: (mark: Mark) => unknown) => Object.fromEntries(old.map(([op, mark]) => [op, value(mark)]));
  return isDone(
    db.update(
      CELLS,
      { _id: cell._id, horizon: cell.horizon, held: held(() => ({ s: 'c' })) as never },
      { horizon: set(horizon), held: held(() => remove()) as never },
    ),
  );
}
