import type { Context } from '../../../platform/context';
import type { Db } from '../../../platform/db';
import type { Estate } from '../domain/estate';
import { allEstates, findEstate } from '../store';

/** Estates change by the month; a warm function may be this much behind. */
const REMEMBER_MS = 60_000;

interface Remembered {
  readonly estate: Estate;
  readonly readAtMs: number;
}
const memories = new WeakMap<Db, Map<string, Remembered>>();

export interface EstateFacts {
  readonly estateId: string;
  readonly name: string;
  readonly baseFreightFen: number;
  /** Null: no express delivery here. */
  readonly rushFeeFen: number | null;
  /** Within the shop's own radius; else only while a campaign widens it. */
  readonly served: boolean;
}

const lastReadAtMs = new WeakMap<Db, number>();

/**
 * Reads all estates (some dozens) in one request where this function has not done so for a minute. Started within a
 * first wave, it spares the second one that `estateFacts` would need.
 */
export async function rememberEstates({ db, nowMs }: Pick<Context, 'db' | 'nowMs'>): Promise<void> {
  const lastMs = lastReadAtMs.get(db);
  if (lastMs !== undefined && nowMs >= lastMs && nowMs - lastMs < REMEMBER_MS) return;
  const estates = await allEstates(db);
  memories.set(db, new Map(estates.map((estate) => [estate._id, { estate, readAtMs: nowMs }])));
  lastReadAtMs.set(db, nowMs);
}

/** What a quote needs of an estate; null: there is none. No round trip when warm. */
export async function estateFacts(
  { db, nowMs }: Pick<Context, 'db' | 'nowMs'>,
  estateId: string,
): Promise<EstateFacts | null> {
  const memory = memories.get(db) ?? new Map<string, Remembered>();
  memories.set(db, memory);
  const known = memory.get(estateId);
  const isFresh = known !== undefined && nowMs >= known.readAtMs && nowMs - known.readAtMs < REMEMBER_MS;
  const estate = isFresh ? known.estate : await findEstate(db, estateId);
  if (!estate) return null;
  if (!isFresh) memory.set(estateId, { estate, readAtMs: nowMs });
  const { name, baseFreightFen, served } = estate;
  // Estates that were opened before express delivery have no such field.
  return { estateId, name, baseFreightFen, rushFeeFen: estate.rushFeeFen ?? null, served };
}
