import type { Db } from '../../platform/db';
import type { Draw } from './domain/draw';

export function findVersion(db: Db, versionId: string): Promise<Draw | null> {
  return db.get<Draw>('draws', versionId);
}

export function findVersions(db: Db, versionIds: readonly string[]): Promise<Map<string, Draw>> {
  return db.getMany<Draw>('draws', versionIds);
}

export function insertVersion(db: Db, draw: Draw): Promise<'inserted' | 'exists'> {
  return db.insert('draws', draw);
}

type Seed = { readonly _id: string; readonly seedHex: string };

/** 256 secret bits. Only spinning and, after the end, the draw's page read them; no operation returns them before. */
export async function findSeed(db: Db, drawId: string): Promise<string | null> {
  return (await db.get<Seed>('drawSeeds', drawId))?.seedHex ?? null;
}

/** The draw's seed: the first one made stands, however often publishing is tried. */
export async function keepSeed(db: Db, drawId: string, seedHex: string): Promise<string> {
  if ((await db.insert<Seed>('drawSeeds', { _id: drawId, seedHex })) === 'inserted') return seedHex;
  const kept = await findSeed(db, drawId);
  if (kept === null) throw new Error(`seed of ${drawId} exists and cannot be read`);
  return kept;
}
