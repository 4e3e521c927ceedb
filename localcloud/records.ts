/** Documents that the local cloud keeps about itself: payments, consents, messages. Functions cannot reach them. */
export interface CloudRecord {
  _id: string;
}

/** Where records live. The engine's store in production use; a map in unit tests. */
export interface RecordBackend {
  load(collection: string): Promise<CloudRecord[]>;
  /** Resolves once the record would survive a kill. */
  save(collection: string, record: CloudRecord): Promise<void>;
}

/** Collections with this prefix belong to the local cloud. */
export const INTERNAL_PREFIX = '_local_';

/**
 * A collection held in memory and written through: reads are immediate, a change is decided in one step and is on disk
 * when its promise resolves. Records are replaced, never changed in place.
 */
export class RecordBox<T extends CloudRecord> {
  private constructor(
    private readonly backend: RecordBackend,
    private readonly collection: string,
    private readonly byId: Map<string, T>,
  ) {}

  static async open<T extends CloudRecord>(backend: RecordBackend, name: string): Promise<RecordBox<T>> {
    const collection = INTERNAL_PREFIX + name;
    const records = (await backend.load(collection)) as T[];
    return new RecordBox(backend, collection, new Map(records.map((record) => [record._id, record])));
  }

  get(id: string): T | undefined {
    return this.byId.get(id);
  }

  all(): T[] {
    return [...this.byId.values()];
  }

  put(record: T): Promise<void> {
    this.byId.set(record._id, record);
    return this.backend.save(this.collection, record);
  }
}

export function memoryBackend(): RecordBackend {
  return { load: async () => [], save: async () => undefined };
}
