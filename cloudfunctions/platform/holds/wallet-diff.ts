import { codesOf } from '../../kernel/prizes';
import type { Wallet } from '../../kernel/wallet';
import { type Change, type Json, remove, set, type Update } from '../db';
import { sweepAtMs } from './wallet-due';

/** Maps that are written key by key, so that a claim does not send the whole journal. */
const MAPS = ['journal', 'holds', 'coupons', 'revoked', 'lots', 'chances', 'prizes', 'counters', 'spend'] as const;
const VALUES = ['horizon', 'firstOrder', 'tier', 'tierSinceMs', 'tierNoticeAtMs', 'pointsDebt', 'referral'] as const;

/** Of a wallet that was written since its numbers were last reckoned again (unreckoned.ts). Indexed. */
export const UNRECKONED = 'unreckoned';

/** Hand-over codes of its prizes, so that a code finds its wallet. Indexed; absent where there are none. */
export const CODES = 'codes';

type Entries = { readonly [key: string]: unknown };

/**
 * The update that turns `before` into `after`. Values are compared by identity first: pure changes share what they do
 * not touch.
 */
export function walletChange(before: Wallet, after: Wallet): Update {
  const change: { [field: string]: Change | Update | number | boolean } = { rev: before.rev + 1 };
  for (const field of MAPS) {
    const entries = mapChange(before[field] ?? {}, after[field] ?? {});
    if (Object.keys(entries).length > 0) change[field] = entries;
  }
  for (const field of VALUES) if (!same(before[field], after[field])) change[field] = set(after[field] as Json);
  const codes = codesOf(after);
  if (!same(codesOf(before), codes)) change[CODES] = codes.length === 0 ? remove() : set(codes);
  const dueAtMs = sweepAtMs(after);
  change.sweepAt = dueAtMs === null ? remove() : dueAtMs;
  change[UNRECKONED] = true;
  return change;
}

function mapChange(before: Entries, after: Entries): { [key: string]: Change } {
  const changes: { [key: string]: Change } = {};
  for (const [key, value] of Object.entries(after)) if (!same(before[key], value)) changes[key] = set(value as Json);
  for (const key of Object.keys(before)) if (!(key in after)) changes[key] = remove();
  return changes;
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
