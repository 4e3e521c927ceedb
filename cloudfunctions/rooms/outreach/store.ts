import { above, add, below, type Db, type Json, present, set } from '../../platform/db';
import type { Batch } from './domain/batch';
import { type Flyer, flyerId } from './domain/flyer';
import type { Counts, FunnelBy, FunnelRow } from './domain/funnel';
import type { Link } from './domain/link';

/** A promoter's newest; older ones are in the batch's funnel. */
const MOST_MINE = 200;

export function findFlyer(db: Db, scene: string): Promise<Flyer | null> {
  return db.get<Flyer>('flyers', flyerId(scene));
}

export function findFlyers(db: Db, ids: readonly string[]): Promise<Map<string, Flyer>> {
  return db.getMany<Flyer>('flyers', ids);
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

export type StaffChange = Partial<
  Pick<Flyer, 'state' | 'place' | 'note' | 'promoterId' | 'promoterName' | 'activatedAtMs'>
>;

/** CAS on `rev`; false: someone else changed it first. */
export function changeFlyer(db: Db, { _id, rev }: Flyer, change: StaffChange): Promise<boolean> {
  const fields = Object.entries(change).map(([field, value]) => [field, set(value as Json)]);
  return db.update('flyers', { _id, rev }, { rev: add(1), ...Object.fromEntries(fields) });
}

export function findBatch(db: Db, batchId: string): Promise<Batch | null> {
  return db.get<Batch>('flyerBatches', batchId);
}

export function findBatches(db: Db, ids: readonly string[]): Promise<Map<string, Batch>> {
  return db.getMany<Batch>('flyerBatches', ids);
}

export function insertBatch(db: Db, batch: Batch): Promise<'inserted' | 'exists'> {
  return db.insert('flyerBatches', batch);
}

export function findLink(db: Db, linkId: string): Promise<Link | null> {
  return db.get<Link>('channelLinks', linkId);
}

export function findLinks(db: Db, ids: readonly string[]): Promise<Map<string, Link>> {
  return db.getMany<Link>('channelLinks', ids);
}

export function insertLink(db: Db, link: Link): Promise<'inserted' | 'exists'> {
  return db.insert('channelLinks', link);
}

/** Newest first, after the row with that key; one more than `limit` tells that another page follows. */
export function newestFirst<T extends Batch | Link>(
  db: Db,
  of: 'flyerBatches' | 'channelLinks',
  after: string | undefined,
  limit: number,
): Promise<T[]> {
  const listKey = after === undefined ? present() : below(after);
  return db.find<T>(of, { where: { listKey }, orderBy: [['listKey', 'desc']], limit });
}

/** Taken out of use for good; false: it is already, or there is none. */
export function retire(db: Db, of: 'flyerBatches' | 'channelLinks', _id: string): Promise<boolean> {
  return db.update(of, { _id, state: 'open' }, { rev: add(1), state: 'retired' });
}

export function findFunnel(db: Db, id: string): Promise<FunnelRow | null> {
  return db.get<FunnelRow>('funnels', id);
}

export function findFunnels(db: Db, ids: readonly string[]): Promise<Map<string, FunnelRow>> {
  return db.getMany<FunnelRow>('funnels', ids);
}

export function insertFunnel(db: Db, row: FunnelRow): Promise<'inserted' | 'exists'> {
  return db.insert('funnels', row);
}

/** CAS on `rev`; false: counted anew by another meanwhile. */
export function writeFunnel(
  db: Db,
  { _id, rev }: FunnelRow,
  day: string,
  { days, ...totals }: Counts & Pick<FunnelRow, 'rank' | 'days'>,
): Promise<boolean> {
  return db.update('funnels', { _id, rev }, { rev: add(1), ...totals, days: { [day]: set(days[day] as Json) } });
}

/** Those that brought the most people first, after the row with that rank. */
export function funnelsBy(db: Db, by: FunnelBy, after: string | undefined, limit: number): Promise<FunnelRow[]> {
  const rank = after === undefined ? present() : above(after);
  return db.find<FunnelRow>('funnels', { where: { by, rank }, orderBy: [['rank', 'asc']], limit });
}

/** By kind of place; a batch has some six. */
export function placesOfBatch(db: Db, batchId: string): Promise<FunnelRow[]> {
  return db.find<FunnelRow>('funnels', { where: { batchId, by: 'place' }, limit: 100 });
}

/** What codes are signed with. Lies in a collection of its own, which no operation shows. */
export type CodeKey = {
  readonly _id: string;
  readonly secretHex: string;
  /** Flyers were in use before codes were signed: theirs are still looked up. */
  readonly takesUnsigned: boolean;
  readonly madeAtMs: number;
};

export function findCodeKey(db: Db): Promise<CodeKey | null> {
  return db.get<CodeKey>('codeKeys', 'scene');
}

export function insertCodeKey(db: Db, key: CodeKey): Promise<'inserted' | 'exists'> {
  return db.insert('codeKeys', key);
}

export async function hasFlyers(db: Db): Promise<boolean> {
  return (await db.find<Flyer>('flyers', { where: { number: present() }, limit: 1 })).length > 0;
}
