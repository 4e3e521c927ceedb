import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Db, NoAnswer, type Query, type Stored } from '../../cloudfunctions/platform/db';
import { checkValue } from '../../cloudfunctions/platform/db/flatten';
import { mongoQuery, mongoUpdate } from '../../cloudfunctions/platform/db/mongo';
import { openStore, type Store } from '../../localcloud/store/store';

export type EngineDb = Db & {
  readonly store: Store;
  /** Every document of a collection, for invariants. */
  dump<T extends Stored>(collection: string): T[];
  /** Puts a document as it is, in place of any other: arranging, never acting. */
  put<T extends Stored>(collection: string, document: T): void;
};

const DECLARATION = path.join(__dirname, '../../cloudfunctions/database.json');

/** The data layer on the embedded engine, in memory, without SDK and HTTP: each call is one atomic step. */
export function engineDb(clock: () => number = () => 0): EngineDb {
  const store = openStore({ clock });
  store.declare(JSON.parse(readFileSync(DECLARATION, 'utf8')));
  const find = <T>(collection: string, { where, orderBy = [], limit }: Query): T[] =>
    store.findNow(collection, mongoQuery(where), {
      order: Object.fromEntries(orderBy.map(([field, direction]) => [field, direction === 'asc' ? 1 : -1])),
      limit,
    }) as T[];
  return {
    store,
    async get<T extends Stored>(collection: string, id: string) {
      return find<T>(collection, { where: { _id: id }, limit: 1 })[0] ?? null;
    },
    async getMany<T extends Stored>(collection: string, ids: readonly string[]) {
      const found = store.findNow(collection, { _id: { $in: [...new Set(ids)] } }, { limit: 1_000 }) as unknown as T[];
      return new Map(found.map((document) => [document._id, document]));
    },
    async find<T extends Stored>(collection: string, query: Query) {
      return find<T>(collection, query);
    },
    async count(collection, where) {
      return store.countNow(collection, mongoQuery(where));
    },
    async insert(collection, document) {
      checkValue(document);
      try {
        store.insertNow(collection, [document]);
        return 'inserted';
      } catch (error) {
        if (error instanceof Error && error.message.includes('E11000')) return 'exists';
        throw error;
      }
    },
    async update(collection, where, change) {
      return store.modifyNow(collection, mongoQuery(where), mongoUpdate(change)).updated > 0;
    },
    async remove(collection, where) {
      return store.removeNow(collection, mongoQuery(where)) > 0;
    },
    dump: <T extends Stored>(collection: string) => store.dump(collection) as unknown as T[],
    put: (collection, document) => {
      store.removeNow(collection, { _id: document._id });
      store.insertNow(collection, [document]);
    },
  };
}

export interface DbRequest {
  readonly kind: 'get' | 'getMany' | 'find' | 'count' | 'insert' | 'update' | 'remove';
  readonly collection: string;
  /** Counts from 1 over all requests. */
  readonly n: number;
  /** Counts from 1 over inserts, updates and removes; 0 for a read. */
  readonly write: number;
}

/** `lose`: carried out, the answer is lost. `drop`: never carried out. `late`: lost now, carried out by `playLate`. */
export type Fate = 'answer' | 'lose' | 'drop' | 'late';

export interface FaultyDb extends Db {
  /** Says what becomes of each request from now on. */
  decide: (request: DbRequest) => Fate;
  /** Carries out the requests that were late, oldest first. */
  playLate(): Promise<void>;
  /** Requests and sequential round trips since the last call of `restart`. */
  readonly meter: { requests: number; sequential: number; writes: number };
  restart(): void;
}

const READS = new Set(['get', 'getMany', 'find', 'count']);

/**
 * Between the rooms and the engine. Answers are held back to the end of the turn, so that requests started together
 * are one wave: `sequential` counts waves.
 */
export function faultyDb(db: Db): FaultyDb {
  let n = 0;
  let writes = 0;
  let wave = 0;
  const late: (() => Promise<unknown>)[] = [];
  const meter = { requests: 0, sequential: 0, writes: 0 };
  const send = async <T>(kind: DbRequest['kind'], collection: string, run: () => Promise<T>): Promise<T> => {
    n += 1;
    const isWrite = !READS.has(kind);
    if (isWrite) writes += 1;
    const write = isWrite ? writes : 0;
    const depth = wave + 1;
    meter.requests += 1;
    meter.writes += isWrite ? 1 : 0;
    meter.sequential = Math.max(meter.sequential, depth);
    const fate = faulty.decide({ kind, collection, n, write });
    if (fate === 'late') late.push(run);
    const result = fate === 'answer' || fate === 'lose' ? await run() : undefined;
    await new Promise(setImmediate);
    wave = Math.max(wave, depth);
    if (fate !== 'answer') throw new NoAnswer(`${kind} ${collection} (${fate})`);
    return result as T;
  };
  const faulty: FaultyDb = {
    decide: () => 'answer',
    meter,
    restart: () => {
      wave = 0;
      Object.assign(meter, { requests: 0, sequential: 0, writes: 0 });
    },
    playLate: async () => {
      for (const run of late.splice(0)) await run();
    },
    get: (collection, id) => send('get', collection, () => db.get(collection, id)),
    getMany: (collection, ids) => send('getMany', collection, () => db.getMany(collection, ids)),
    find: (collection, query) => send('find', collection, () => db.find(collection, query)),
    count: (collection, where) => send('count', collection, () => db.count(collection, where)),
    insert: (collection, document) => send('insert', collection, () => db.insert(collection, document)),
    update: (collection, where, change) => send('update', collection, () => db.update(collection, where, change)),
    remove: (collection, where) => send('remove', collection, () => db.remove(collection, where)),
  };
  return faulty;
}
