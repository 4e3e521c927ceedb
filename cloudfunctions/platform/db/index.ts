import type { Update, Where } from './terms';

export * from './terms';

/** Any stored document. `_id` is made by us from the cause, never by the database. */
export interface Stored {
  readonly _id: string;
}

export interface Query {
  readonly where: Where;
  /** Sorted by a declared index; `_id` is the last key so that a cursor is exact. */
  readonly orderBy?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  /** ≤ 1,000: the platform's cap on one answer (platform.md, Limits). */
  readonly limit: number;
}

/**
 * What rooms may ask of the database: single-document conditional updates and reads, each one round trip.
 * Calls that are started together (Promise.all) are one wave, hence one sequential round trip.
 * Every method rejects with NoAnswer when it is not known whether the request was carried out.
 */
export interface Db {
  get<T extends Stored>(collection: string, id: string): Promise<T | null>;
  /** Missing ids are missing from the map. At most 1,000 ids. */
  getMany<T extends Stored>(collection: string, ids: readonly string[]): Promise<Map<string, T>>;
  find<T extends Stored>(collection: string, query: Query): Promise<T[]>;
  count(collection: string, where: Where): Promise<number>;
  insert<T extends Stored>(collection: string, document: T): Promise<'inserted' | 'exists'>;
  /** CAS: updates the one document that matches; false when none did. */
  update(collection: string, where: Where & { readonly _id: string }, change: Update): Promise<boolean>;
  remove(collection: string, where: Where & { readonly _id: string }): Promise<boolean>;
}

/** The request may or may not have been carried out, now or later: read before you decide (protocol-of-holds.md). */
export class NoAnswer extends Error {
  constructor(override readonly cause: unknown) {
    super('the database did not answer');
    this.name = 'NoAnswer';
  }
}
