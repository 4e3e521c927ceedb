import { MINUTE_MS } from '../kernel/period';
import type { ResidentContext } from './context';
import { above, add, below, type Db } from './db';

/** compliance.md, Security: 10 misses in a minute close the door for 10 minutes. The minute begins with the first miss. */
export const MOST_MISSES = 10;
export const MISS_WINDOW_MS = MINUTE_MS;
export const BLOCK_MS = 10 * MINUTE_MS;

const COLLECTION = 'guesses';
const ROUNDS = 8;

/** Wrong codes (flyers, redeem codes) that one resident tried lately. */
type Guesses = { readonly _id: string; readonly sinceMs: number; readonly misses: number; readonly lastMissMs: number };

/** Until when these misses close the door; null: they do not, or no longer. */
function closedUntilMs(guesses: Omit<Guesses, '_id'> | null | undefined, nowMs: number): number | null {
  if (!guesses || guesses.misses < MOST_MISSES) return null;
  const untilMs = guesses.lastMissMs + BLOCK_MS;
  return nowMs < untilMs ? untilMs : null;
}

/** Until when this resident may try no code; null: may try. Read in the first wave, before any code is looked at. */
export async function blockedUntilMs(db: Db, residentId: string, nowMs: number): Promise<number | null> {
  return closedUntilMs(await db.get<Guesses>(COLLECTION, residentId), nowMs);
}

/** What this function has seen itself: who keeps guessing at a closed door is told so and costs the database nothing. */
const seen = new WeakMap<Db, Map<string, Omit<Guesses, '_id'>>>();
const MOST_SEEN = 10_000;

/**
 * Counts one wrong code. Inside the minute it is one increment without a condition on others: of many at once, all count.
 * Until when the door was closed already, in which case nothing is counted; null: it was not.
 */
export async function noteMiss({
  db,
  residentId,
  nowMs,
}: Pick<ResidentContext, 'db' | 'residentId' | 'nowMs'>): Promise<number | null> {
  const misses = seen.get(db) ?? new Map<string, Omit<Guesses, '_id'>>();
  seen.set(db, misses);
  const mine = misses.get(residentId);
  const untilMs = closedUntilMs(mine, nowMs) ?? (await countMiss(db, residentId, nowMs));
  if (untilMs !== null) return untilMs;
  if (misses.size >= MOST_SEEN) misses.clear();
  const isWithin = mine !== undefined && nowMs - mine.sinceMs < MISS_WINDOW_MS;
  const before = isWithin ? mine : { sinceMs: nowMs, misses: 0 };
  misses.set(residentId, { sinceMs: before.sinceMs, misses: before.misses + 1, lastMissMs: nowMs });
  return null;
}

async function countMiss(db: Db, residentId: string, nowMs: number): Promise<number | null> {
  const first: Guesses = { _id: residentId, sinceMs: nowMs, misses: 1, lastMissMs: nowMs };
  for (let round = 0; round < ROUNDS; round += 1) {
    const within = { _id: residentId, sinceMs: above(nowMs - MISS_WINDOW_MS), misses: below(MOST_MISSES) };
    if (await db.update(COLLECTION, within, { misses: add(1), lastMissMs: nowMs })) return null;
    const before = await db.get<Guesses>(COLLECTION, residentId);
    const untilMs = closedUntilMs(before, nowMs);
    if (untilMs !== null) return untilMs;
    if (!before && (await db.insert(COLLECTION, first)) === 'inserted') return null;
    const { _id, ...fresh } = first;
    if (before && (await db.update(COLLECTION, { _id, sinceMs: before.sinceMs, misses: before.misses }, fresh)))
      return null;
  }
  return null;
}
