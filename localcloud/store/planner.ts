import { RANK, rankOf } from './compare';
import type { Index } from './indexes';
import { after, fitsKey, KeyWriter, MAX_ID_BYTES, MAX_KEY_BYTES } from './keys';
import type { OrderField } from './sort';
import { type Fields, type Id, isFields, isId, ObjectId, type Value } from './values';

/** Bytes of an index key from `start` (inclusive) to `end` (exclusive). */
export interface KeyRange {
  start: Buffer;
  end: Buffer;
}

/** Where to look for the documents of a query. Every plan yields a superset of the matches; the query itself decides. */
export type Plan =
  | { kind: 'ids'; ids: Id[] }
  | { kind: 'index'; index: Index; ranges: KeyRange[]; inOrder: boolean; reverse: boolean }
  /** The documents themselves, which lie in the order of their ids. */
  | { kind: 'byId'; range: KeyRange; isBounded: boolean; inOrder: boolean; reverse: boolean }
  | { kind: 'scan' };

/** More points than this are not worth separate ranges. */
const MAX_RANGES = 200;

interface Conditions {
  /** One list of the values that the field may equal. */
  points?: Value[];
  lower?: Value;
  upper?: Value;
}

export function plan(query: Fields, order: readonly OrderField[], indexes: readonly Index[]): Plan {
  const conditions = new Map<string, Conditions>();
  gather(query, conditions);
  const ids = conditions.get('_id')?.points;
  for (const { points } of conditions.values()) if (points?.length === 0) return { kind: 'ids', ids: [] };
  if (ids?.every(isId)) return { kind: 'ids', ids: [...new Set(ids)].filter((id) => fitsKey(id, MAX_ID_BYTES)) };
  let best = considerIds(conditions.get('_id'), order);
  for (const index of indexes) {
    const candidate = consider(index, conditions, order);
    if (candidate.score > best.score) best = candidate;
  }
  return best.plan;
}

function gather(query: Fields, into: Map<string, Conditions>): void {
  for (const [key, condition] of Object.entries(query)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isFields(part)) gather(part, into);
    } else if (!key.startsWith('$')) {
      const found = into.get(key) ?? {};
      into.set(key, found);
      note(condition, found);
    }
  }
}

function note(condition: Value, found: Conditions): void {
  if (isPoint(condition)) {
    found.points ??= [condition];
    return;
  }
  if (!isFields(condition)) return;
  if (condition.$eq !== undefined && isPoint(condition.$eq)) found.points ??= [condition.$eq];
  if (Array.isArray(condition.$in) && condition.$in.every(isPoint)) found.points ??= condition.$in;
  const lower = condition.$gt ?? condition.$gte;
  const upper = condition.$lt ?? condition.$lte;
  if (isOrdered(lower)) found.lower ??= lower;
  if (isOrdered(upper)) found.upper ??= upper;
}

/** Values whose equality an index answers: not arrays or objects, whose elements are indexed instead. */
const isPoint = (value: Value): boolean =>
  value === null || typeof value !== 'object' || value instanceof Date || value instanceof ObjectId;
const isOrdered = (value: Value | undefined): value is Value =>
  value !== undefined &&
  fitsKey(value, MAX_KEY_BYTES / 4) &&
  ([RANK.number, RANK.string, RANK.date] as number[]).includes(rankOf(value));

function consider(index: Index, conditions: Map<string, Conditions>, order: readonly OrderField[]) {
  let prefixes: KeyWriter[] = [new KeyWriter()];
  let fixed = 0;
  for (const field of index.fields) {
    const points = conditions.get(field.name)?.points;
    if (!points || prefixes.length * points.length > MAX_RANGES) break;
    if (!points.every((point) => fitsKey(point, MAX_KEY_BYTES / 4))) break;
    prefixes = prefixes.flatMap((prefix) =>
      points.map((point) => new KeyWriter().addRaw(prefix.done()).add(point, field.descending)),
    );
    fixed++;
  }
  const next = index.fields[fixed];
  const bounds = next && conditions.get(next.name);
  const isRange = bounds !== undefined && (bounds.lower !== undefined || bounds.upper !== undefined);
  const ranges = prefixes.map((prefix) =>
    next && isRange ? rangeWithin(prefix.done(), bounds, next.descending, index.multikey) : allWithin(prefix.done()),
  );
  const direction = ranges.length === 1 ? sortDirection(index, fixed, order) : 0;
  const isWhole = fixed === index.fields.length;
  const score = fixed * 10 + (isRange ? 5 : 0) + (direction === 0 ? 0 : 3) + (index.unique && isWhole ? 5 : 0);
  return {
    score: index.fields.length === 0 || ranges.length === 0 ? 0 : score,
    plan: { kind: 'index', index, ranges, inOrder: direction !== 0, reverse: direction < 0 } as const,
  };
}

/** What the place of the documents itself offers: a range of ids, and their order, which nothing can tie. */
function considerIds(bounds: Conditions = {}, [first]: readonly OrderField[]): { plan: Plan; score: number } {
  const isBounded = bounds.lower !== undefined || bounds.upper !== undefined;
  const inOrder = first?.field === '_id';
  const score = (isBounded ? 5 : 0) + (inOrder ? 3 : 0);
  if (score === 0) return { plan: { kind: 'scan' }, score };
  const range = isBounded ? rangeWithin(Buffer.alloc(0), bounds, false, false) : EVERYTHING;
  return { plan: { kind: 'byId', range, isBounded, inOrder, reverse: inOrder && first.direction === -1 }, score };
}

const EVERYTHING: KeyRange = { start: Buffer.alloc(0), end: Buffer.from([0xff]) };
const allWithin = (prefix: Buffer): KeyRange =>
  prefix.length === 0 ? EVERYTHING : { start: prefix, end: after(prefix) };

/**
 * Within one type only, as comparisons are. On an array two elements may satisfy one bound each, so only one bound is used there.
 */
function rangeWithin(prefix: Buffer, { lower, upper }: Conditions, descending: boolean, multikey: boolean): KeyRange {
  const high = multikey && lower !== undefined ? undefined : upper;
  const rank = rankOf(lower ?? high);
  const edge = (value: Value | undefined): Buffer => {
    const writer = new KeyWriter().addRaw(prefix);
    return (
      value !== undefined && rankOf(value) === rank ? writer.add(value, descending) : writer.addType(rank, descending)
    ).done();
  };
  const [from, to] = descending ? [edge(high), edge(lower)] : [edge(lower), edge(high)];
  return { start: from, end: after(to) };
}

/** 1 when the index, after its fixed fields, runs in the order asked for; -1 when it does backwards; 0 when it does not. */
function sortDirection(index: Index, fixed: number, order: readonly OrderField[]): number {
  if (order.length === 0 || index.multikey) return 0;
  const fixedNames = new Set(index.fields.slice(0, fixed).map(({ name }) => name));
  const wanted = order.filter(({ field }) => !fixedNames.has(field));
  const rest = index.fields.slice(fixed);
  let direction = 0;
  for (const [i, { field, direction: wantedDirection }] of wanted.entries()) {
    const has = rest[i];
    if (!has || has.name !== field) return 0;
    const here = wantedDirection * (has.descending ? -1 : 1);
    if (direction !== 0 && direction !== here) return 0;
    direction = here;
  }
  return direction === 0 ? 1 : direction;
}
