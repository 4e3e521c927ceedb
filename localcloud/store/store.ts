import { randomBytes } from 'node:crypto';
import { aggregate, type Stage } from './aggregate';
import type { Collection, DatabaseDeclaration } from './catalogue';
import { decodeFields, encode } from './codec';
import { declare } from './declare';
import { Blocked, Engine } from './engine';
import { transactionBusy, transactionMissing } from './errors';
import { after } from './keys';
import type { FindOptions, ModifyOptions, StoreOptions } from './options';
import type { Plan } from './planner';
import { compileQuery } from './query';
import { project, type Row, type Warning } from './reader';
import { parseOrder } from './sort';
import { collectionPrefix } from './tables';
import { Transaction } from './transaction';
import { parseReplacement, parseUpdate } from './update/index';
import { type Doc, type Fields, type Id, toFields, toQuery } from './values';
import { insertStep, type ModifyResult, modifyStep, removeStep, withId } from './writes';

export type { FindOptions, ModifyOptions, StoreOptions } from './options';

/** CloudBase's limits of `get()`. */
export const FIND_DEFAULT = 100;
export const FIND_MAX = 1_000;

/** Open transactions at once; each holds a snapshot, for which LMDB has 126 places. */
const MAX_TRANSACTIONS = 100;

/**
 * The document database of a CloudBase environment. Plain writes are atomic per call. In memory every method does its work in the
 * caller's own tick (the promise resolves within microtasks) unless a transaction holds the document; on disk a write's promise
 * resolves when it is durable. Failures are StoreErrors with CloudBase's codes and texts.
 */
export class Store {
  readonly clock: () => number;
  readonly newId: () => string;
  /** Queries that examined more than 1,000 documents without an index, newest last. */
  readonly warnings: Warning[] = [];
  private readonly engine: Engine;
  private readonly transactions = new Map<string, Transaction>();

  constructor({ dataDir, clock, newId, timers, onWarning }: StoreOptions) {
    this.clock = clock;
    this.newId = newId ?? (() => randomBytes(16).toString('hex'));
    this.engine = new Engine({
      dataDir,
      timers,
      onWarning: (warning) => {
        this.warnings.push(warning);
        if (this.warnings.length > 100) this.warnings.shift();
        onWarning?.(warning);
      },
    });
  }

  collections(): string[] {
    return this.engine.catalogue.names();
  }

  /** @throws StoreError when it exists already. */
  async createCollection(name: string): Promise<void> {
    await this.engine.write(() => void this.engine.catalogue.create(name));
  }

  /** Makes the declared collections and indexes, and drops indexes that are declared no more. For the start, before traffic. */
  declare(declaration: DatabaseDeclaration): void {
    declare(this.engine, declaration);
  }

  async insert(collection: string, docs: readonly object[]): Promise<Id[]> {
    return this.engine.write(this.inserting(collection, docs));
  }

  insertNow(collection: string, docs: readonly object[]): Id[] {
    return this.now(this.inserting(collection, docs));
  }

  async modify(collection: string, query: object, update: object, options: ModifyOptions = {}): Promise<ModifyResult> {
    return this.engine.write(this.modifying(collection, query, update, options));
  }

  modifyNow(collection: string, query: object, update: object, options: ModifyOptions = {}): ModifyResult {
    return this.now(this.modifying(collection, query, update, options));
  }

  /** Updates the first match and gives it back as it then is. */
  async modifyAndGet(
    collection: string,
    query: object,
    update: object,
  ): Promise<{ updated: number; doc: Doc | undefined }> {
    const modify = this.modifying(collection, query, update, {});
    const find = compileQuery(toQuery(query));
    return this.engine.write(() => {
      const [before] = this.engine.reader.find(this.collection(collection), find, { limit: 1 });
      const result = modify();
      if (result instanceof Blocked) return result;
      const after = before && compileQuery({ _id: before._id });
      const [doc] = after ? this.engine.reader.find(this.collection(collection), after, { limit: 1 }) : [];
      return { updated: result.updated, doc };
    });
  }

  async remove(collection: string, query: object, options: { multi?: boolean } = {}): Promise<number> {
    return this.engine.write(this.removing(collection, query, options));
  }

  removeNow(collection: string, query: object, options: { multi?: boolean } = {}): number {
    return this.now(this.removing(collection, query, options));
  }

  async find(collection: string, query: object = {}, options: FindOptions = {}): Promise<Fields[]> {
    return this.findNow(collection, query, options);
  }

