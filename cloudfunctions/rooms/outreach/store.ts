import { add, type Db, set } from '../../platform/db';
import { type Flyer, flyerId } from './domain/flyer';
import type { Visit } from './domain/visit';

/** A promoter's newest; older ones are in the batch's report. */
const MOST_MINE = 200;

export function findFlyer(db: Db, scene: string): Promise<Flyer | null> {
  return db.get<Flyer>('flyers', flyerId(scene));
}

export function insertFlyer(db: Db, flyer: Flyer): Promise<'inserted' | 'exists'> {
  return db.insert('flyers', flyer);
}

export function flyersOf(db: Db, promoterId: string): Promise<Flyer[]> {
  return db.find<Flyer>('flyers', {
    where: { promoterId },
    orderBy: [
      ['activatedAtMs', 'desc'],
      ['_id', 'asc'],
    ],
    limit: MOST_MINE,
  });
}

export type StaffChange = Pick<Flyer, 'state'> &
  Partial<Pick<Flyer, 'place' | 'note' | 'promoterId' | 'promoterName' | 'activatedAtMs'>>;

/** CAS on `rev`; false: someone else changed it first. */
export function changeFlyer(db: Db, { _id, rev }: Flyer, change: StaffChange): Promise<boolean> {
  const fields = Object.entries(change).map(([field, value]) => [field, set(value)]);
  return db.update('flyers', { _id, rev }, { rev: add(1), ...Object.fromEntries(fields) });
}

export function insertVisit(db: Db, visit: Visit): Promise<'inserted' | 'exists'> {
  return db.insert('flyerVisits', visit);
}

/** True for the first claim of this resident by this flyer. */
export function markClaimed(db: Db, visitId: string, nowMs: number): Promise<boolean> {
  return db.update('flyerVisits', { _id: visitId, claimedAtMs: null }, { claimedAtMs: set(nowMs) });
}

export function countOn(db: Db, flyer: Pick<Flyer, '_id'>, what: 'scanned' | 'claimed', day: string): Promise<boolean> {
  return db.update('flyers', { _id: flyer._id }, { [what]: add(1), days: { [day]: { [what]: add(1) } } });
}
