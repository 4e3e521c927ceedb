import { type Cloud, SDKS, type Sdk, SdkProcess, startCloud } from './support/sdk';

/** 30 things: i, g = i mod 3, tags by parity, a place every kilometre east. */
const THINGS = {
  indexes: [
    {
      name: 'g_i',
      fields: [
        { name: 'g', order: 1 as const },
        { name: 'i', order: 1 as const },
      ],
    },
    { name: 'loc', fields: [{ name: 'loc', order: '2dsphere' as const }] },
  ],
};

type Ask = (sdk: Sdk) => unknown;

describe.each(SDKS)('queries through %s', (name) => {
  let cloud: Cloud;
  let sdk: SdkProcess;

  beforeAll(async () => {
    cloud = await startCloud();
    cloud.store.declare({ collections: { things: THINGS, others: {}, areas: {} } });
    sdk = await SdkProcess.start(name, cloud.url);
    await sdk.run(async ({ db }) => {
      const data = Array.from({ length: 30 }, (_, i) => ({
        _id: `k${i}`,
        i,
        g: i % 3,
        s: `s${i}`,
        at: new Date(1e12 + i * 1000),
        tags: i % 2 ? ['x', 'y'] : ['x'],
        it: [{ q: i, w: i % 5 }],
        loc: db.Geo.Point(113 + i * 0.01, 22),
        ...(i % 4 ? {} : { opt: null }),
      }));
      await db.collection('things').add({ data });
      await db.collection('others').add({
        data: [
          { _id: 'a', g: 1 },
          { _id: 'b', g: 2 },
        ],
      });
    });
  });

  afterAll(async () => {
    await sdk.stop();
    await cloud.stop();
  });

  test.each<[string, Ask, number]>([
    ['a literal', () => ({ g: 1 }), 10],
    ['gt and lt on a field', ({ _ }) => ({ i: _.gt(10).and(_.lt(15)) }), 4],
    ['chained gt.lt', ({ _ }) => ({ i: _.gt(10).lt(15) }), 4],
    ['in', ({ _ }) => ({ g: _.in([0, 1]) }), 20],
    ['nin', ({ _ }) => ({ i: _.nin([1, 2]) }), 28],
    ['neq', ({ _ }) => ({ i: _.neq(3) }), 29],
    ['eq or eq on a field', ({ _ }) => ({ i: _.eq(1).or(_.eq(2)) }), 2],
    ['or at the root', ({ _ }) => _.or([{ i: 1 }, { i: _.gte(28) }]), 3],
    ['and of or', ({ _ }) => _.and([{ g: 1 }, _.or([{ i: 1 }, { i: 4 }, { i: 5 }])]), 2],
    ['nor', ({ _ }) => _.nor([{ g: 0 }, { g: 1 }]), 10],
    ['not', ({ _ }) => ({ i: _.not(_.gt(5)) }), 6],
    ['exists', ({ _ }) => ({ opt: _.exists(true) }), 8],
    ['null matches missing', () => ({ opt: null }), 30],
    ['a value in an array', () => ({ tags: 'y' }), 15],
    ['all', ({ _ }) => ({ tags: _.all(['x', 'y']) }), 15],
    ['size', ({ _ }) => ({ tags: _.size(1) }), 15],
    ['mod', ({ _ }) => ({ i: _.mod(10, 0) }), 3],
    ['elemMatch', ({ _ }) => ({ it: _.elemMatch({ q: _.gt(20), w: 1 }) }), 2],
    ['a field of elements', () => ({ 'it.q': 5 }), 1],
    ['a nested literal', () => ({ loc: { type: 'Point' } }), 30],
    ['a regular expression', () => ({ s: /^s1/ }), 11],
    ['db.RegExp with options', ({ db }) => ({ s: db.RegExp({ regexp: '^S1', options: 'i' }) }), 11],
    ['dates', ({ _ }) => ({ at: _.lte(new Date(1e12 + 5000)) }), 6],
    ['expr', ({ _, $ }) => _.expr($.eq(['$i', '$g'])), 3],
    [
      'geoNear within 2.5 km',
      ({ _, db }) => ({ loc: _.geoNear({ geometry: db.Geo.Point(113.05, 22), maxDistance: 2500 }) }),
      5,
    ],
    [
      'geoWithin a circle',
      ({ _, db }) => ({ loc: _.geoWithin({ centerSphere: [db.Geo.Point(113.05, 22), 2.5 / 6378.1] }) }),
      5,
    ],
    [
      'geoWithin a polygon',
      ({ _, db }) => {
        const at = (lng: number, lat: number) => db.Geo.Point(lng, lat);
        const ring = [at(113, 21), at(113.055, 21), at(113.055, 23), at(113, 23), at(113, 21)];
        return { loc: _.geoWithin({ geometry: db.Geo.Polygon([db.Geo.LineString(ring)]) }) };
      },
      6,
    ],
    ['geoIntersects a point', ({ _, db }) => ({ loc: _.geoIntersects({ geometry: db.Geo.Point(113, 22) }) }), 1],
  ])('%s', async (_, ask, found) => {
    const counts = await sdk.run(async (inside, source) => {
      // biome-ignore lint/security/noGlobalEval: the condition is built where the SDK is
      const where = eval(`(${source})`)(inside);
      const things = inside.db.collection('things');
      return [(await things.where(where).get()).data.length, (await things.where(where).count()).total];
    }, ask.toString());
    expect(counts).toEqual([found, found]);
  });

  test('geoNear gives the nearest first', async () => {
    const nearest = await sdk.run(async ({ db, _ }) => {
      const { data } = await db
        .collection('things')
        .where({ loc: _.geoNear({ geometry: db.Geo.Point(113.052, 22), maxDistance: 2500 }) })
        .get();
      return data.map(({ i }: { i: number }) => i);
    });
    expect(nearest).toEqual([5, 6, 4, 7, 3]);
  });

  test('orderBy, skip, limit and field together; the index serves them', async () => {
    const page = await sdk.run(async ({ db }) => {
      const query = db.collection('things').where({ g: 1 }).orderBy('i', 'desc').skip(1).limit(2).field({ i: true });
      return (await query.get()).data;
    });
    expect(page).toEqual([
      { _id: 'k25', i: 25 },
      { _id: 'k22', i: 22 },
    ]);
    const plan = cloud.store.explain('things', { g: 1 }, { i: -1 });
    expect(plan.kind === 'index' && [plan.index.name, plan.inOrder, plan.reverse]).toEqual(['g_i', true, true]);
  });

  test.each<[string, (sdk: Sdk) => Promise<unknown>, unknown]>([
    [
      'group',
      ({ db, $ }) =>
        db
          .collection('things')
          .aggregate()
          .match({ i: { $gte: 0 } })
          .group({ _id: '$g', n: $.sum(1), most: $.max('$i') })
          .sort({ _id: 1 })
          .end(),
      [
        { _id: 0, n: 10, most: 27 },
        { _id: 1, n: 10, most: 28 },
        { _id: 2, n: 10, most: 29 },
      ],
    ],
    [
      'bucket',
      ({ db, $ }) =>
        db
          .collection('things')
          .aggregate()
          .bucket({ groupBy: '$i', boundaries: [0, 10, 20], default: 'rest', output: { n: $.sum(1) } })
          .end(),
      [
        { _id: 0, n: 10 },
        { _id: 10, n: 10 },
        { _id: 'rest', n: 10 },
      ],
    ],
    ['unwind and count', ({ db }) => db.collection('things').aggregate().unwind('$tags').count('n').end(), [{ n: 45 }]],
    [
      'sortByCount',
      ({ db }) => db.collection('things').aggregate().sortByCount('$tags').end(),
      [
        { _id: ['x'], count: 15 },
        { _id: ['x', 'y'], count: 15 },
      ],
    ],
    [
      'skip and limit',
      ({ db }) => db.collection('things').aggregate().sort({ i: -1 }).skip(1).limit(2).project({ i: 1 }).end(),
      [
        { _id: 'k28', i: 28 },
        { _id: 'k27', i: 27 },
      ],
    ],
    [
      'replaceRoot',
      ({ db }) =>
        db
          .collection('things')
          .aggregate()
          .match({ i: 3 })
          .replaceRoot({ newRoot: { only: '$s' } })
          .end(),
      [{ only: 's3' }],
    ],
    [
      'addFields',
      ({ db, $ }) =>
        db
          .collection('things')
          .aggregate()
          .match({ i: 3 })
          .addFields({ twice: $.multiply(['$i', 2]) })
          .project({ twice: 1 })
          .end(),
      [{ _id: 'k3', twice: 6 }],
    ],
    [
      'lookup by pipeline',
      ({ db, _, $ }) =>
        db
          .collection('others')
          .aggregate()
          .lookup({
            from: 'things',
            let: { g: '$g' },
            pipeline: $.pipeline()
              .match(_.expr($.eq(['$g', '$$g'])))
              .count('n')
              .done(),
            as: 'of',
          })
          .end(),
      [
        { _id: 'a', g: 1, of: [{ n: 10 }] },
        { _id: 'b', g: 2, of: [{ n: 10 }] },
      ],
    ],
    [
      'lookup by field',
      ({ db, $ }) =>
        db
          .collection('others')
          .aggregate()
          .lookup({ from: 'things', localField: 'g', foreignField: 'g', as: 'of' })
          .project({ n: $.size('$of') })
          .end(),
      [
        { _id: 'a', n: 10 },
        { _id: 'b', n: 10 },
      ],
    ],
    [
      'geoNear',
      ({ db }) =>
        db
          .collection('things')
          .aggregate()
          .geoNear({
            distanceField: 'm',
            spherical: true,
            near: db.Geo.Point(113.05, 22),
            key: 'loc',
            maxDistance: 500,
          })
          .project({ m: 1 })
          .end(),
      [{ _id: 'k5', m: 0 }],
    ],
    [
      'dateToString',
      ({ db, $ }) =>
        db
          .collection('things')
          .aggregate()
          .match({ i: 0 })
          .project({ day: $.dateToString({ date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }) })
          .end(),
      [{ _id: 'k0', day: '2001-09-09' }],
    ],
  ])('aggregate: %s', async (_, ask, list) => {
    const result = (await sdk.run(ask as (sdk: Sdk) => Promise<{ list: unknown }>)) as { list: unknown };
    expect(result.list).toEqual(list);
  });

  test('aggregate gives 20 without limit, sample as many as asked', async () => {
    const lengths = await sdk.run(async ({ db }) => {
      const things = () => db.collection('things').aggregate();
      const results = [
        await things().match({}).end(),
        await things().limit(100).end(),
        await things().sample({ size: 3 }).end(),
      ];
      return results.map(({ list }) => list.length);
    });
    expect(lengths).toEqual([20, 30, 3]);
  });
});
