import type { Db, Query, Stored } from '../../cloudfunctions/platform/db';
import { checkValue } from '../../cloudfunctions/platform/db/flatten';
import { mongoQuery, mongoUpdate } from '../../cloudfunctions/platform/db/mongo';
import type { Store } from '../../localcloud/store/store';

/** The platform's largest answer. */
const MOST_ROWS = 1_000;

/** The rooms' database port straight on the embedded engine: publishing needs no function and no wire. */
export function storeDb(store: Store): Db {
  const find = <T>(collection: string, { where, orderBy = [], limit }: Query): T[] =>
    store.findNow(collection, mongoQuery(where), {
      order: Object.fromEntries(orderBy.map(([field, direction]) => [field, direction === 'asc' ? 1 : -1])),
      limit,
    }) as T[];
  return {
    async get<T extends Stored>(collection: string, id: string) {
      return find<T>(collection, { where: { _id: id }, limit: 1 })[0] ?? null;
    },
    async getMany<T extends Stored>(collection: string, ids: readonly string[]) {
      const query = { _id: { $in: [...new Set(ids)] } };
      const found = store.findNow(collection, query, { limit: MOST_ROWS }) as unknown as T[];
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
  };
}
