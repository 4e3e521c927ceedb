import { PAGE_ROWS } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { readWallet } from '../../../platform/holds/wallets';
import {
  byTime,
  cursorText,
  expiringSoon,
  isAfter,
  type PointsEntry,
  parseCursor,
  pointsEntry,
} from '../domain/history';
import { type PointsSum, pointsOf } from '../domain/points';
import { type HistoryCursor, pointsLedgerPage } from '../store';

export interface PointsPage extends PointsSum {
  readonly rows: readonly PointsEntry[];
  readonly next: string | null;
  readonly expiringSoon: { readonly points: number; readonly atMs: number } | null;
}

/** Balance and history: the journal's entries and the ledger's, one row an entry, last first. One round trip. */
export async function pointsHistory(
  context: ResidentContext,
  input: { readonly cursor?: string | undefined },
): Promise<Result<PointsPage>> {
  const { db, residentId, nowMs } = context;
  const cursor = input.cursor === undefined ? null : parseCursor(input.cursor);
  if (input.cursor !== undefined && cursor === null)
    return refuse('INVALID_INPUT', { field: 'cursor', reason: 'a cursor of the last reply' });
  const [wallet, older] = await Promise.all([
    readWallet(db, residentId),
    pointsLedgerPage(db, residentId, cursor, PAGE_ROWS + 1),
  ]);
  const rows = merged(wallet, older, cursor);
  const page = rows.slice(0, PAGE_ROWS);
  const last = page.at(-1);
  return ok({
    rows: page,
    next: rows.length > PAGE_ROWS && last ? cursorText(last) : null,
    ...pointsOf(wallet, nowMs),
    expiringSoon: expiringSoon(wallet, nowMs),
  });
}

/** An entry being moved to the ledger is in both for a moment: it is one row. */
function merged(wallet: Wallet, older: readonly PointsEntry[], cursor: HistoryCursor | null): PointsEntry[] {
  const rows = new Map(older.map((entry) => [entry.entryId, entry]));
  for (const [op, entry] of Object.entries(wallet.journal)) {
    const row = pointsEntry(op, entry);
    if (row) rows.set(op, row);
  }
  return [...rows.values()].filter((row) => isAfter(row, cursor)).sort(byTime);
}
