import { MINUTE_MS } from '../../../kernel/period';
import type { ResidentContext } from '../../../platform/context';
import type { Db } from '../../../platform/db';

/** Refused claims of one resident in a minute, from which on the wallet is asked before anything is taken. */
const MOST_REFUSALS = 5;
/** Residents remembered at once; beyond it the oldest are forgotten. */
const MOST_REMEMBERED = 10_000;

type Refusals = { sinceMs: number; count: number };

const warm = new WeakMap<Db, Map<string, Refusals>>();

/**
 * Who claims again and again what the wallet refuses would make units come and go, and the journal grow by a `void` each
 * time. Such a resident's next claims cost one more round trip and take nothing in vain. A warm function's memory is
 * enough: it changes the order of reading and taking, never the answer.
 */
export function isSuspect({ db, residentId, nowMs }: ResidentContext): boolean {
  const refusals = warm.get(db)?.get(residentId);
  return refusals !== undefined && nowMs - refusals.sinceMs < MINUTE_MS && refusals.count >= MOST_REFUSALS;
}

export function noteRefusal({ db, residentId, nowMs }: ResidentContext): void {
  const known = warm.get(db) ?? new Map<string, Refusals>();
  warm.set(db, known);
  const before = known.get(residentId);
  const isRecent = before !== undefined && nowMs - before.sinceMs < MINUTE_MS;
  known.delete(residentId);
  known.set(residentId, isRecent ? { ...before, count: before.count + 1 } : { sinceMs: nowMs, count: 1 });
  const [oldest] = known.keys();
  if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
}
