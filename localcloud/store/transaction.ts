import type { Collection } from './catalogue';
import { type Change, checkUnique, docKeyOf, lockKeyOf, prepare } from './changes';
import { decodeFields, encode } from './codec';
import { type Engine, lockKeysOf } from './engine';
import { duplicateKey, transactionConflict, transactionMissing } from './errors';
import { idBytes } from './keys';
import type { Holder } from './locks';
import type { Snapshot } from './tables';
import type { Update } from './update/index';
import type { Doc, Id } from './values';
import type { ModifyResult } from './writes';

/** CloudBase ends a transaction that is neither committed nor aborted within 30 s, in real time. */
export const TRANSACTION_LIFE_MS = 30_000;

interface Written {
  collection: Collection;
  original: Doc | undefined;
  current: Doc | undefined;
}

/**
 * Snapshot isolation on documents, as CloudBase has it (platform-protocol, section 5): reads see the snapshot and own writes, and
 * take no locks (so write skew is possible); a write locks its document, and fails at once when another transaction holds it or
 * when it changed after the snapshot. Any failure ends the transaction.
 */
export class Transaction implements Holder {
  readonly released: Promise<void>;
  private release: () => void = () => undefined;
  private state: 'open' | 'committing' | 'ended' = 'open';
  private readonly snapshot: Snapshot;
  private readonly startNumber: number;
  private readonly written = new Map<string, Written>();
  private readonly cancelExpiry: () => void;

  constructor(
    readonly id: string,
    private readonly engine: Engine,
  ) {
    this.released = new Promise((resolve) => {
      this.release = resolve;
    });
    this.startNumber = engine.history.committed;
    this.snapshot = engine.tables.snapshot();
    this.cancelExpiry = engine.timers.after(TRANSACTION_LIFE_MS, () => this.expire());
    engine.open.add(this);
  }

  get isOpen(): boolean {
    return this.state === 'open';
  }

  get(collection: Collection, id: Id): Doc | undefined {
    this.requireOpen();
    const key = docKeyOf(collection, idBytes(id));
    const own = this.written.get(lockKeyOf(key));
    return own ? own.current : this.read(key);
  }

  insert(collection: Collection, doc: Doc): Id {
    if (this.get(collection, doc._id)) {
      this.end();
      throw duplicateKey('insert', collection.name, '_id_', `_id: ${encode(doc._id)}`);
    }
    this.write(collection, doc._id, doc);
    return doc._id;
  }

  /** `upsert` makes a missing document; without it a missing one is left alone. */
  modify(collection: Collection, id: Id, update: Update, upsert: boolean): ModifyResult {
    const before = this.get(collection, id);
    if (!before && !upsert) return { updated: 0, upsertId: null };
    const next = this.orEnd(() => update(before ?? { _id: id }));
    if (before && encode(before) === encode(next)) return { updated: 0, upsertId: null };
    this.write(collection, id, next);
    return before ? { updated: 1, upsertId: null } : { updated: 0, upsertId: id };
  }

  remove(collection: Collection, id: Id): number {
    if (!this.get(collection, id)) return 0;
    this.write(collection, id, undefined);
    return 1;
  }

  /** Makes all its writes visible at once; on disk it resolves when they are durable. */
  async commit(): Promise<void> {
    this.requireOpen();
    this.state = 'committing';
    try {
      const changes = this.changes();
      if (changes.length > 0) await this.engine.write(() => this.engine.change(changes, this));
    } finally {
      this.end();
    }
  }

  rollback(): void {
    this.requireOpen();
    this.end();
  }

  private expire(): void {
    if (this.state === 'open') this.end();
  }

  private write(collection: Collection, id: Id, next: Doc | undefined): void {
    this.requireOpen();
    this.orEnd(() => {
      const key = docKeyOf(collection, idBytes(id));
      const name = lockKeyOf(key);
      const own = this.written.get(name);
      const original = own ? own.original : this.read(key);
      this.requireLockable(prepare({ collection, before: original, after: next }).lockKeys);
      this.written.set(name, { collection, original, current: next });
      const prepared = this.changes().map(prepare);
      checkUnique(this.engine.tables, prepared);
      this.engine.locks.take(lockKeysOf(prepared), this);
    });
  }

  private requireLockable(lockKeys: string[]): void {
    const { locks, history } = this.engine;
    if (locks.blocker(lockKeys, this) || history.hasChangedSince(lockKeys, this.startNumber))
      throw transactionConflict();
  }

  private changes(): Change[] {
    return [...this.written.values()]
      .filter(({ original, current }) => original !== undefined || current !== undefined)
      .map(({ collection, original, current }) => ({ collection, before: original, after: current }));
  }

  private read(key: Buffer): Doc | undefined {
    const text = this.engine.tables.getDoc(key, this.snapshot);
    return text === undefined ? undefined : (decodeFields(text) as Doc);
  }

  private requireOpen(): void {
    if (this.state !== 'open') throw transactionMissing();
  }

  private orEnd<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      this.end();
      throw error;
    }
  }

  private end(): void {
    this.state = 'ended';
    this.cancelExpiry();
    this.engine.locks.release(this);
    this.engine.open.delete(this);
    this.engine.forgetIfQuiet();
    this.snapshot.done();
    this.release();
  }
}
