import {
  above,
  absent,
  add,
  atMost,
  below,
  type Condition,
  type Db,
  type Json,
  not,
  type Query,
  remove,
  set,
  type Update,
  type Where,
} from '../../platform/db';
import { getAnswered, getManyAnswered } from '../../platform/holds/answers';
import type { Card } from './domain/card';
import type { Change } from './domain/decide';
import type { Programme } from './domain/programme';
import type { Referral } from './domain/referral';
import type { ReferralState } from './domain/states';

export const REFERRALS = 'referrals';
const CARDS = 'referralCards';
const PROGRAMMES = 'referralProgrammes';
const CODES = 'referralCodes';
const HOMES = 'referralHomes';

// ---- programmes

export const findProgramme = (db: Db, id: string): Promise<Programme | null> => db.get<Programme>(PROGRAMMES, id);
export const insertProgramme = (db: Db, programme: Programme): Promise<'inserted' | 'exists'> =>
  db.insert(PROGRAMMES, programme);

// ---- cards

export const findCard = (db: Db, cardId: string): Promise<Card | null> => getAnswered<Card>(db, CARDS, cardId);
export const insertCard = (db: Db, card: Card): Promise<'inserted' | 'exists'> => db.insert(CARDS, card);

/** CAS on `rev`; false: another device wrote first. */
export function writeCard(db: Db, { _id, rev }: Card, change: Partial<Omit<Card, '_id' | 'rev'>>): Promise<boolean> {
  const fields = Object.entries(change).map(([field, value]) => [field, set(value as Json)]);
  return db.update(CARDS, { _id, rev }, { rev: add(1), ...Object.fromEntries(fields) });
}

/** More campaigns with referral than a resident takes part in. */
const MOST_CARDS = 100;
export const cardsOf = (db: Db, inviterId: string): Promise<Card[]> =>
  db.find<Card>(CARDS, { where: { inviterId }, orderBy: [['_id', 'asc']], limit: MOST_CARDS });

/** A card's mini-program code as WeChat drew it: it never changes. */
export type CardCode = { readonly _id: string; readonly png: string };
export const findCode = (db: Db, cardId: string): Promise<CardCode | null> => db.get<CardCode>(CODES, cardId);
export const insertCode = (db: Db, code: CardCode): Promise<'inserted' | 'exists'> => db.insert(CODES, code);

// ---- referrals

export const findReferral = (db: Db, id: string): Promise<Referral | null> => getAnswered<Referral>(db, REFERRALS, id);
export const insertReferral = (db: Db, referral: Referral): Promise<'inserted' | 'exists'> =>
  db.insert(REFERRALS, referral);

/** CAS on `rev`; effects are added to those that are there, a field that is undefined goes. */
export function writeReferral(db: Db, { _id, rev }: Referral, change: NonNullable<Change>): Promise<boolean> {
  const { effects, ...fields } = change;
  const values = Object.entries(fields).map(([field, value]): [string, Update[string]] => [
    field,
    value === undefined ? remove() : set(value as Json),
  ]);
  const owed = effects && Object.entries(effects).map(([id, effect]) => [id, set(effect as unknown as Json)] as const);
  return db.update(
    REFERRALS,
    { _id, rev },
    { rev: add(1), ...Object.fromEntries(values), ...(owed ? { effects: Object.fromEntries(owed) } : {}) },
  );
}

export const changed = (referral: Referral, change: NonNullable<Change>): Referral => {
  const { expireAt, ...rest } = { ...referral, ...change };
  const effects = { ...referral.effects, ...change.effects };
  return { ...rest, rev: referral.rev + 1, effects, ...(expireAt === undefined ? {} : { expireAt }) };
};

/** Newest first; one row more than a page says that another follows. */
export async function pageOfInviter(
  db: Db,
  inviterId: string,
  after: After | null,
  limit: number,
): Promise<Referral[]> {
  return page(db, { inviterId }, { field: 'boundAtMs', direction: 'desc' }, after, limit);
}

/** Oldest first. */
export const pageOfHeld = (db: Db, after: After | null, limit: number): Promise<Referral[]> =>
  page(db, { state: 'held' }, { field: 'heldAtMs', direction: 'asc' }, after, limit);

export const countHeld = (db: Db): Promise<number> => db.count(REFERRALS, { state: 'held' });

export interface After {
  readonly atMs: number;
  readonly id: string;
}

/** Rows after a cursor are two ranges of one index, in one wave: those of its millisecond, then those beyond. */
async function page(
  db: Db,
  where: Where,
  { field, direction }: { readonly field: 'boundAtMs' | 'heldAtMs'; readonly direction: 'asc' | 'desc' },
  after: After | null,
  limit: number,
): Promise<Referral[]> {
  const orderBy: Query['orderBy'] = [
    [field, direction],
    ['_id', 'asc'],
  ];
  const read = (more: { readonly [field: string]: Condition | number }) =>
    db.find<Referral>(REFERRALS, { where: { ...where, ...more }, orderBy, limit });
  if (!after) return read({});
  const beyond = direction === 'desc' ? below : above;
  const [ties, rest] = await Promise.all([
    read({ [field]: after.atMs, _id: above(after.id) }),
    read({ [field]: beyond(after.atMs) }),
  ]);
  return [...ties, ...rest].slice(0, limit);
}

export const countOf = (
  db: Db,
  inviterId: string,
  where: { readonly state: ReferralState | Condition; readonly programmeId?: string },
): Promise<number> => db.count(REFERRALS, { inviterId, ...where });

export const NOT_REFUSED = not('refused');

/** Somebody else who was bound, by whatever card, by a client that made the same id for itself: as far as can be known, one phone. */
export async function hasDevice(db: Db, deviceHash: string, exceptId: string): Promise<boolean> {
  const found = await db.find<Referral>(REFERRALS, {
    where: { deviceHash },
    orderBy: [['_id', 'asc']],
    limit: MOST_ON_DEVICE,
  });
  return found.some(({ inviteeId }) => inviteeId !== exceptId);
}

/** Of one resident's own bindings, one 30 days after another: more than these are somebody's. */
const MOST_ON_DEVICE = 20;

/** Rows of one run of a job; the rest is due again with the next. */
const JOB_ROWS = 300;
export const dueToExpire = (db: Db, nowMs: number): Promise<Referral[]> =>
  db.find<Referral>(REFERRALS, {
    where: { expireAt: atMost(nowMs) },
    orderBy: [['expireAt', 'asc']],
    limit: JOB_ROWS,
  });

/** Missing ids are missing from the list. */
export async function referralsByIds(db: Db, ids: readonly string[]): Promise<Referral[]> {
  return [...(await getManyAnswered<Referral>(db, REFERRALS, ids)).values()];
}

// ---- homes

/** First receipts of neighbours who live in one home, by referral. */
type HomeBook = { readonly _id: string; readonly referrals: { readonly [referralId: string]: number } };

/**
 * Notes that this referral's first order went to this home and tells how many others' did before: each notes itself before it
 * counts, so of three at once at least the last sees the others.
 */
export async function othersAtHome(db: Db, homeId: string, referralId: string, nowMs: number): Promise<number> {
  const where = { _id: homeId, referrals: { [referralId]: absent() } };
  if (!(await db.update(HOMES, where, { referrals: { [referralId]: set(nowMs) } })))
    await db.insert<HomeBook>(HOMES, { _id: homeId, referrals: {} });
  await db.update(HOMES, where, { referrals: { [referralId]: set(nowMs) } });
  const book = await db.get<HomeBook>(HOMES, homeId);
  return Object.keys(book?.referrals ?? {}).filter((id) => id !== referralId).length;
}
