import type { Prize } from '../../kernel/wallet';
import { absent, add, atMost, type Db, remove, set, type Update } from '../../platform/db';
import type { Effect } from '../../platform/effects';
import type { Settlement } from './document';
import type { Draw } from './domain/draw';
import type { PrizeNote } from './domain/notes';
import { type Counts, type ReturnedUnits, settlementId } from './domain/settlement';

export function findVersion(db: Db, versionId: string): Promise<Draw | null> {
  return db.get<Draw>('draws', versionId);
}

export function findVersions(db: Db, versionIds: readonly string[]): Promise<Map<string, Draw>> {
  return versionIds.length === 0 ? Promise.resolve(new Map()) : db.getMany<Draw>('draws', versionIds);
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

export const SETTLEMENTS = 'drawSettlements';

export function findSettlement(db: Db, drawId: string): Promise<Settlement | null> {
  return db.get<Settlement>(SETTLEMENTS, settlementId(drawId));
}

export function findSettlementsById(db: Db, ids: readonly string[]): Promise<Map<string, Settlement>> {
  return ids.length === 0 ? Promise.resolve(new Map()) : db.getMany<Settlement>(SETTLEMENTS, ids);
}

/** By draw. */
export async function findSettlements(db: Db, drawIds: readonly string[]): Promise<Map<string, Settlement>> {
  if (drawIds.length === 0) return new Map();
  const found = await db.getMany<Settlement>(SETTLEMENTS, drawIds.map(settlementId));
  return new Map([...found.values()].map((settlement) => [settlement.drawId, settlement]));
}

/** Units and the money that is owed for them, in one update, once an op. */
export async function keepReturn(
  db: Db,
  drawId: string,
  op: string,
  returned: ReturnedUnits,
  effect: Effect | null,
): Promise<void> {
  const _id = settlementId(drawId);
  await db.insert<Settlement>(SETTLEMENTS, { _id, drawId, rev: 0, returns: {}, effects: {}, settledAtMs: null });
  const kept: Update = { rev: add(1), returns: { [op]: set({ ...returned }) } };
  const owed: Update = effect ? { effects: { [op]: set({ ...effect }) }, effectsDueAt: set(effect.at) } : {};
  await db.update(SETTLEMENTS, { _id, returns: { [op]: absent() } }, { ...kept, ...owed });
}

/** The first moment stands. */
export async function setSettled(db: Db, drawId: string, atMs: number): Promise<void> {
  const _id = settlementId(drawId);
  await db.insert<Settlement>(SETTLEMENTS, { _id, drawId, rev: 0, returns: {}, effects: {}, settledAtMs: null });
  await db.update(SETTLEMENTS, { _id, settledAtMs: null }, { settledAtMs: set(atMs) });
}

export const PRIZE_NOTES = 'prizeNotes';

const COUNTED: readonly Prize['state'][] = ['given', 'claimed', 'handed-over', 'expired', 'revoked'];

/** How many of a prize the books know in each state. One wave. */
export async function countNotes(db: Db, drawId: string, drawPrizeId: string): Promise<Counts> {
  const counts = await Promise.all(COUNTED.map((state) => db.count(PRIZE_NOTES, { drawId, drawPrizeId, state })));
  return Object.fromEntries(COUNTED.map((state, index) => [state, counts[index] ?? 0]));
}

/** Those whose unit is still to come back, by how long it is due. */
export function unitsDue(db: Db, nowMs: number, limit: number): Promise<PrizeNote[]> {
  return db.find<PrizeNote>(PRIZE_NOTES, {
    where: { unitDueAt: atMost(nowMs) },
    orderBy: [
      ['unitDueAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  });
}

export async function setUnitBack(db: Db, noteId: string): Promise<void> {
  await db.update(PRIZE_NOTES, { _id: noteId }, { unitDueAt: remove() });
}
