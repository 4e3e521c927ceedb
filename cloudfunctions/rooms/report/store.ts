import { above, below, type Db, type Json, set, type Update } from '../../platform/db';
import { isDone } from '../../platform/holds/answers';
import type { CellCheckpoint } from './domain/cell-books';
import type { Reconciliation } from './domain/night';
import type { WalletCheckpoint } from './domain/wallet-books';

const NIGHTS = 'reconciliations';
const CHECKPOINTS = 'reckonings';

export const findNight = (db: Db, day: string): Promise<Reconciliation | null> => db.get<Reconciliation>(NIGHTS, day);

/** The latest nights, the last first. */
export const latestNights = (db: Db, limit: number): Promise<Reconciliation[]> =>
  db.find<Reconciliation>(NIGHTS, { where: { _id: above('') }, orderBy: [['_id', 'desc']], limit });

export const insertNight = (db: Db, night: Reconciliation): Promise<'inserted' | 'exists'> => db.insert(NIGHTS, night);

/** One CAS on the night as it was read; false: another run has brought it on, or it is not known. */
export function saveNight(db: Db, night: Reconciliation, fromRev: number): Promise<boolean> {
  const { _id, ...fields } = night;
  const change = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, set(value as Json)]));
  return isDone(db.update(NIGHTS, { _id, rev: fromRev }, change));
}

/** Nights of days before this one, the oldest first. */
export const nightsBefore = (db: Db, day: string, limit: number): Promise<Reconciliation[]> =>
  db.find<Reconciliation>(NIGHTS, { where: { _id: below(day) }, orderBy: [['_id', 'asc']], limit });

export const removeNight = (db: Db, day: string): Promise<boolean> => db.remove(NIGHTS, { _id: day });

type Kept<C> = C & { readonly _id: string };

const readCheckpoints = async <C>(db: Db, targets: readonly string[]): Promise<Map<string, C>> =>
  db.getMany<Kept<C>>(CHECKPOINTS, targets);

export const cellCheckpoints = (db: Db, cellIds: readonly string[]) => readCheckpoints<CellCheckpoint>(db, cellIds);
export const walletCheckpoints = (db: Db, ids: readonly string[]) => readCheckpoints<WalletCheckpoint>(db, ids);

/**
 * Keeps what is true below a horizon. Runs at once write the same for the same horizon, and the later horizon stays: both are
 * true for good. `isFirst`: none was found, so it is inserted; one that another run inserted meanwhile is brought on.
 */
export async function keepCheckpoint(
  db: Db,
  target: string,
  checkpoint: CellCheckpoint | WalletCheckpoint,
  isFirst: boolean,
): Promise<void> {
  const { horizon, ...sums } = checkpoint;
  const change: Update = { horizon, ...Object.fromEntries(Object.entries(sums).map(([key, sum]) => [key, set(sum)])) };
  if (isFirst && (await db.insert(CHECKPOINTS, { _id: target, ...checkpoint })) === 'inserted') return;
  await db.update(CHECKPOINTS, { _id: target, horizon: below(horizon) }, change);
}
