import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from './store';
import { aStore, NOW_MS } from './testing';

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
  return 'no error';
};

describe('collections', () => {
  test('must exist: nothing is created by reading or writing', async () => {
    const store = aStore({});
    expect(codeOf(() => store.findNow('nope'))).toContain(
      'DATABASE_COLLECTION_NOT_EXIST: [ResourceNotFound] Db or Table not exist: nope.',
    );
    expect(codeOf(() => store.insertNow('nope', [{}]))).toContain('DATABASE_COLLECTION_NOT_EXIST');
    await store.createCollection('nope');
    expect(store.insertNow('nope', [{}])).toEqual(['id1']);
    await expect(store.createCollection('nope')).rejects.toThrow('Table exist');
    await expect(store.createCollection('no/pe')).rejects.toThrow('not valid');
  });

  test('21 indexes on one collection are refused', () => {
    const indexes = Array.from({ length: 21 }, (_, i) => ({
      name: `i${i}`,
      fields: [{ name: `f${i}`, order: 1 as const }],
    }));
    expect(() => aStore({ things: { indexes: indexes.slice(0, 20) } })).not.toThrow();
    expect(() => aStore({ things: { indexes } })).toThrow('at most 20');
  });

  test('declaring again changes nothing; a changed index is built anew, a dropped one is gone', () => {
    const store = aStore({ things: { indexes: [{ name: 'n', fields: [{ name: 'n', order: 1 }] }] } });
    store.insertNow('things', [{ _id: 1, n: 1, m: 2 }]);
    store.declare({ collections: { things: { indexes: [{ name: 'n', fields: [{ name: 'm', order: -1 }] }] } } });
    expect(store.explain('things', { m: 2 }).kind).toBe('index');
    expect(store.explain('things', { n: 1 }).kind).toBe('scan');
    expect(store.findNow('things', { m: 2 })).toEqual([{ _id: 1, n: 1, m: 2 }]);
    store.declare({ collections: { things: {} } });
    expect(store.explain('things', { m: 2 }).kind).toBe('scan');
  });
});

describe('unique indexes', () => {
  const unique = { things: { indexes: [{ name: 'no', fields: [{ name: 'no', order: 1 as const }], unique: true }] } };

  test('two documents without the field collide: they are not sparse', () => {
    const store = aStore(unique);
    store.insertNow('things', [{ _id: 1 }]);
    expect(codeOf(() => store.insertNow('things', [{ _id: 2 }]))).toBe(
      'DATABASE_REQUEST_FAILED: [FailedOperation.Insert] bulk write error: [{E11000 duplicate key error collection: tnt-local.things index: no dup key: { no: null }}]',
    );
  });

  test('of several documents in one insert all go in or none', () => {
    const store = aStore(unique);
    expect(codeOf(() => store.insertNow('things', [{ no: 1 }, { no: 1 }]))).toContain('E11000');
    expect(
      codeOf(() =>
        store.insertNow('things', [
          { _id: 'x', no: 1 },
          { _id: 'x', no: 2 },
        ]),
      ),
    ).toContain('index: _id_ dup key: { _id: "x" }');
    expect(store.countNow('things')).toBe(0);
  });

  test('an update onto a taken key fails in the words of an update; onto its own key it does not', () => {
    const store = aStore(unique);
    store.insertNow('things', [
      { _id: 1, no: 1 },
      { _id: 2, no: 2 },
    ]);
    expect(codeOf(() => store.modifyNow('things', { _id: 2 }, { $set: { no: 1 } }))).toBe(
      'DATABASE_REQUEST_FAILED: [FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error collection: tnt-local.things index: no dup key: { no: 1 }}]}, {<nil>}]',
    );
    expect(store.modifyNow('things', { _id: 2 }, { $set: { no: 2, m: 1 } }).updated).toBe(1);
    expect(store.modifyNow('things', { no: { $gte: 1 } }, { $inc: { no: 1 } }, { multi: true }).updated).toBe(2);
    expect(store.dump('things').map(({ no }) => no)).toEqual([2, 3]);
  });

  test('a removed document frees its key', () => {
    const store = aStore(unique);
    store.insertNow('things', [{ _id: 1, no: 1 }]);
    store.removeNow('things', { _id: 1 });
    expect(store.insertNow('things', [{ _id: 2, no: 1 }])).toEqual([2]);
  });

  test('cannot be built over documents that collide', () => {
    const store = aStore();
    store.insertNow('things', [{ no: 1 }, { no: 1 }]);
    expect(() => store.declare({ collections: unique })).toThrow('E11000');
  });
});

