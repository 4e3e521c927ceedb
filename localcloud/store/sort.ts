import { compare, RANK, rankOf } from './compare';
import { queryRefused } from './errors';
import { EMPTY, keyValuesAt } from './paths';
import type { Doc, Fields, Value } from './values';

export interface OrderField {
  field: string;
  direction: 1 | -1;
}

/** Reads `{a: 1, b: -1}`; the order of the fields counts. */
export function parseOrder(order: Fields | undefined): OrderField[] {
  return Object.entries(order ?? {}).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw queryRefused('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    return { field, direction };
  });
}

type Key = Value | undefined | typeof EMPTY;

export const compareKeys = (a: Key, b: Key): number =>
  a === EMPTY || b === EMPTY ? rankOfKey(a) - rankOfKey(b) : compare(a, b);

const rankOfKey = (key: Key): number => (key === EMPTY ? RANK.nothing : rankOf(key));

/** An array sorts by its least element ascending, by its greatest descending. */
function sortKey(doc: Doc, path: string[], direction: 1 | -1): Key {
  const { values } = keyValuesAt(doc, path);
  let best: Key = values[0];
  for (const value of values) if (compareKeys(value, best) * direction < 0) best = value;
  return best;
}

export const sortDocs = <D extends Doc>(docs: D[], order: readonly OrderField[]): D[] =>
  sortBy(docs, order, (doc) => doc);

/** A new array in the order asked for; equal documents keep their places. */
export function sortBy<T>(items: T[], order: readonly OrderField[], docOf: (item: T) => Doc): T[] {
  const paths = order.map(({ field }) => field.split('.'));
  const keyed = items.map((item) => ({
    item,
    keys: order.map(({ direction }, i) => sortKey(docOf(item), paths[i] ?? [], direction)),
  }));
  keyed.sort((a, b) => {
    for (const [i, { direction }] of order.entries()) {
      const by = compareKeys(a.keys[i], b.keys[i]) * direction;
      if (by !== 0) return by;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}
