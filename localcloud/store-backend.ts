import type { CloudRecord, RecordBackend } from './records';
import type { Store } from './store/store';

/** Records in collections of the same database, so that a kill keeps or loses them as it does everything else. */
export function storeBackend(store: Store): RecordBackend {
  return {
    async load(collection) {
      if (!store.collections().includes(collection)) await store.createCollection(collection);
      return store.dump(collection) as unknown as CloudRecord[];
    },
    async save(collection, record) {
      const { _id, ...fields } = record;
      await store.modify(collection, { _id }, fields, { merge: false, upsert: true });
    },
  };
}
