import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Timers } from './locks';
import { openStore, type Store } from './store';
import { NOW_MS } from './testing';
import type { Transaction } from './transaction';
import { parseUpdate } from './update/index';

/** Timers that go off when told. */
function handTimers(): Timers & { fire(ms: number): void } {
  const waiting = new Set<{ ms: number; callback: () => void }>();
  return {
    after(ms, callback) {
      const timer = { ms, callback };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
    fire(ms) {
      for (const timer of [...waiting]) if (timer.ms <= ms && waiting.delete(timer)) timer.callback();
    },
  };
}

const CONFLICT = 'Transaction is conflict, maybe resource operated by others.';
const MISSING = 'Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.';

describe.each(['in memory', 'on disk'])('transactions %s', (place) => {
  let store: Store;
  let timers: ReturnType<typeof handTimers>;
  let dataDir: string | undefined;
  let nextId = 0;

  beforeEach(async () => {
    timers = handTimers();
    dataDir = place === 'on disk' ? mkdtempSync(path.join(tmpdir(), 'tx-')) : undefined;
    store = openStore({
      clock: () => NOW_MS,
      timers,
      newId: () => `id${++nextId}`,
      ...(dataDir === undefined ? {} : { dataDir }),
    });
    store.declare({
      collections: { things: { indexes: [{ name: 'no', fields: [{ name: 'no', order: 1 }], unique: true }] } },
    });
    await store.insert('things', [
      { _id: 'a', no: 1, n: 100 },
      { _id: 'b', no: 2, n: 0 },
    ]);
  });

  afterEach(async () => {
    await store.close();
    if (dataDir !== undefined) rmSync(dataDir, { recursive: true });
  });

  const things = () => store.collection('things');
  const inc = (tx: Transaction, id: string, by: number) =>
    tx.modify(things(), id, parseUpdate({ $inc: { n: by } }), false);
  const n = (id: string): unknown => store.findNow('things', { _id: id })[0]?.n;
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

  test('a transfer becomes visible whole at commit, and its own reads see it before', async () => {
    const tx = store.begin();
    inc(tx, 'a', -10);
    inc(tx, 'b', 10);
    expect(tx.insert(things(), { _id: 'log', no: 3 })).toBe('log');
    expect(tx.get(things(), 'a')?.n).toBe(90);
    expect([n('a'), n('b'), n('log')]).toEqual([100, 0, undefined]);
    await tx.commit();
    expect([n('a'), n('b')]).toEqual([90, 10]);
    expect(store.findNow('things', { no: 3 })).toEqual([{ _id: 'log', no: 3 }]);
  });

  test('a rollback leaves nothing, and ends it', () => {
    const tx = store.begin();
    inc(tx, 'a', -10);
    tx.rollback();
    expect(n('a')).toBe(100);
    expect(() => tx.get(things(), 'a')).toThrow(MISSING);
    expect(() => store.transaction(tx.id)).toThrow(expect.objectContaining({ code: 'DATABASE_TRANSACTION_FAIL' }));
  });

  test('reads see the snapshot; a write to what changed since conflicts and ends it', async () => {
    const tx = store.begin();
    await store.modify('things', { _id: 'a' }, { $inc: { n: 1 } });
    expect(tx.get(things(), 'a')?.n).toBe(100);
    expect(() => inc(tx, 'a', 1)).toThrow(
      expect.objectContaining({ code: 'DATABASE_TRANSACTION_CONFLICT', message: expect.stringContaining(CONFLICT) }),
    );
    expect(() => inc(tx, 'b', 1)).toThrow(MISSING);
  });

  test('of two transactions on one document the second fails at once, the first goes on', async () => {
    const [first, second] = [store.begin(), store.begin()];
    inc(first, 'a', 1);
    expect(() => inc(second, 'a', 1)).toThrow(CONFLICT);
    await first.commit();
    expect(n('a')).toBe(101);
  });

  test('a write after another transaction committed over the snapshot conflicts', async () => {
    const [first, second] = [store.begin(), store.begin()];
    inc(first, 'a', 1);
    await first.commit();
    expect(() => inc(second, 'a', 1)).toThrow(CONFLICT);
  });

  test('a plain write waits for the lock and then sees what was committed; plain reads never wait', async () => {
    const tx = store.begin();
    inc(tx, 'a', -60);
    let updated: number | undefined;
    const write = store.modify('things', { _id: 'a', n: { $gte: 50 } }, { $inc: { n: -50 } }).then((result) => {
      updated = result.updated;
    });
    await settled();
    expect(updated).toBeUndefined();
    expect(n('a')).toBe(100);
    await tx.commit();
    await write;
    expect([updated, n('a')]).toEqual([0, 40]);
  });

  test('a plain write that waits longer than 10 s is told that the transaction is busy', async () => {
    const tx = store.begin();
    inc(tx, 'a', 1);
    const write = store.remove('things', { _id: 'a' });
    const refused = expect(write).rejects.toThrow('[ResourceUnavailable.TransactionBusy] Transaction is busy.');
    await settled();
    timers.fire(10_000);
    await refused;
    await tx.commit();
    expect(n('a')).toBe(101);
  });

  test('after 30 s it is gone and its locks with it', async () => {
    const tx = store.begin();
    inc(tx, 'a', 1);
    const write = store.modify('things', { _id: 'a' }, { $inc: { n: 5 } });
    await settled();
    timers.fire(30_000);
    expect(() => store.transaction(tx.id)).toThrow(MISSING);
    await expect(tx.commit()).rejects.toThrow(MISSING);
    // The waiting write was given up by the same hand of the clock; a new one passes.
    await write.catch(() => undefined);
    await store.modify('things', { _id: 'a' }, { $set: { n: 7 } });
    expect(n('a')).toBe(7);
  });

  test('write skew is possible: reads take no locks', async () => {
    const [first, second] = [store.begin(), store.begin()];
    first.get(things(), 'a');
    second.get(things(), 'b');
    inc(first, 'b', 1);
    inc(second, 'a', 1);
    await first.commit();
    await second.commit();
    expect([n('a'), n('b')]).toEqual([101, 1]);
  });

  test('a taken id or unique key fails, ends it, and an uncommitted one is held against others', async () => {
    const first = store.begin();
    expect(() => first.insert(things(), { _id: 'a', no: 9 })).toThrow('E11000');
    expect(first.isOpen).toBe(false);
    const second = store.begin();
    expect(() => second.insert(things(), { _id: 'c', no: 1 })).toThrow('index: no dup key: { no: 1 }');
    const third = store.begin();
    third.insert(things(), { _id: 'c', no: 3 });
    expect(() => store.begin().insert(things(), { _id: 'd', no: 3 })).toThrow(CONFLICT);
    let failure: unknown;
    const plain = store.insert('things', [{ _id: 'e', no: 3 }]).catch((error) => {
      failure = error;
    });
    await settled();
    expect(failure).toBeUndefined();
    await third.commit();
    await plain;
    expect(String(failure)).toContain('dup key: { no: 3 }');
  });

  test('remove, make again, remove again within one transaction', async () => {
    const tx = store.begin();
    expect([tx.remove(things(), 'a'), tx.remove(things(), 'a')]).toEqual([1, 0]);
    expect(tx.get(things(), 'a')).toBeUndefined();
    tx.insert(things(), { _id: 'a', no: 1, n: 5 });
    tx.insert(things(), { _id: 'new', no: 4 });
    tx.remove(things(), 'new');
    await tx.commit();
    expect(store.dump('things')).toEqual([
      { _id: 'a', no: 1, n: 5 },
      { _id: 'b', no: 2, n: 0 },
    ]);
    expect(store.findNow('things', { no: 1 })).toHaveLength(1);
  });

  test('a type error in an update ends it', () => {
    const tx = store.begin();
    expect(() => tx.modify(things(), 'a', parseUpdate({ $push: { n: 1 } }), false)).toThrow(
      "The field 'n' must be an array",
    );
    expect(tx.isOpen).toBe(false);
  });

  test('100 may be open at once', () => {
    const open = Array.from({ length: 100 }, () => store.begin());
    expect(() => store.begin()).toThrow('TransactionBusy');
    open[0]?.rollback();
    expect(store.begin().isOpen).toBe(true);
  });

  test('increments by transactions and plain writes together lose none', async () => {
    let done = 0;
    const byTransaction = async (): Promise<void> => {
      for (let i = 0; i < 10; ) {
        const tx = store.begin();
        try {
          inc(tx, 'b', 1);
          await new Promise((resolve) => setImmediate(resolve));
          await tx.commit();
          done++;
          i++;
        } catch (error) {
          if (!String(error).includes(CONFLICT)) throw error;
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
        }
      }
    };
    const byPlain = async (): Promise<void> => {
      for (let i = 0; i < 10; i++) {
        const { updated } = await store.modify('things', { _id: 'b' }, { $inc: { n: 1 } });
        done += updated;
      }
    };
    await Promise.all([byTransaction(), byTransaction(), byTransaction(), byPlain(), byPlain()]);
    expect([done, n('b')]).toEqual([50, 50]);
  });
});
