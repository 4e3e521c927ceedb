import { MINUTE_MS } from '../../../kernel/period';
import type { ResidentContext } from '../../../platform/context';
import type { Db } from '../../../platform/db';

/** Refused claims of one resident in a minute, from which on the wallet is asked before anything is taken. */
const MOST_REFUSALS = 5;
/** Residents remembered at once; beyond it the oldest are forgotten. */
const MOST_REMEMBERED = 10_000;

/** A full journal stays so for hours; it is looked at again after this. */
const FULL_FOR_MS = 10 * MINUTE_MS;

type Refusals = { sinceMs: number; count: number; fullUntilMs: number };

const warm = new WeakMap<Db, Map<string, Refusals>>();

/**
 * Who claims again and again what is refused would make units come and go, and the journal grow by a `void` each time.
 * Such a resident's next claims cost one more round trip and take nothing in vain; with a full journal they take nothing
 * at all. A warm function's memory is enough: each function adds an entry or two before it knows.
 */
export function isSuspect({ db, residentId, nowMs }: ResidentContext): boolean {
  const refusals = warm.get(db)?.get(residentId);
  if (!refusals) return false;
  return nowMs < refusals.fullUntilMs || (nowMs - refusals.sinceMs < MINUTE_MS && refusals.count >= MOST_REFUSALS);
}

export function noteRefusal({ db, residentId, nowMs }: ResidentContext, isFull: boolean): void {
  const known = warm.get(db) ?? new Map<string, Refusals>();
  warm.set(db, known);
  const before = known.get(residentId);
  const isRecent = before !== undefined && nowMs - before.sinceMs < MINUTE_MS;
  const fullUntilMs = isFull ? nowMs + FULL_FOR_MS : 0;
  known.delete(residentId);
  known.set(residentId, {
    sinceMs: isRecent ? before.sinceMs : nowMs,
    count: isRecent ? before.count + 1 : 1,
    fullUntilMs,
  });
  const [oldest] = known.keys();
  if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
}
