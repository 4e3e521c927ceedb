import { mapAtOnce } from '../../../platform/at-once';
import type { Db } from '../../../platform/db';
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

/** Those that moved on. */
export async function keepCheckpoints(
  db: Db,
  kept: readonly {
    readonly target: string;
    readonly before: Checkpoint;
    readonly after: Parameters<typeof keepCheckpoint>[2];
  }[],
): Promise<void> {
  const moved = kept.filter(({ before, after }) => after.horizon > before.horizon);
  await mapAtOnce(moved, ({ target, after }) => keepCheckpoint(db, target, after));
}
