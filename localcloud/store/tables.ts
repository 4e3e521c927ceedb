import { type Database, type Transaction as LmdbTransaction, open, type RootDatabase } from 'lmdb';
import type { KeyRange } from './planner';

export type Snapshot = LmdbTransaction;

/**
 * The LMDB file: `docs` holds [collection][_id] → text, `entries` holds [collection][index][values][_id] → _id, `meta` the catalogue.
 *
 * On disk every commit is LMDB's plain synchronous one: its promise resolves after fdatasync, on LMDB's own thread, and all writes
 * that arrive while one commit is under way share the next. So an acknowledged write is on the disk, and many writers stay fast.
 * Without a directory LMDB keeps an unlinked temporary file and never syncs; steps then run at once, inside the caller's tick.
 */
export class Tables {
  readonly isDurable: boolean;
  private readonly root: RootDatabase;
  private readonly docs: Database<string, Buffer>;
  private readonly entries: Database<Buffer, Buffer>;
  private readonly meta: Database<string, string>;

  constructor(dataDir: string | undefined) {
    this.isDurable = dataDir !== undefined;
    this.root =
      dataDir === undefined ? open({ maxDbs: 4 }) : open({ path: dataDir, maxDbs: 4, overlappingSync: false });
    this.docs = this.root.openDB({ name: 'docs', encoding: 'string', keyEncoding: 'binary' });
    this.entries = this.root.openDB({ name: 'entries', encoding: 'binary', keyEncoding: 'binary' });
    this.meta = this.root.openDB({ name: 'meta', encoding: 'string' });
  }

  /** Runs a step that reads and writes as one; it must throw before its first write, never after. */
  async run<T>(step: () => T): Promise<T> {
    if (!this.isDurable) return this.root.transactionSync(step);
    const result = await this.root.transaction(step);
    // LMDB keeps a read snapshot for the rest of the tick: whoever reads after this answer must see what it says.
    this.root.resetReadTxn();
    return result;
  }

  /** The same at once. On disk it holds the thread until the disk has it: for the catalogue at start only. */
  runNow<T>(step: () => T): T {
    return this.root.transactionSync(step);
  }

  /** The committed state as it is now, until `done()` is called on it. */
  snapshot(): Snapshot {
    this.root.resetReadTxn();
    // biome-ignore lint/correctness/useHookAtTopLevel: LMDB's name for holding a snapshot, no React hook
    return this.docs.useReadTransaction();
  }

  getDoc(key: Buffer, snapshot?: Snapshot): string | undefined {
    return this.docs.get(key, snapshot && { transaction: snapshot });
  }

  putDoc(key: Buffer, text: string): void {
    this.docs.putSync(key, text);
  }

  removeDoc(key: Buffer): void {
    this.docs.removeSync(key);
  }

  *scanDocs(range: KeyRange, reverse = false): Iterable<string> {
    for (const { value } of this.docs.getRange(lmdbRange(range, reverse))) yield value;
  }

  countDocs(range: KeyRange): number {
    return this.docs.getKeysCount(range);
  }

  *scanEntries(range: KeyRange, reverse: boolean): Iterable<{ key: Buffer; id: Buffer }> {
    for (const { key, value } of this.entries.getRange(lmdbRange(range, reverse))) yield { key, id: value };
  }

  putEntry(key: Buffer, id: Buffer): void {
    this.entries.putSync(key, id);
  }

  removeEntry(key: Buffer): void {
    this.entries.removeSync(key);
  }

  removeRange(range: KeyRange): void {
    for (const key of [...this.entries.getKeys(range)]) this.entries.removeSync(key);
  }

  getMeta(name: string): string | undefined {
    return this.meta.get(name);
  }

  putMeta(name: string, text: string): void {
    this.meta.putSync(name, text);
  }

  async close(): Promise<void> {
    await this.root.close();
  }
}

/** LMDB walks backwards from its start to its end; turned round, a range must lose its start and keep its end. */
const lmdbRange = ({ start, end }: KeyRange, reverse: boolean) =>
  reverse ? { start: end, end: start, reverse, exclusiveStart: true, inclusiveEnd: true } : { start, end };

/** First bytes of every key of a collection, and of one of its indexes. */
export function collectionPrefix(collection: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(collection);
  return bytes;
}

export function indexPrefix(collection: number, index: number): Buffer {
  const bytes = Buffer.allocUnsafe(6);
  bytes.writeUInt32BE(collection);
  bytes.writeUInt16BE(index, 4);
  return bytes;
}
