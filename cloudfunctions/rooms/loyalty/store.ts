import type { JournalEntry, Wallet } from '../../kernel/wallet';
import { above, atMost, below, type Condition, type Db, not, type Stored } from '../../platform/db';
import { byTime, type HistoryCursor, isAfter, type PointsEntry, pointsEntry } from './domain/history';

export type { HistoryCursor };

/** Entries of one moment that a page may have to step over: a sweep ends at most this many lots at once. */
const SAME_MOMENT = 60;

type LedgerEntry = Stored & { readonly target: string; readonly op: string } & JournalEntry;

/** Entries of the ledger that changed this resident's points, last first, after the cursor. */
export async function pointsLedgerPage(
  db: Db,
  residentId: string,
  cursor: HistoryCursor | null,
  limit: number,
): Promise<PointsEntry[]> {
  // "Not 0" is true of entries without points too, claims and spins: they would fill the page and end the history early.
  const read = (points: Condition) =>
    db.find<LedgerEntry>('ledger', {
      where: { target: residentId, at: atMost(cursor?.atMs ?? Number.MAX_SAFE_INTEGER), points },
      orderBy: [
        ['at', 'desc'],
        ['_id', 'asc'],
      ],
      limit: limit + SAME_MOMENT,
    });
  const found = await Promise.all([read(above(0)), read(below(0))]);
  return found
    .flat()
    .flatMap((entry) => pointsEntry(entry.op, entry) ?? [])
    .filter((entry) => isAfter(entry, cursor))
    .sort(byTime)
    .slice(0, limit);
}

/** Residents of a tier above normal, by id. */
export async function walletsAbove(db: Db, afterId: string, limit: number): Promise<string[]> {
  const found = await db.find<Wallet>('wallets', {
    where: { tier: not('normal'), _id: above(afterId) },
    orderBy: [['_id', 'asc']],
    limit,
  });
  return found.map(({ _id }) => _id);
}