  findNow(collection: string, query: object = {}, options: FindOptions = {}): Fields[] {
    const docs = this.rows(collection, query, options).map(({ doc }) => doc);
    return project(docs, options.projection && toFields(options.projection));
  }

  /** The same as EJSON texts, as they go over the wire: without a projection just as they are stored. */
  findTexts(collection: string, query: object = {}, options: FindOptions = {}): string[] {
    if (options.projection) return this.findNow(collection, query, options).map(encode);
    return this.rows(collection, query, options).map(({ text }) => text);
  }

  async count(collection: string, query: object = {}): Promise<number> {
    return this.countNow(collection, query);
  }

  countNow(collection: string, query: object = {}): number {
    return this.engine.reader.count(this.collection(collection), compileQuery(toQuery(query)));
  }

  async aggregate(collection: string, stages: readonly object[]): Promise<Fields[]> {
    return this.aggregateNow(collection, stages);
  }

  aggregateNow(collection: string, stages: readonly object[]): Fields[] {
    const { reader, catalogue } = this.engine;
    return aggregate(
      reader,
      catalogue,
      this.collection(collection),
      stages.map((stage): Stage => toFields(stage)),
    );
  }

  /** @throws StoreError TransactionBusy beyond 100 open ones. */
  begin(): Transaction {
    for (const [id, { isOpen }] of this.transactions) if (!isOpen) this.transactions.delete(id);
    if (this.engine.open.size >= MAX_TRANSACTIONS) throw transactionBusy();
    const transaction = new Transaction(this.newId(), this.engine);
    this.transactions.set(transaction.id, transaction);
    return transaction;
  }

  /** @throws StoreError TransactionNotExist when it has ended or never was. */
  transaction(id: string): Transaction {
    const transaction = this.transactions.get(id);
    if (!transaction?.isOpen) throw transactionMissing();
    return transaction;
  }

  /** @throws StoreError DATABASE_COLLECTION_NOT_EXIST */
  collection(name: string): Collection {
    return this.engine.catalogue.get(name);
  }

  /** How a query would be answered. */
  explain(collection: string, query: object, order?: object): Plan {
    const fields = compileQuery(toQuery(query));
    return this.engine.reader.explain(this.collection(collection), fields, parseOrder(order && toFields(order)));
  }

  /** Every document of a collection by _id, without any limit: for invariants and the inspector. */
  dump(collection: string): Doc[] {
    const prefix = collectionPrefix(this.collection(collection).number);
    return [...this.engine.tables.scanDocs({ start: prefix, end: after(prefix) })].map(
      (text) => decodeFields(text) as Doc,
    );
  }

  /** Every collection's documents. */
  snapshot(): Record<string, Doc[]> {
    return Object.fromEntries(this.collections().map((name) => [name, this.dump(name)]));
  }

  /** Waits for what is under way, then closes the file. Open transactions are given up. */
  async close(): Promise<void> {
    for (const transaction of this.transactions.values()) if (transaction.isOpen) transaction.rollback();
    await this.engine.tables.close();
  }

  private rows(collection: string, query: object, { order, skip, limit }: FindOptions): Row[] {
    return this.engine.reader.rows(this.collection(collection), compileQuery(toQuery(query)), {
      order: parseOrder(order && toFields(order)),
      skip,
      limit: Math.min(limit && limit > 0 ? limit : FIND_DEFAULT, FIND_MAX),
    });
  }

  private inserting(collection: string, docs: readonly object[]) {
    const target = this.collection(collection);
    const ready = docs.map((doc) => withId(toFields(doc), this.newId));
    return () => insertStep(this.engine, target, ready);
  }

  private modifying(
    collection: string,
    query: object,
    update: object,
    { multi = false, upsert = false, merge = true }: ModifyOptions,
  ) {
    const target = this.collection(collection);
    const parsed = merge ? parseUpdate(toFields(update)) : parseReplacement(toFields(update));
    const step = { query: compileQuery(toQuery(query)), update: parsed, multi, upsert };
    return () => modifyStep(this.engine, target, step);
  }

  private removing(collection: string, query: object, { multi = false }: { multi?: boolean }) {
    const target = this.collection(collection);
    const compiled = compileQuery(toQuery(query));
    return () => removeStep(this.engine, target, compiled, multi);
  }

  private now<T>(step: () => T | Blocked): T {
    const result = this.engine.writeNow(step);
    if (result instanceof Blocked) throw transactionBusy();
    return result;
  }
}

/** Opens the database in a directory, or in memory. */
export const openStore = (options: StoreOptions): Store => new Store(options);
