import type { Mark } from '../../kernel/cell';
import type { JournalEntry } from '../../kernel/wallet';
import { eachAtOnce } from '../at-once';
import type { Db, Stored } from '../db';
import { getAnswered } from './answers';

export const LEDGER = 'ledger';

/** What a journal or a cell forgot: one document an entry, never changed. */
export type LedgerEntry = Stored & {
  /** Wallet or cell. */
  readonly target: string;
  readonly op: string;
} & (JournalEntry | Mark);

export const ledgerId = (target: string, op: string): string => `${target}:${op}`;

/** Inserted before the entry leaves its document; there already is as good. Rejects when not acknowledged. */
export async function writeToLedger(
  db: Db,
  target: string,
  entries: readonly (readonly [op: string, entry: JournalEntry | Mark])[],
): Promise<void> {
  await eachAtOnce(entries, ([op, entry]) => db.insert(LEDGER, { ...entry, _id: ledgerId(target, op), target, op }));
}

/** Null: never applied to this target before its horizon, hence never will be under that birth. */
export const readLedger = (db: Db, target: string, op: string): Promise<LedgerEntry | null> =>
  getAnswered<LedgerEntry>(db, LEDGER, ledgerId(target, op));
