import type { Db } from '../../../platform/db';
import { type Batch, batchOfSet, linkOfSet } from '../domain/batch';
import { readCode } from '../domain/code';
import { type Entry, flyerEntry, linkEntry } from '../domain/entry';
import { type Flyer, printedFlyer } from '../domain/flyer';
import { findBatch, findFlyer, findLink } from '../store';

export interface FoundFlyer {
  readonly flyer: Flyer;
  /** Null: printed before batches were kept. */
  readonly batch: Batch | null;
  /** Nobody has put it up or retired it: it is in no collection yet. */
  readonly isUnborn: boolean;
}

/** The flyer of a code that may be ours; null: there is none, or it is a link's. One round trip. */
export async function findFlyerOf(db: Db, scene: string): Promise<FoundFlyer | null> {
  const code = readCode(scene);
  if (code?.number === 0) return null;
  const [flyer, batch] = await Promise.all([findFlyer(db, scene), code ? findBatch(db, batchOfSet(code.set)) : null]);
  if (flyer) return { flyer, batch, isUnborn: false };
  if (!code || !batch || code.number > batch.size) return null;
  return { flyer: printedFlyer(batch, scene, code.number), batch, isUnborn: true };
}

/** What a code that may be ours leads into; null: nothing. One round trip. */
export async function findEntry(db: Db, scene: string, nowMs: number): Promise<Entry | null> {
  const code = readCode(scene);
  if (code?.number === 0) {
    const link = await findLink(db, linkOfSet(code.set));
    return link && linkEntry(link, nowMs);
  }
  const found = await findFlyerOf(db, scene);
  return found && flyerEntry(found.flyer, found.batch, nowMs);
}
