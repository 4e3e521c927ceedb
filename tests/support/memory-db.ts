import { Change, Condition, type Db, type Stored } from '../../cloudfunctions/platform/db';
import { checkValue, flattenUpdate, flattenWhere } from '../../cloudfunctions/platform/db/flatten';

type Tree = { [key: string]: unknown };

const clone = <T>(value: T): T => structuredClone(value);

function at(document: Tree, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (node, key) => (node === null || typeof node !== 'object' ? undefined : (node as Tree)[key]),
    document,
  );
}

function compare(value: unknown, term: Condition): boolean {
  const { comparison, operand } = term;
  if (comparison === 'exists') return (value !== undefined) === operand;
  if (comparison === 'not') return value !== operand;
  if (comparison === 'oneOf') return (operand as unknown[]).includes(value);
  if (comparison === 'between') {
    const [from, to] = operand as [number, number];
    return typeof value === typeof from && (value as number) >= from && (value as number) < to;
  }
  if (typeof value !== typeof operand) return false;
  const [a, b] = [value as number, operand as number];
  if (comparison === 'atLeast') return a >= b;
  if (comparison === 'atMost') return a <= b;
  return comparison === 'above' ? a > b : a < b;
}

/** Documents in maps: what the in-memory engine plays until a test opens it. */
export function memoryDb(): Db & {
  dump(collection: string): Stored[];
  put(collection: string, document: Stored): void;
} {
  const collections = new Map<string, Map<string, Stored>>();
  const of = (name: string) => collections.get(name) ?? collections.set(name, new Map()).get(name) ?? new Map();
  const matching = (collection: string, where: object): Stored[] => {
    const terms = flattenWhere(where as never);
    return [...of(collection).values()].filter((document) =>
      terms.every(({ path, term }) => {
        const value = at(document as unknown as Tree, path);
        return term instanceof Condition ? compare(value, term) : term === null ? value == null : value === term;
      }),
    );
  };
  const sortKey = (document: Stored, field: string) =>
    at(document as unknown as Tree, field.split('.')) as number | string;
  return {
    async get<T extends Stored>(collection: string, id: string) {
      return clone((of(collection).get(id) ?? null) as T | null);
    },
    async getMany<T extends Stored>(collection: string, ids: readonly string[]) {
      const found = ids.flatMap((id) => (of(collection).has(id) ? [clone(of(collection).get(id) as T)] : []));
      return new Map(found.map((document) => [document._id, document]));
    },
    async find<T extends Stored>(
      collection: string,
      {
        where,
        orderBy = [],
        limit,
      }: { where: object; orderBy?: readonly (readonly [string, 'asc' | 'desc'])[]; limit: number },
    ) {
      const rows = matching(collection, where).sort((a, b) => {
        for (const [field, direction] of orderBy) {
          const [x, y] = [sortKey(a, field), sortKey(b, field)];
          if (x !== y) return (x < y ? -1 : 1) * (direction === 'asc' ? 1 : -1);
        }
        return 0;
      });
      return clone(rows.slice(0, limit)) as T[];
    },
    async count(collection, where) {
      return matching(collection, where).length;
    },
    async insert(collection, document) {
      checkValue(document);
      if (of(collection).has(document._id)) return 'exists';
      of(collection).set(document._id, clone(document));
      return 'inserted';
    },
    async update(collection, where, change) {
      const [found] = matching(collection, where);
      if (!found) return false;
      const next = clone(found) as unknown as Tree;
      for (const { path, term } of flattenUpdate(change))
        apply(next, path, term instanceof Change ? term : new Change('set', term));
      of(collection).set(found._id, next as unknown as Stored);
      return true;
    },
    async remove(collection, where) {
      const [found] = matching(collection, where);
      return found ? of(collection).delete(found._id) : false;
    },
    dump: (collection) => clone([...of(collection).values()]),
    put: (collection, document) => void of(collection).set(document._id, clone(document)),
  };
}

function apply(document: Tree, path: readonly string[], change: Change): void {
  let node = document;
  for (const key of path.slice(0, -1)) {
    if (node[key] === undefined) node[key] = {};
    node = node[key] as Tree;
  }
  const last = path[path.length - 1] ?? '';
  if (change.alteration === 'remove') delete node[last];
  else if (change.alteration === 'set') node[last] = clone(change.operand);
  else node[last] = ((node[last] as number | undefined) ?? 0) + (change.operand as number);
}
