import { mapAtOnce } from '../../../platform/at-once';
import type { Db } from '../../../platform/db';
import type { CellCheckpoint } from '../domain/cell-books';
import type { Done } from '../domain/night';
import type { WalletCheckpoint } from '../domain/wallet-books';
import { keepCheckpoint } from '../store';

interface Checkpoint {
  readonly horizon: number;
}

/**
 * Documents with the checkpoints that are older than they are. Another run may have kept one that was made after this
 * document was read: then it is read again, because what that checkpoint counts must be gone from it.
 */
export function besideCheckpoints<D extends { readonly _id: string }, C extends Checkpoint>(
  documents: readonly D[],
  checkpoints: ReadonlyMap<string, C>,
  how: { readonly none: C; settledBefore(document: D): number; readAgain(id: string): Promise<D> },
): Promise<{ readonly document: D; readonly checkpoint: C }[]> {
  return mapAtOnce(documents, async (document) => {
    const checkpoint = checkpoints.get(document._id) ?? how.none;
    const isBehind = how.settledBefore(document) < checkpoint.horizon;
    return { document: isBehind ? await how.readAgain(document._id) : document, checkpoint };
  });
}

/**
 * What one page found, and what may be forgotten once that is kept: a run that dies before leaves checkpoints and marks as they
 * were, and the page is done again.
 */
export interface Page extends Done {
  afterwards(): Promise<void>;
}

export interface Moved {
  readonly target: string;
  readonly before: Checkpoint;
  readonly checkpoint: CellCheckpoint | WalletCheckpoint;
}

/** Those that moved on. */
export async function keepCheckpoints(db: Db, reckoned: readonly Moved[]): Promise<void> {
  const moved = reckoned.filter(({ before, checkpoint }) => checkpoint.horizon > before.horizon);
  await mapAtOnce(moved, ({ target, before, checkpoint }) =>
    keepCheckpoint(db, target, checkpoint, before.horizon === 0),
  );
}
