import { DAY_MS } from '../../../kernel/period';
import type { JournalEntry, PointsKind, Wallet } from '../../../kernel/wallet';

export interface PointsEntry {
  readonly entryId: string;
  readonly atMs: number;
  readonly points: number;
  /** Words are the client's. */
  readonly kind: PointsKind;
  readonly cause: string | null;
}

/** What a journal or ledger entry says of points; null: nothing. */
export function pointsEntry(entryId: string, entry: JournalEntry): PointsEntry | null {
  if (!entry.points) return null;
  return { entryId, atMs: entry.at, points: entry.points, kind: entry.kind, cause: entry.cause ?? null };
}

/** Last first; two of the same moment by id, so that pages neither repeat nor skip. */
export const byTime = (a: PointsEntry, b: PointsEntry): number =>
  b.atMs - a.atMs || (a.entryId < b.entryId ? -1 : a.entryId > b.entryId ? 1 : 0);

/** Where a page ended. */
export interface HistoryCursor {
  readonly atMs: number;
  readonly entryId: string;
}

export const isAfter = (entry: PointsEntry, cursor: HistoryCursor | null): boolean =>
  cursor === null || byTime({ ...entry, ...cursor }, entry) < 0;

const CURSOR = /^(\d{13})~([a-z0-9_]{1,120})$/;

export const cursorText = ({ atMs, entryId }: PointsEntry): string => `${String(atMs).padStart(13, '0')}~${entryId}`;

/** Null: not one of ours. */
export function parseCursor(text: string): HistoryCursor | null {
  const match = CURSOR.exec(text);
  return match ? { atMs: Number(match[1]), entryId: match[2] ?? '' } : null;
}

/** Points whose lots end within 30 days are worth a word. */
export const SOON_MS = 30 * DAY_MS;

/** The points that are over first, where that is soon; null: none are. */
export function expiringSoon(wallet: Wallet, nowMs: number): { readonly points: number; readonly atMs: number } | null {
  const live = Object.values(wallet.lots).filter(({ expiresAtMs }) => nowMs < expiresAtMs);
  const atMs = Math.min(...live.map(({ expiresAtMs }) => expiresAtMs));
  if (live.length === 0 || atMs - nowMs > SOON_MS) return null;
  const points = live.filter(({ expiresAtMs }) => expiresAtMs === atMs).reduce((sum, lot) => sum + lot.points, 0);
  return { points, atMs };
}