describe('reading', () => {
  test('get gives 100 documents by default and never more than 1,000', () => {
    const store = aStore();
    store.insertNow(
      'things',
      Array.from({ length: 1_100 }, (_, i) => ({ _id: i })),
    );
    expect(store.findNow('things')).toHaveLength(100);
    expect(store.findNow('things', {}, { limit: 0 })).toHaveLength(100);
    expect(store.findNow('things', {}, { limit: 1_500 })).toHaveLength(1_000);
    expect(store.findNow('things', {}, { skip: 1_095 })).toHaveLength(5);
    expect(store.dump('things')).toHaveLength(1_100);
  });

  test('1,001 documents examined without an index warn, 1,000 do not', () => {
    const store = aStore();
    store.insertNow(
      'things',
      Array.from({ length: 1_000 }, (_, i) => ({ _id: i, n: 1 })),
    );
    store.findNow('things', { n: 2 });
    expect(store.warnings).toEqual([]);
    store.insertNow('things', [{ n: 1 }]);
    store.findNow('things', { n: 2 });
    expect(store.warnings).toEqual([{ collection: 'things', query: '{"n":2}', examined: 1_001 }]);
  });

  test('a page by _id cursor reads only its page, forwards and backwards', () => {
    const store = aStore();
    store.insertNow(
      'things',
      Array.from({ length: 2_000 }, (_, i) => ({ _id: `k${1_000 + i}` })),
    );
    const ids = (query: object, order: object) =>
      store.findNow('things', query, { order, limit: 2 }).map(({ _id }) => _id);
    expect(ids({ _id: { $gt: 'k1500' } }, { _id: 1 })).toEqual(['k1501', 'k1502']);
    expect(ids({ _id: { $lt: 'k1500' } }, { _id: -1 })).toEqual(['k1499', 'k1498']);
    expect(ids({}, { _id: -1 })).toEqual(['k2999', 'k2998']);
    expect(store.warnings).toEqual([]);
  });

  test('order, skip, limit and projection go together', () => {
    const store = aStore();
    store.insertNow(
      'things',
      [3, 1, 2, 4].map((n) => ({ _id: n, n, deep: { a: n, b: 0 }, list: [1, 2, 3] })),
    );
    const options = { order: { n: -1 }, skip: 1, limit: 2, projection: { 'deep.a': 1, list: { $slice: 2 } } };
    expect(store.findNow('things', {}, options)).toEqual([
      { _id: 3, deep: { a: 3 }, list: [1, 2] },
      { _id: 2, deep: { a: 2 }, list: [1, 2] },
    ]);
    expect(codeOf(() => store.findNow('things', {}, { projection: { n: 1, deep: 0 } }))).toContain(
      'DATABASE_REQUEST_FAILED',
    );
    expect(store.findNow('things', { n: 1 }, { projection: { _id: 0, n: 1 } })).toEqual([{ n: 1 }]);
  });

  test('a text too long for any key finds nothing, by id, by index or by scan', () => {
    const store = aStore({ things: { indexes: [{ name: 'n', fields: [{ name: 'n', order: 1 }] }] } });
    store.insertNow('things', [{ _id: 'a', n: 'b' }]);
    const long = '长'.repeat(5_000);
    for (const query of [{ _id: long }, { _id: { $in: [long, 'a'] }, n: long }, { n: long }, { n: { $gt: long } }])
      expect(store.findNow('things', query)).toEqual([]);
    expect(store.findNow('things', { n: { $lt: long } })).toHaveLength(1);
    expect(store.modifyNow('things', { _id: long }, { $set: { n: 1 } }).updated).toBe(0);
  });

  test('a text of 900 bytes is still found by its index', () => {
    const store = aStore({ things: { indexes: [{ name: 'n', fields: [{ name: 'n', order: 1 }] }] } });
    store.insertNow('things', [{ _id: 'a', n: 'x'.repeat(900) }]);
    expect(store.findNow('things', { n: 'x'.repeat(900) })).toHaveLength(1);
  });

  test('an undefined condition is refused rather than dropped', () => {
    expect(codeOf(() => aStore().findNow('things', { a: undefined }))).toBe(
      'INVALID_PARAM: [InvalidParameter] the condition on a is undefined',
    );
  });
});

