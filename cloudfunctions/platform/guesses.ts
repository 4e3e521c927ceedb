import { MINUTE_MS } from '../kernel/period';
import type { ResidentContext } from './context';
import { above, add, type Db } from './db';

/** compliance.md, Security: 10 misses in a minute close the door for 10 minutes. The minute begins with the first miss. */
export const MOST_MISSES = 10;
export const MISS_WINDOW_MS = MINUTE_MS;
export const BLOCK_MS = 10 * MINUTE_MS;

const COLLECTION = 'guesses';
const ROUNDS = 8;

/** Wrong codes (flyers, redeem codes) that one resident tried lately. */
type Guesses = { readonly _id: string; readonly sinceMs: number; readonly misses: number; readonly lastMissMs: number };

/** Until when this resident may try no code; null: may try. Read in the first wave, before any code is looked at. */
export async function blockedUntilMs(db: Db, residentId: string, nowMs: number): Promise<number | null> {
  const guesses = await db.get<Guesses>(COLLECTION, residentId);
  if (!guesses || guesses.misses < MOST_MISSES) return null;
  const untilMs = guesses.lastMissMs + BLOCK_MS;
  return nowMs < untilMs ? untilMs : null;
}

/** Counts one wrong code. Inside the minute it is one increment without a condition on others: of many at once, all count. */
export async function noteMiss({ db, residentId, nowMs }: ResidentContext): Promise<void> {
  const first: Guesses = { _id: residentId, sinceMs: nowMs, misses: 1, lastMissMs: nowMs };
  for (let round = 0; round < ROUNDS; round += 1) {
    const within = { _id: residentId, sinceMs: above(nowMs - MISS_WINDOW_MS) };
    if (await db.update(COLLECTION, within, { misses: add(1), lastMissMs: nowMs })) return;
    const before = await db.get<Guesses>(COLLECTION, residentId);
    if (!before && (await db.insert(COLLECTION, first)) === 'inserted') return;
    const { _id, ...fresh } = first;
    if (before && (await db.update(COLLECTION, { _id, sinceMs: before.sinceMs }, fresh))) return;
  }
}
