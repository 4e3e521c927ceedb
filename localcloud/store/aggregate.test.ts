import { aStore } from './testing';

const SHOPS = { indexes: [{ name: 'place', fields: [{ name: 'place', order: '2dsphere' as const }] }] };
const stores = () => {
  const store = aStore({ orders: {}, residents: {}, shops: SHOPS });
  store.insertNow(
    'orders',
    Array.from({ length: 30 }, (_, i) => ({
      _id: i,
      estate: `e${i % 3}`,
      fen: i * 100,
      tags: i % 2 ? ['x', 'y'] : ['x'],
      at: new Date(Date.UTC(2026, 0, 1, 20)),
    })),
  );
  store.insertNow('residents', [
    { _id: 'r0', estate: 'e0' },
    { _id: 'r1', estate: 'e1' },
  ]);
  store.insertNow(
    'shops',
    Array.from({ length: 5 }, (_, i) => ({ _id: i, place: { type: 'Point', coordinates: [113 + i * 0.01, 22] } })),
  );
  return store;
};

describe('aggregate', () => {
  const store = stores();

  test('groups, sorts and projects', () => {
    const list = store.aggregateNow('orders', [
      { $match: { fen: { $gt: 0 } } },
      { $group: { _id: '$estate', orders: { $sum: 1 }, fen: { $sum: '$fen' }, most: { $max: '$fen' } } },
      { $sort: { _id: -1 } },
      { $project: { _id: 0, estate: '$_id', orders: 1, most: 1 } },
    ]);
    expect(list).toEqual([
      { estate: 'e2', orders: 10, most: 2900 },
      { estate: 'e1', orders: 10, most: 2800 },
      { estate: 'e0', orders: 9, most: 2700 },
    ]);
  });

  test('gives 20 results without $limit, all of 30 with one', () => {
    expect(store.aggregateNow('orders', [{ $match: {} }])).toHaveLength(20);
    expect(store.aggregateNow('orders', [{ $limit: 1_000 }])).toHaveLength(30);
  });

  test('joins by fields and by pipeline, leaving the joined documents whole', () => {
    const byField = store.aggregateNow('residents', [
      { $lookup: { from: 'orders', localField: 'estate', foreignField: 'estate', as: 'orders' } },
      { $project: { n: { $size: '$orders' } } },
    ]);
    expect(byField).toEqual([
      { _id: 'r0', n: 10 },
      { _id: 'r1', n: 10 },
    ]);
    const pipeline = [
      { $match: { $expr: { $eq: ['$estate', '$$estate'] } } },
      { $project: { tags: 0, at: 0 } },
      { $sort: { fen: -1 } },
      { $limit: 1 },
    ];
    const byPipeline = store.aggregateNow('residents', [
      { $lookup: { from: 'orders', let: { estate: '$estate' }, pipeline, as: 'best' } },
    ]);
    expect(byPipeline).toEqual([
      { _id: 'r0', estate: 'e0', best: [{ _id: 27, estate: 'e0', fen: 2700 }] },
      { _id: 'r1', estate: 'e1', best: [{ _id: 28, estate: 'e1', fen: 2800 }] },
    ]);
  });

  test('buckets, unwinds, counts, samples, replaces the root', () => {
    expect(
      store.aggregateNow('orders', [
        { $bucket: { groupBy: '$fen', boundaries: [0, 1000, 2000], default: 'more', output: { n: { $sum: 1 } } } },
      ]),
    ).toEqual([
      { _id: 0, n: 10 },
      { _id: 1000, n: 10 },
      { _id: 'more', n: 10 },
    ]);
    expect(store.aggregateNow('orders', [{ $bucket: { groupBy: '$fen', boundaries: [-9, 0, 9999] } }])).toEqual([
      { _id: 0, count: 30 },
    ]);
    expect(() => store.aggregateNow('orders', [{ $bucket: { groupBy: '$fen', boundaries: [0, 9] } }])).toThrow(
      'no default was specified',
    );
    expect(store.aggregateNow('orders', [{ $unwind: '$tags' }, { $count: 'n' }])).toEqual([{ n: 45 }]);
    expect(
      store.aggregateNow('orders', [
        { $match: { _id: 1 } },
        { $unwind: { path: '$tags', includeArrayIndex: 'i' } },
        { $project: { tags: 1, i: 1 } },
      ]),
    ).toEqual([
      { _id: 1, tags: 'x', i: 0 },
      { _id: 1, tags: 'y', i: 1 },
    ]);
    expect(store.aggregateNow('orders', [{ $sortByCount: '$estate' }]).map(({ count }) => count)).toEqual([10, 10, 10]);
    const sampled = store.aggregateNow('orders', [{ $limit: 30 }, { $sample: { size: 30 } }]);
    expect(new Set(sampled.map(({ _id }) => _id)).size).toBe(30);
    expect(
      store.aggregateNow('orders', [
        { $sort: { fen: -1 } },
        { $skip: 1 },
        { $limit: 1 },
        { $replaceRoot: { newRoot: { top: '$fen' } } },
      ]),
    ).toEqual([{ top: 2800 }]);
    expect(
      store.aggregateNow('orders', [
        { $match: { _id: 1 } },
        { $addFields: { yuan: { $divide: ['$fen', 100] } } },
        { $project: { yuan: 1 } },
      ]),
    ).toEqual([{ _id: 1, yuan: 1 }]);
    expect(store.aggregateNow('orders', [{ $bucketAuto: { groupBy: '$fen', buckets: 3 } }])).toHaveLength(3);
  });

  test('a Shanghai day is read off a date', () => {
    const list = store.aggregateNow('orders', [
      { $match: { _id: 1 } },
      { $project: { day: { $dateToString: { date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' } } } },
    ]);
    expect(list).toEqual([{ _id: 1, day: '2026-01-02' }]);
  });

  test('$geoNear orders by distance and writes it down', () => {
    const near = { type: 'Point', coordinates: [113.02, 22] };
    const list = store.aggregateNow('shops', [
      { $geoNear: { near, distanceField: 'meters', spherical: true, maxDistance: 1_100, key: 'place' } },
    ]);
    expect(list.map(({ _id }) => _id)).toEqual([2, 1, 3]);
    expect(list[0]?.meters).toBe(0);
    expect(list[1]?.meters as number).toBeCloseTo(1_032, 0);
  });

  test.each([
    [[{ $facet: {} }], "Unrecognized pipeline stage name: '$facet'"],
    [[{ $out: 'x' }], "Unrecognized pipeline stage name: '$out'"],
    [[{ $match: {}, $limit: 1 }], 'exactly one field'],
    [
      [{ $lookup: { from: 'orders', pipeline: [{ $out: 'orders' }], as: 'x' } }],
      "Unrecognized pipeline stage name: '$out'",
    ],
    [[{ $match: { $expr: { $odd: 1 } } }], 'odd'],
    [[{ $limit: 0 }], 'the limit must be positive'],
    [[{ $match: {} }, { $geoNear: {} }], '$geoNear is only valid as the first stage'],
    [[{ $match: { a: { $odd: 1 } } }], 'unknown operator: $odd'],
    [[{ $group: { _id: '$a', n: { $odd: 1 } } }], 'odd'],
    [[{ $lookup: { from: 'nope', localField: 'a', foreignField: 'b', as: 'c' } }], 'Db or Table not exist: nope'],
  ])('%j is refused: %s', (stages, message) => {
    expect(() => store.aggregateNow('orders', stages)).toThrow(message);
  });

  test('$geoNear and $nearSphere need a geo index', () => {
    const near = { type: 'Point', coordinates: [113, 22] };
    expect(() => store.aggregateNow('orders', [{ $geoNear: { near, distanceField: 'd' } }])).toThrow(
      'unable to find index for $geoNear query',
    );
    expect(() => store.findNow('orders', { place: { $nearSphere: { $geometry: near } } })).toThrow(
      'unable to find index for $geoNear query',
    );
  });
});

describe('geo queries', () => {
  const store = stores();
  const ids = (place: object): unknown[] => store.findNow('shops', { place }).map(({ _id }) => _id);
  const square = {
    type: 'Polygon',
    coordinates: [
      [
        [113, 21],
        [113.015, 21],
        [113.015, 23],
        [113, 23],
        [113, 21],
      ],
    ],
  };

  test('$nearSphere finds within metres, nearest first', () => {
    const $geometry = { type: 'Point', coordinates: [113.03, 22] };
    expect(ids({ $nearSphere: { $geometry, $maxDistance: 1_100 } })).toEqual([3, 2, 4]);
    expect(ids({ $nearSphere: { $geometry, $minDistance: 1, $maxDistance: 1_100 } })).toEqual([2, 4]);
  });

  test('$geoWithin takes a polygon, its edge included, or a circle of radians', () => {
    expect(ids({ $geoWithin: { $geometry: square } })).toEqual([0, 1]);
    expect(ids({ $geoWithin: { $centerSphere: [[113.02, 22], 1_100 / 6_378_100] } })).toEqual([1, 2, 3]);
  });

  test('$geoIntersects finds the areas that hold a point', () => {
    store.declare({ collections: { areas: {} } });
    const hole = [
      [113.005, 21.9],
      [113.01, 21.9],
      [113.01, 22.1],
      [113.005, 22.1],
      [113.005, 21.9],
    ];
    store.insertNow('areas', [
      { _id: 'whole', shape: square },
      { _id: 'holed', shape: { ...square, coordinates: [...square.coordinates, hole] } },
    ]);
    const at = (lng: number): unknown[] =>
      store
        .findNow('areas', { shape: { $geoIntersects: { $geometry: { type: 'Point', coordinates: [lng, 22] } } } })
        .map(({ _id }) => _id);
    expect([at(113.002), at(113.007), at(113.02)]).toEqual([['holed', 'whole'], ['whole'], []]);
  });

  test.each([
    [{ $nearSphere: { $geometry: { type: 'Point', coordinates: [200, 22] } } }, 'out of bounds'],
    [
      {
        $geoWithin: {
          $geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [0, 1],
              ],
            ],
          },
        },
      },
      'Loop is not closed',
    ],
    [{ $geoWithin: { $geometry: { type: 'Point', coordinates: [1, 1] } } }, 'not supported with provided geometry'],
    [
      {
        $geoIntersects: {
          $geometry: {
            type: 'LineString',
            coordinates: [
              [1, 1],
              [2, 2],
            ],
          },
        },
      },
      'requires a point',
    ],
  ])('%j is refused', (place, message) => {
    expect(() => ids(place)).toThrow(message);
  });
});
