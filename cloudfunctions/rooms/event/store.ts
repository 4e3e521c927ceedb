import {
  above,
  absent,
  add,
  atLeast,
  atMost,
  type Db,
  type Json,
  set,
  type Update,
  type Where,
} from '../../platform/db';
import type { Effect } from '../../platform/effects';
import { MOST_WAITING, type NeighbourEvent } from './domain/event';
import type { PartyWrite } from './domain/party';

export const EVENTS = 'events';

/** What a page shows; a shop that plans more events than this at once has a calendar. */
const MOST_SHOWN = 10;
const MOST_ROWS = 100;

export function findEvent(db: Db, eventId: string): Promise<NeighbourEvent | null> {
  return db.get<NeighbourEvent>(EVENTS, eventId);
}

/** Published, those called off too, whose end is after `sinceMs`; the soonest first. */
export function shownEvents(db: Db, sinceMs: number): Promise<NeighbourEvent[]> {
  return db.find<NeighbourEvent>(EVENTS, {
    where: { shownUntilMs: above(sinceMs) },
    orderBy: [['shownUntilMs', 'asc']],
    limit: MOST_SHOWN,
  });
}

/** Staff's list, the newest first; `before`: the last row of the page before. */
export function eventsPage(db: Db, beforeMs: number | null, limit: number): Promise<NeighbourEvent[]> {
  return db.find<NeighbourEvent>(EVENTS, {
    where: beforeMs === null ? { createdAtMs: above(0) } : { createdAtMs: atMost(beforeMs - 1) },
    orderBy: [['createdAtMs', 'desc']],
    limit,
  });
}

/** Open ones: the timer looks after their lines and their ends. */
export function openEvents(db: Db): Promise<NeighbourEvent[]> {
  return db.find<NeighbourEvent>(EVENTS, { where: { state: 'open' }, orderBy: [['_id', 'asc']], limit: MOST_ROWS });
}

export function eventsById(db: Db, eventIds: readonly string[]): Promise<Map<string, NeighbourEvent>> {
  return db.getMany<NeighbourEvent>(EVENTS, eventIds);
}

export function insertEvent(db: Db, event: NeighbourEvent): Promise<'inserted' | 'exists'> {
  return db.insert(EVENTS, event);
}

export type EventChange = Partial<
  Pick<NeighbourEvent, 'state' | 'plan' | 'shownUntilMs' | 'changedAtMs' | 'calledOffWhy' | 'thanks'>
>;

export interface StaffWrite {
  readonly set: EventChange;
  /** More seats. */
  readonly left?: number;
  readonly money?: NeighbourEvent['money'];
  readonly effects?: { readonly [id: string]: Effect };
  readonly dueAtMs?: number;
  /** The number of households that came, where the change counts on it. */
  readonly came?: number;
}

/** CAS on `rev`; false: somebody else changed it first. */
export function changeEvent(db: Db, { _id, rev }: NeighbourEvent, write: StaffWrite): Promise<boolean> {
  const fields = Object.entries(write.set).map(([field, value]) => [field, set(value as Json)]);
  const change: Update = {
    rev: add(1),
    ...Object.fromEntries(fields),
    ...(write.left ? { left: add(write.left) } : {}),
    ...(write.money ? { money: each(write.money) } : {}),
    ...(write.effects ? { effects: each(write.effects) } : {}),
    ...(write.dueAtMs === undefined ? {} : { effectsDueAt: set(write.dueAtMs) }),
  };
  return db.update(EVENTS, { _id, rev, ...(write.came === undefined ? {} : { came: write.came }) }, change);
}

const each = (map: { readonly [key: string]: unknown }): Update =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, set(value as Json)]));

export interface Owed {
  readonly effects: { readonly [id: string]: Effect };
  readonly dueAtMs: number;
}

/**
 * One household's change: a condition on that household alone, and on the seats it takes. Households do not wait for each
 * other, and no seat is given twice.
 */
export function writeParty(db: Db, eventId: string, write: PartyWrite, owed?: Owed): Promise<boolean> {
  const { residentId, before, after, left, waiting, came, pastTheLine } = write;
  const where: Where = {
    state: 'open',
    parties: { [residentId]: before ? { rev: before.rev } : absent() },
    ...(left < 0 ? { left: atLeast(-left) } : {}),
    ...(pastTheLine ? { waiting: 0 } : waiting > 0 ? { waiting: atMost(MOST_WAITING - waiting) } : {}),
  };
  const counts = Object.entries({ left, waiting, came }).filter(([, delta]) => delta !== 0);
  return db.update(
    EVENTS,
    { ...where, _id: eventId },
    {
      parties: { [residentId]: set(after as unknown as Json) },
      ...Object.fromEntries(counts.map(([counter, delta]) => [counter, add(delta)])),
      ...(owed ? { effects: each(owed.effects), effectsDueAt: set(owed.dueAtMs) } : {}),
    },
  );
}
