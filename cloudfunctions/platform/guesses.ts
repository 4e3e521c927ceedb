import { MINUTE_MS } from '../kernel/period';
import type { ResidentContext } from './context';
import { add, type Db, set } from './db';

/** compliance.md, Security: 10 misses in a minute close the door for 10 minutes. */
export const MOST_MISSES = 10;
export const MISS_WINDOW_MS = MINUTE_MS;
export const BLOCK_MS = 10 * MINUTE_MS;

const COLLECTION = 'guesses';
const ROUNDS = 8;

/** Wrong codes (flyers, redeem codes) that one resident tried lately. */
type Guesses = {
  readonly _id: string;
  readonly rev: number;
  readonly sinceMs: number;
  readonly misses: number;
  readonly blockedUntilMs: number;
};

/** Until when this resident may try no code; null: may try. Read in the first wave, before any code is looked at. */
export async function blockedUntilMs(db: Db, residentId: string, nowMs: number): Promise<number | null> {
  const guesses = await db.get<Guesses>(COLLECTION, residentId);
  return guesses && guesses.blockedUntilMs > nowMs ? guesses.blockedUntilMs : null;
}

function afterMiss(before: Guesses, nowMs: number): Omit<Guesses, '_id' | 'rev'> {
  const fresh = nowMs - before.sinceMs >= MISS_WINDOW_MS;
  const misses = fresh ? 1 : before.misses + 1;
  const sinceMs = fresh ? nowMs : before.sinceMs;
  return misses >= MOST_MISSES
    ? { sinceMs: nowMs, misses: 0, blockedUntilMs: nowMs + BLOCK_MS }
    : { sinceMs, misses, blockedUntilMs: before.blockedUntilMs };
}

/** Counts one wrong code. Every miss of many at once counts: CAS, again when another came between. */
export async function noteMiss({ db, residentId, nowMs }: ResidentContext): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await db.get<Guesses>(COLLECTION, residentId);
    if (!before) {
      const first: Guesses = { _id: residentId, rev: 0, sinceMs: nowMs, misses: 1, blockedUntilMs: 0 };
      if ((await db.insert(COLLECTION, first)) === 'inserted') return;
      continue;
    }
    const after = afterMiss(before, nowMs);
    const change = {
      rev: add(1),
      sinceMs: set(after.sinceMs),
      misses: after.misses,
      blockedUntilMs: after.blockedUntilMs,
    };
    if (await db.update(COLLECTION, { _id: residentId, rev: before.rev }, change)) return;
  }
}
