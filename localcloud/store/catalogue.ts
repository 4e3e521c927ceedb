import { collectionExists, collectionMissing, invalidParam, queryRefused } from './errors';
import { type Index, type IndexDeclaration, MAX_INDEXES, makeIndex } from './indexes';
import type { Tables } from './tables';

/** `cloudfunctions/database.json`: what must exist; localcloud and the deploy tool both read it. */
export interface DatabaseDeclaration {
  collections: Record<string, { rules?: unknown; indexes?: IndexDeclaration[] }>;
}

export interface Collection {
  name: string;
  number: number;
  indexes: Index[];
}

interface StoredCollection {
  name: string;
  number: number;
  nextIndex: number;
  indexes: { number: number; multikey: boolean; declaration: IndexDeclaration }[];
}

const NAME = /^[A-Za-z0-9_-]{1,64}$/;
const META_KEY = 'catalogue';

/** Which collections and indexes there are, kept in memory and in the `meta` table. */
export class Catalogue {
  private readonly collections = new Map<string, Collection>();
  private stored: StoredCollection[] = [];

  constructor(private readonly tables: Tables) {
    const text = tables.getMeta(META_KEY);
    this.stored = text === undefined ? [] : JSON.parse(text);
    for (const entry of this.stored) this.collections.set(entry.name, hydrate(entry));
  }

  names(): string[] {
    return [...this.collections.keys()];
  }

  has(name: string): boolean {
    return this.collections.has(name);
  }

  /** @throws StoreError DATABASE_COLLECTION_NOT_EXIST: nothing is created by writing to it. */
  get(name: string): Collection {
    const collection = this.collections.get(name);
    if (!collection) throw collectionMissing(name);
    return collection;
  }

  /** Inside a write step. */
  create(name: string): Collection {
    if (this.collections.has(name)) throw collectionExists(name);
    if (!NAME.test(name)) throw invalidParam(`collection name ${JSON.stringify(name)} is not valid`);
    const number = Math.max(0, ...this.stored.map((entry) => entry.number)) + 1;
    const entry: StoredCollection = { name, number, nextIndex: 1, indexes: [] };
    this.stored.push(entry);
    const collection = hydrate(entry);
    this.collections.set(name, collection);
    this.save();
    return collection;
  }

  /** Notes a new index, inside a write step; its entries are the caller's work. */
  addIndex(collection: Collection, declaration: IndexDeclaration): Index {
    if (collection.indexes.length >= MAX_INDEXES)
      throw queryRefused(`too many indexes for ${collection.name}: at most ${MAX_INDEXES}`);
    const entry = this.entryOf(collection);
    const index = makeIndex(entry.nextIndex++, declaration);
    entry.indexes.push({ number: index.number, multikey: false, declaration });
    collection.indexes.push(index);
    this.save();
    return index;
  }

  dropIndex(collection: Collection, index: Index): void {
    const entry = this.entryOf(collection);
    entry.indexes = entry.indexes.filter(({ number }) => number !== index.number);
    collection.indexes = collection.indexes.filter(({ number }) => number !== index.number);
    this.save();
  }

  /** From now on the index holds arrays: remembered, since entries of it stay on the disk. */
  markMultikey(collection: Collection, index: Index): void {
    if (index.multikey) return;
    index.multikey = true;
    for (const stored of this.entryOf(collection).indexes) if (stored.number === index.number) stored.multikey = true;
    this.save();
  }

  /** Indexes that are not declared as they stand, and declarations that have no index yet. */
  difference(collection: Collection, declared: IndexDeclaration[]) {
    const stored = this.entryOf(collection).indexes;
    const isSame = (a: IndexDeclaration, b: IndexDeclaration): boolean => shapeOf(a) === shapeOf(b);
    const missing = declared.filter((wanted) => !stored.some(({ declaration }) => isSame(declaration, wanted)));
    const stale = stored.filter(({ declaration }) => !declared.some((wanted) => isSame(declaration, wanted)));
    return {
      missing,
      stale: collection.indexes.filter(({ number }) => stale.some((entry) => entry.number === number)),
    };
  }

  private entryOf(collection: Collection): StoredCollection {
    const entry = this.stored.find(({ number }) => number === collection.number);
    if (!entry) throw collectionMissing(collection.name);
    return entry;
  }

  private save(): void {
    this.tables.putMeta(META_KEY, JSON.stringify(this.stored));
  }
}

const shapeOf = ({ name, fields, unique = false }: IndexDeclaration): string =>
  JSON.stringify([name, unique, fields.map((field) => [field.name, field.order])]);

const hydrate = ({ name, number, indexes }: StoredCollection): Collection => ({
  name,
  number,
  indexes: indexes.map((entry) => makeIndex(entry.number, entry.declaration, entry.multikey)),
});
