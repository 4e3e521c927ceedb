import { above, add, below, type Db, type Json, not, present, set } from '../../platform/db';
import type { OrderDay, OrderNote } from './domain/board';
import type { Group } from './domain/group';

/** Some dozens of estates with a few groups each; the platform's largest answer. */
const MOST_GROUPS = 1_000;
/** Days of the board that one run forgets. */
const MOST_DAYS = 500;

export function groupsOf(db: Db, estateId: string): Promise<Group[]> {
  return db.find<Group>('groups', { where: { estateId }, orderBy: [['number', 'asc']], limit: MOST_GROUPS });
}

export function allGroups(db: Db): Promise<Group[]> {
  return db.find<Group>('groups', {
    where: { estateId: present() },
    orderBy: [
      ['estateId', 'asc'],
      ['number', 'asc'],
    ],
    limit: MOST_GROUPS,
  });
}

export function findGroup(db: Db, groupId: string): Promise<Group | null> {
  return db.get<Group>('groups', groupId);
}

export async function groupOfChat(db: Db, chatId: string): Promise<Group | null> {
  return (await db.find<Group>('groups', { where: { chatId }, limit: 1 }))[0] ?? null;
}

export function insertGroup(db: Db, group: Group): Promise<'inserted' | 'exists'> {
  return db.insert('groups', group);
}

export type GroupChange = Partial<Pick<Group, 'isOpen' | 'picture' | 'counted' | 'shown' | 'troubled' | 'chatId'>>;

/** CAS on `rev`; false: someone else changed it first. */
export function changeGroup(db: Db, { _id, rev }: Group, change: GroupChange): Promise<boolean> {
  const fields = Object.entries(change).map(([field, value]) => [field, set(value as Json)]);
  return db.update('groups', { _id, rev }, { rev: add(1), ...Object.fromEntries(fields) });
}

/** Which group's code a resident was shown last in this estate: one seat each. */
export type GroupShow = {
  readonly _id: string;
  readonly groupId: string;
  readonly atMs: number;
  /** `picture.atMs` of the code that this resident said does not open; 0: none. */
  readonly toldOf: number;
};

export function findShow(db: Db, showId: string): Promise<GroupShow | null> {
  return db.get<GroupShow>('groupShows', showId);
}

export function insertShow(db: Db, show: GroupShow): Promise<'inserted' | 'exists'> {
  return db.insert('groupShows', show);
}

export function moveShow(db: Db, show: GroupShow, groupId: string, atMs: number): Promise<boolean> {
  return db.update('groupShows', { _id: show._id, groupId: show.groupId }, { groupId, atMs });
}

/** True for the first time that this resident says so of this code. */
export function markTold(db: Db, showId: string, pictureAtMs: number): Promise<boolean> {
  return db.update('groupShows', { _id: showId, toldOf: not(pictureAtMs) }, { toldOf: pictureAtMs });
}

export function countShows(db: Db, { _id, counted }: Group): Promise<number> {
  return db.count('groupShows', { groupId: _id, atMs: above(counted.atMs) });
}

export function addTo(db: Db, groupId: string, what: 'shown' | 'troubled'): Promise<boolean> {
  return db.update('groups', { _id: groupId }, { [what]: add(1) });
}

/** Only where nobody was shown it, and staff did not count, meanwhile. */
export function mendShown(db: Db, { _id, rev, shown }: Group, counted: number): Promise<boolean> {
  return db.update('groups', { _id, rev, shown }, { shown: counted });
}

export function findDay(db: Db, dayId: string): Promise<OrderDay | null> {
  return db.get<OrderDay>('groupDays', dayId);
}

export function insertDay(db: Db, day: OrderDay): Promise<'inserted' | 'exists'> {
  return db.insert('groupDays', day);
}

/** The same order writes the same again. False: the day has no document yet. */
export function noteOrder(db: Db, dayId: string, orderKey: string, note: OrderNote): Promise<boolean> {
  return db.update('groupDays', { _id: dayId }, { orders: { [orderKey]: set(note as unknown as Json) } });
}

export function daysBefore(db: Db, day: string): Promise<OrderDay[]> {
  return db.find<OrderDay>('groupDays', { where: { day: below(day) }, orderBy: [['day', 'asc']], limit: MOST_DAYS });
}

export function removeDay(db: Db, dayId: string): Promise<boolean> {
  return db.remove('groupDays', { _id: dayId });
}