describe('writing', () => {
  test('an update that changes nothing counts 0', () => {
    const store = aStore();
    store.insertNow('things', [{ _id: 1, n: 1 }]);
    expect(store.modifyNow('things', { _id: 1 }, { $set: { n: 1 } })).toEqual({ updated: 0, upsertId: null });
    expect(store.modifyNow('things', { _id: 2 }, { $set: { n: 1 } })).toEqual({ updated: 0, upsertId: null });
  });

  test('a conditional update of one document happens once', () => {
    const store = aStore();
    store.insertNow('things', [{ _id: 'stock', left: 2 }]);
    const take = (): number =>
      store.modifyNow('things', { _id: 'stock', left: { $gte: 1 } }, { $inc: { left: -1 } }).updated;
    expect([take(), take(), take()]).toEqual([1, 1, 0]);
  });

  test('set with upsert makes the document it names', () => {
    const store = aStore();
    const set = () => store.modifyNow('things', { _id: 'a' }, { n: 1 }, { merge: false, upsert: true });
    expect(set()).toEqual({ updated: 0, upsertId: 'a' });
    expect(set()).toEqual({ updated: 0, upsertId: null });
    expect(store.dump('things')).toEqual([{ _id: 'a', n: 1 }]);
  });

  test('of many documents an update that fails on one changes none', () => {
    const store = aStore();
    store.insertNow('things', [
      { _id: 1, n: 1 },
      { _id: 2, n: 'x' },
    ]);
    expect(codeOf(() => store.modifyNow('things', {}, { $inc: { n: 1 } }, { multi: true }))).toContain(
      'non-numeric type string',
    );
    expect(store.dump('things').map(({ n }) => n)).toEqual([1, 'x']);
  });

  test('what the caller does to its objects afterwards changes nothing', () => {
    const store = aStore();
    const doc = { _id: 1, list: [1] };
    store.insertNow('things', [doc]);
    doc.list.push(2);
    for (const { list } of store.findNow('things')) if (Array.isArray(list)) list.push(3);
    expect(store.dump('things')).toEqual([{ _id: 1, list: [1] }]);
  });

  test.each([
    [{ _id: null }],
    [{ _id: true }],
    [{ a: () => 1 }],
    [{ a: { $b: 1 } }],
    [{ 'a.b': 1 }],
    [{ _id: 'x'.repeat(600) }],
  ])('a document like %j is refused', (doc) => {
    expect(codeOf(() => aStore().insertNow('things', [doc]))).not.toBe('no error');
  });

  test('nesting beyond 100 levels is refused', () => {
    let doc: object = {};
    for (let i = 0; i < 102; i++) doc = { doc };
    expect(codeOf(() => aStore().insertNow('things', [doc]))).toContain('cannot nest deeper than 100 levels');
  });

  test('resolves within a few microtasks, and is done before the call returns', async () => {
    const store = aStore();
    let isDone = false;
    const write = store.insert('things', [{ _id: 1 }]).then(() => {
      isDone = true;
    });
    expect(store.countNow('things')).toBe(1);
    for (let turn = 0; turn < 10; turn++) await null;
    expect(isDone).toBe(true);
    await write;
  });
});

test('a store on disk gives back what was acknowledged, with its indexes', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'store-'));
  try {
    const first = openStore({ dataDir, clock: () => NOW_MS });
    first.declare({ collections: { things: { indexes: [{ name: 'n', fields: [{ name: 'n', order: 1 }] }] } } });
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => first.insert('things', [{ _id: i, n: [i, -i], at: new Date(i) }])),
    );
    await first.modify('things', { _id: 7 }, { $set: { n: 'seven' } });
    await first.close();
    const second = openStore({ dataDir, clock: () => NOW_MS });
    expect(second.countNow('things')).toBe(50);
    expect(second.findNow('things', { n: 'seven' })).toEqual([{ _id: 7, n: 'seven', at: new Date(7) }]);
    expect(second.findNow('things', { n: -3 }).map(({ _id }) => _id)).toEqual([3]);
    const plan = second.explain('things', { n: 1 });
    expect(plan.kind === 'index' && plan.index.multikey).toBe(true);
    await second.close();
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});
