import { type Cloud, SDKS, SdkProcess, startCloud } from './support/sdk';

describe.each(SDKS)('documents through %s', (name) => {
  let cloud: Cloud;
  let sdk: SdkProcess;

  beforeAll(async () => {
    cloud = await startCloud();
    cloud.store.declare({ collections: { things: {} } });
    sdk = await SdkProcess.start(name, cloud.url);
  });

  afterAll(async () => {
    await sdk.stop();
    await cloud.stop();
  });

  test('an unknown collection answers -502005 Db or Table not exist', async () => {
    const error = await sdk.rejection(({ db }) => db.collection('nope').get());
    expect(error.own.errCode).toBe(-502005);
    expect(error.own.errMsg).toContain('[ResourceNotFound] Db or Table not exist: nope.');
  });

  test('every kind of value comes back as it went', async () => {
    const { back, isDate, isPoint, ageMs } = await sdk.run(async ({ db }) => {
      const things = db.collection('things');
      const nested = { list: [1, { deep: 2 }], none: null, yes: true };
      const point = db.Geo.Point(113.3, 23.1);
      await things.add({
        data: {
          _id: 'a',
          n: 1,
          big: 2 ** 53 - 1,
          half: 1.5,
          at: new Date(1.7e12),
          by: db.serverDate({ offset: 1000 }),
          point,
          nested,
        },
      });
      const { data } = await things.doc('a').get();
      const { at, by, point: got, ...back } = data;
      return {
        back,
        isDate: at instanceof Date && at.getTime() === 1.7e12,
        isPoint: got.longitude === 113.3,
        ageMs: by - Date.now(),
      };
    });
    expect(back).toEqual({
      _id: 'a',
      n: 1,
      big: 2 ** 53 - 1,
      half: 1.5,
      nested: { list: [1, { deep: 2 }], none: null, yes: true },
    });
    expect([isDate, isPoint]).toEqual([true, true]);
    expect(Math.abs(ageMs - 1000)).toBeLessThan(1000);
  });

  test('NaN and infinities survive, numeric ids are legal', async () => {
    const data = await sdk.run(async ({ db }) => {
      const things = db.collection('things');
      await things.add({ data: { _id: 42, bad: Number.NaN, low: -Infinity } });
      return (await things.doc(42).get()).data;
    });
    expect(data).toEqual({ _id: 42, bad: Number.NaN, low: -Infinity });
  });

  test('a document without an id gets 32 hex digits; several at once get as many', async () => {
    const added = await sdk.run(async ({ db }) => {
      const one = await db.collection('things').add({ data: { n: 1 } });
      const two = await db.collection('things').add({ data: [{ n: 1 }, { n: 2 }] });
      return { id: one._id, ids: two._ids };
    });
    expect(added.id).toMatch(/^[0-9a-f]{32}$/);
    expect(added.ids).toHaveLength(2);
  });

  test('an id taken twice answers -502001 E11000', async () => {
    const error = await sdk.rejection(async ({ db }) => {
      await db.collection('things').add({ data: { _id: 'twice' } });
      await db.collection('things').add({ data: { _id: 'twice' } });
    });
    expect(error.own.errCode).toBe(-502001);
    expect(error.own.errMsg).toContain(
      'E11000 duplicate key error collection: tnt-local.things index: _id_ dup key: { _id: "twice" }',
    );
    expect(error.keys.sort()).toEqual(['errCode', 'errMsg']);
  });

  test('a missing document rejects with errCode -1, or is null with throwOnNotFound false', async () => {
    const error = await sdk.rejection(({ db }) => db.collection('things').doc('zz').get());
    expect(error.own.errCode).toBe(-1);
    expect(error.own.errMsg).toContain('does not exist');
    const data = await sdk.run(
      async ({ cloud }) => (await cloud.database({ throwOnNotFound: false }).collection('things').doc('zz').get()).data,
    );
    expect(data).toBeNull();
  });

  test('set makes, then replaces', async () => {
    const seen = await sdk.run(async ({ db }) => {
      const doc = db.collection('things').doc('s');
      const made = await doc.set({ data: { x: 1 } });
      const replaced = await doc.set({ data: { y: 1 } });
      return { made: made.stats, replaced: replaced.stats, data: (await doc.get()).data };
    });
    expect(seen).toEqual({
      made: { updated: 0, created: 1 },
      replaced: { updated: 1, created: 0 },
      data: { _id: 's', y: 1 },
    });
  });

  test('remove counts what it removed', async () => {
    const seen = await sdk.run(async ({ db, _ }) => {
      const things = db.collection('things');
      await things.add({
        data: [
          { _id: 'r1', r: 1 },
          { _id: 'r2', r: 1 },
          { _id: 'r3', r: 1 },
        ],
      });
      const one = await things.doc('r1').remove();
      const rest = await things.where({ r: 1, _id: _.neq('none') }).remove();
      const none = await things.doc('r1').remove();
      return [one, rest, none].map(({ stats }) => stats.removed);
    });
    expect(seen).toEqual([1, 2, 0]);
  });

  test('createCollection makes a collection once', async () => {
    await sdk.run(({ db }) => db.createCollection('made'));
    const error = await sdk.rejection(({ db }) => db.createCollection('made'));
    expect(error.own.errMsg ?? error.message).toContain('Table exist');
  });
});
