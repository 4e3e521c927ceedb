import type { Db } from './index';

export interface DbCost {
  readonly requests: number;
  /** Requests started together are one. */
  readonly roundTrips: number;
}

/** The same database, with its requests counted: what a job of the night costs is in its report. */
export function countedDb(db: Db): { readonly db: Db; cost(): DbCost } {
  let requests = 0;
  let waves = 0;
  const counted = async <T>(request: () => Promise<T>): Promise<T> => {
    requests += 1;
    // As deep as what it waited for, and one: whatever was started in the meantime is of the same wave.
    const wave = waves + 1;
    try {
      return await request();
    } finally {
      waves = Math.max(waves, wave);
    }
  };
  return {
    cost: () => ({ requests, roundTrips: waves }),
    db: {
      get: (collection, id) => counted(() => db.get(collection, id)),
      getMany: (collection, ids) => counted(() => db.getMany(collection, ids)),
      find: (collection, query) => counted(() => db.find(collection, query)),
      count: (collection, where) => counted(() => db.count(collection, where)),
      insert: (collection, document) => counted(() => db.insert(collection, document)),
      update: (collection, where, change) => counted(() => db.update(collection, where, change)),
      remove: (collection, where) => counted(() => db.remove(collection, where)),
    },
  };
}
