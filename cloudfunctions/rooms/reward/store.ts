import {
  above,
  atMost,
  below,
  type Condition,
  type Db,
  type Json,
  remove,
  set,
  type Update,
  type Where,
} from '../../platform/db';
import { getAnswered } from '../../platform/holds/answers';
import { type DeadLetter, LETTERS } from '../../platform/outbox/letters';
import type { LegalApproval } from './domain/legal';
import type { Payout } from './domain/payout';
import type { PayoutDay } from './domain/payout-limits';
import type { PayoutTab } from './domain/payout-states';

const PAYOUTS = 'payouts';
const PAYOUT_DAYS = 'payoutDays';
const APPROVALS = 'legalApprovals';

export const findPayout = (db: Db, id: string): Promise<Payout | null> => getAnswered<Payout>(db, PAYOUTS, id);

export const insertPayout = (db: Db, payout: Payout): Promise<'inserted' | 'exists'> => db.insert(PAYOUTS, payout);

/** One CAS on the payout as it was read. */
export function updatePayout(db: Db, before: Payout, after: Payout): Promise<boolean> {
  const { _id, rev } = before;
  return db.update(PAYOUTS, { _id, rev }, changeOf(before, { ...after, rev: rev + 1 }));
}

function changeOf(before: object, after: object): Update {
  const old = before as { readonly [field: string]: unknown };
  const now = after as { readonly [field: string]: unknown };
  const changed = Object.keys({ ...old, ...now }).filter((field) => old[field] !== now[field]);
  return Object.fromEntries(changed.map((field) => [field, field in now ? set(now[field] as Json) : remove()]));
}

/** Rows of one run of the timer; the rest is due again next minute. */
const JOB_ROWS = 100;

export const payoutsToAsk = (db: Db, nowMs: number): Promise<Payout[]> =>
  db.find(PAYOUTS, { where: { askAt: atMost(nowMs) }, orderBy: [['askAt', 'asc']], limit: JOB_ROWS });

export interface After {
  readonly atMs: number;
  readonly id: string;
}

/** Newest first; `_id` is the last key, so rows of one millisecond are not lost. */
async function page<T extends { readonly _id: string }>(
  db: Db,
  collection: string,
  of: { readonly where: Where; readonly by: string },
  after: After | null,
  limit: number,
): Promise<T[]> {
  const orderBy = [
    [of.by, 'desc'],
    ['_id', 'desc'],
  ] as const;
  const ask = (more: { readonly [field: string]: Condition | number }, rows: number) =>
    db.find<T>(collection, { where: { ...of.where, ...more }, orderBy, limit: rows });
  if (!after) return ask({}, limit);
  const same = await ask({ [of.by]: after.atMs, _id: below(after.id) }, limit);
  return same.length === limit ? same : [...same, ...(await ask({ [of.by]: below(after.atMs) }, limit - same.length))];
}

export const payoutsOfTab = (db: Db, tab: PayoutTab, after: After | null, limit: number): Promise<Payout[]> =>
  page(db, PAYOUTS, { where: { tab }, by: 'at' }, after, limit);

export const payoutsOfResident = (db: Db, residentId: string, after: After | null, limit: number): Promise<Payout[]> =>
  page(db, PAYOUTS, { where: { residentId }, by: 'at' }, after, limit);

export const countPayouts = (db: Db, tab: PayoutTab): Promise<number> => db.count(PAYOUTS, { tab });

export const findPayoutDay = (db: Db, day: string): Promise<PayoutDay | null> =>
  getAnswered<PayoutDay>(db, PAYOUT_DAYS, day);

export const insertPayoutDay = (db: Db, day: PayoutDay): Promise<'inserted' | 'exists'> => db.insert(PAYOUT_DAYS, day);

export const updatePayoutDay = (db: Db, before: PayoutDay, outBillNo: string, after: PayoutDay): Promise<boolean> =>
  db.update(
    PAYOUT_DAYS,
    { _id: before._id, rev: before.rev },
    { rev: after.rev, taken: { [outBillNo]: set((after.taken[outBillNo] ?? null) as Json) } },
  );

export const insertApproval = (db: Db, approval: LegalApproval): Promise<'inserted' | 'exists'> =>
  db.insert(APPROVALS, approval);

export const findApproval = (db: Db, id: string): Promise<LegalApproval | null> =>
  getAnswered<LegalApproval>(db, APPROVALS, id);

/** More approvals than a shop gathers in its life. */
const MOST_APPROVALS = 100;

export const approvals = (db: Db): Promise<LegalApproval[]> =>
  db.find(APPROVALS, { where: { atMs: above(0) }, orderBy: [['atMs', 'desc']], limit: MOST_APPROVALS });

export const endApproval = (db: Db, id: string, endedAtMs: number): Promise<boolean> =>
  db.update(APPROVALS, { _id: id, endedAtMs: null }, { endedAtMs: set(endedAtMs) });

export const findLetter = (db: Db, id: string): Promise<DeadLetter | null> => getAnswered<DeadLetter>(db, LETTERS, id);

export const openLetters = (db: Db, after: After | null, limit: number): Promise<DeadLetter[]> =>
  page(db, LETTERS, { where: { state: 'open' }, by: 'atMs' }, after, limit);

export const countLetters = (db: Db): Promise<number> => db.count(LETTERS, { state: 'open' });
