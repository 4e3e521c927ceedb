import { type Cloud, SDKS, type Sdk, SdkProcess, startCloud } from './support/sdk';

describe.each(SDKS)('updates through %s', (name) => {
  let cloud: Cloud;
  let sdk: SdkProcess;

  beforeAll(async () => {
    cloud = await startCloud();
    cloud.store.declare({
      collections: {
        things: {},
        numbered: { indexes: [{ name: 'no', fields: [{ name: 'no', order: 1 }], unique: true }] },
      },
    });
    sdk = await SdkProcess.start(name, cloud.url);
  });

  afterAll(async () => {
    await sdk.stop();
    await cloud.stop();
  });

  const START = { n: 5, m: 3, list: [1, 2], tags: ['a'], o: { p: 1, q: 2 }, low: 5, high: 5, gone: 1, old: 1 };

  test.each<[string, (sdk: Sdk) => object, object]>([
    ['inc and mul', ({ _ }) => ({ n: _.inc(2), m: _.mul(2) }), { n: 7, m: 6 }],
    [
      'push one, push many',
      ({ _ }) => ({ list: _.push(3), tags: _.push(['b', 'c']) }),
      { list: [1, 2, 3], tags: ['a', 'b', 'c'] },
    ],
    [
      'push each with position, sort and slice',
      ({ _ }) => ({ list: _.push({ each: [0, 9], position: 0, sort: -1, slice: 3 }) }),
      { list: [9, 2, 1] },
    ],
    ['unshift', ({ _ }) => ({ list: _.unshift(0) }), { list: [0, 1, 2] }],
    ['pop', ({ _ }) => ({ list: _.pop() }), { list: [1] }],
    ['shift', ({ _ }) => ({ list: _.shift() }), { list: [2] }],
    [
      'pull a value, pull by condition',
      ({ _ }) => ({ list: _.pull(2), tags: _.pull(_.in(['a'])) }),
      { list: [1], tags: [] },
    ],
    ['pullAll', ({ _ }) => ({ list: _.pullAll([1, 2]) }), { list: [] }],
    ['addToSet', ({ _ }) => ({ list: _.addToSet(2), tags: _.addToSet('b') }), { list: [1, 2], tags: ['a', 'b'] }],
    ['min and max', ({ _ }) => ({ low: _.min(1), high: _.max(9) }), { low: 1, high: 9 }],
    ['rename', ({ _ }) => ({ old: _.rename('young') }), { old: undefined, young: 1 }],
    ['remove', ({ _ }) => ({ gone: _.remove() }), { gone: undefined }],
    [
      'a nested literal merges, _.set replaces',
      ({ _ }) => ({ o: { p: 9 }, low: _.set({ z: 1 }) }),
      { o: { p: 9, q: 2 }, low: { z: 1 } },
    ],
    ['a dotted path', () => ({ 'o.p': 7 }), { o: { p: 7, q: 2 } }],
  ])('%s', async (_, change, expected) => {
    const { updated, data } = await sdk.run(
      async (inside, start, source) => {
        const doc = inside.db.collection('things').doc('u');
        await doc.set({ data: start });
        // biome-ignore lint/security/noGlobalEval: the update is built where the SDK is
        const { stats } = await doc.update({ data: eval(`(${source})`)(inside) });
        return { updated: stats.updated, data: (await doc.get()).data };
      },
      START,
      change.toString(),
    );
    expect({ updated, data }).toEqual({ updated: 1, data: { _id: 'u', ...START, ...expected } });
  });

  test('of many documents, or of the first; a missing one counts 0', async () => {
    const counts = await sdk.run(async ({ db, _ }) => {
      const things = db.collection('things');
      await things.add({ data: [1, 2, 3].map((n) => ({ batch: 1, n })) });
      const all = await things.where({ batch: 1 }).update({ data: { z: _.inc(1) } });
      const one = await things.where({ batch: 1 }).update({ data: { z: _.inc(1) }, multi: false });
      const cas = await things.where({ batch: 1, n: 2, z: _.gte(1) }).update({ data: { n: _.inc(-2) } });
      const none = await things.doc('nope').update({ data: { a: 1 } });
      return [all, one, cas, none].map(({ stats }) => stats.updated);
    });
    expect(counts).toEqual([3, 1, 1, 0]);
  });

  test.each<[string, (sdk: Sdk) => Promise<unknown>, RegExp]>([
    [
      'inc of an array',
      ({ db, _ }) =>
        db
          .collection('things')
          .doc('t')
          .update({ data: { list: _.inc(1) } }),
      /Cannot apply \$inc to a value of non-numeric type.*'list' of non-numeric type array/,
    ],
    [
      'push on a number',
      ({ db, _ }) =>
        db
          .collection('things')
          .doc('t')
          .update({ data: { n: _.push(1) } }),
      /The field 'n' must be an array but is of type int/,
    ],
    [
      'a field inside null',
      ({ db }) =>
        db
          .collection('things')
          .doc('t')
          .update({ data: { nil: { b: 1 } } }),
      /Cannot create field 'b' in element \{nil: null\}/,
    ],
    [
      'a taken unique key',
      ({ db }) =>
        db
          .collection('numbered')
          .doc('b')
          .update({ data: { no: 1 } }),
      /multiple write errors: .*E11000 .*index: no dup key: \{ no: 1 \}/,
    ],
    [
      'a missing unique key twice',
      ({ db }) => db.collection('numbered').add({ data: [{ x: 1 }, { x: 2 }] }),
      /bulk write error: .*dup key: \{ no: null \}/,
    ],
  ])('%s fails as in production, with -502001', async (_, run, message) => {
    await sdk.run(async ({ db }) => {
      await db
        .collection('things')
        .doc('t')
        .set({ data: { list: [1], n: 1, nil: null } });
      await db
        .collection('numbered')
        .doc('a')
        .set({ data: { no: 1 } });
      await db
        .collection('numbered')
        .doc('b')
        .set({ data: { no: 2 } });
    });
    const error = await sdk.rejection(run);
    expect(error.own.errCode).toBe(-502001);
    expect(error.own.errMsg).toMatch(message);
  });

  test.each<[string, (sdk: Sdk) => Promise<unknown>, RegExp]>([
    [
      'where({a: {}}).remove()',
      ({ db }) => db.collection('things').where({ a: {} }).remove(),
      /a removal without a condition/,
    ],
    [
      'where({a: {}}).update()',
      ({ db }) =>
        db
          .collection('things')
          .where({ a: {} })
          .update({ data: { b: 1 } }),
      /an update without a condition/,
    ],
    [
      'update({a: {}})',
      ({ db }) =>
        db
          .collection('things')
          .doc('a')
          .update({ data: { a: {} } }),
      /the update is empty/,
    ],
    [
      'serverDate inside _.set',
      ({ db, _ }) =>
        db
          .collection('things')
          .doc('a')
          .update({ data: { a: _.set({ at: db.serverDate() }) } }),
      /serverDate\(\) inside _\.set/,
    ],
    [
      'serverDate inside _.max',
      ({ db, _ }) =>
        db
          .collection('things')
          .doc('a')
          .update({ data: { a: _.max(db.serverDate()) } }),
      /serverDate\(\) inside/,
    ],
    [
      'serverDate inside push({each})',
      ({ db, _ }) =>
        db
          .collection('things')
          .doc('a')
          .update({ data: { a: _.push({ each: [{ at: db.serverDate() }] }) } }),
      /serverDate\(\) inside/,
    ],
    [
      'Geo.Point inside _.set',
      ({ db, _ }) =>
        db
          .collection('things')
          .doc('a')
          .update({ data: { a: _.set(db.Geo.Point(1, 2)) } }),
      /Geo\.Point inside _\.set/,
    ],
    [
      'addToSet({each})',
      ({ db, _ }) =>
        db
          .collection('things')
          .doc('a')
          .update({ data: { a: _.addToSet({ each: [1] }) } }),
      /addToSet\(\{each\}\) stores the object/,
    ],
    [
      'a Buffer',
      ({ db }) => db.collection('things').add({ data: { a: Buffer.from('x') } }),
      /the SDK loses Buffer values/,
    ],
    [
      'elemMatch with and()',
      ({ db, _ }) =>
        db
          .collection('things')
          .where({ a: _.elemMatch({ n: _.gt(1).and(_.lt(5)) }) })
          .get(),
      /does not encode and\(\)/,
    ],
  ])('%s is refused with what to do instead', async (_, run, message) => {
    const error = await sdk.rejection(run);
    expect(error.own.errCode).toBe(-501007);
    expect(error.own.errMsg).toMatch(message);
  });

  test('removing everything is possible when said', async () => {
    const removed = await sdk.run(async ({ db, _ }) => {
      await db.createCollection('emptied');
      await db.collection('emptied').add({ data: [{}, {}] });
      return (
        await db
          .collection('emptied')
          .where({ _id: _.exists(true) })
          .remove()
      ).stats.removed;
    });
    expect(removed).toBe(2);
  });
});
