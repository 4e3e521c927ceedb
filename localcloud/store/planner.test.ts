import fc from 'fast-check';
import { treeSeed } from '../../tests/support/tree-seed';
import { declare } from './declare';
import { Engine } from './engine';
import type { IndexDeclaration } from './indexes';
import { keysOf } from './indexes';
import { after, idBytes } from './keys';
import { compileQuery } from './query';
import { compareKeys } from './sort';
import { indexPrefix } from './tables';
import { aStore, someValue } from './testing';
import { parseReplacement } from './update/index';
import type { Value } from './values';
import { modifyStep, removeStep } from './writes';

const INDEXES: IndexDeclaration[] = [
  { name: 'a', fields: [{ name: 'a', order: 1 }] },
  { name: 'b_desc', fields: [{ name: 'b', order: -1 }] },
  {
    name: 'a_b',
    fields: [
      { name: 'a', order: 1 },
      { name: 'b', order: -1 },
    ],
  },
  {
    name: 'a_c_b',
    fields: [
      { name: 'a', order: -1 },
      { name: 'c.x', order: 1 },
      { name: 'b', order: 1 },
    ],
  },
  { name: 'c_x', fields: [{ name: 'c.x', order: 1 }] },
];

const smallValue = (): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) }, someValue());
/** Documents that have arrays at one path only: two would be refused by the compound indexes. */
const documents = (c: fc.Arbitrary<Value>) =>
  fc.array(
    fc.record(
      {
        a: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(null, 'a', 'b')),
        b: fc.integer({ min: 0, max: 3 }),
        c,
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    { maxLength: 12 },
  );
const scalar = smallValue().filter((value) => !Array.isArray(value));
const KINDS = {
  'no arrays': fc.oneof(scalar, fc.record({ x: scalar })),
  arrays: fc.oneof(
    smallValue(),
    fc.record({ x: smallValue() }),
    fc.array(fc.record({ x: smallValue() }), { maxLength: 3 }),
  ),
};
const comparison = fc.oneof(
  smallValue().filter((value) => value === null || typeof value !== 'object' || value instanceof Date),
  fc.record({ $eq: smallValue() }),
  fc.record({ $in: fc.array(smallValue(), { maxLength: 3 }) }),
  fc.record({ $gt: smallValue() }),
  fc.record({ $gte: smallValue(), $lt: smallValue() }),
  fc.record({ $lte: smallValue() }),
  fc.record({ $ne: smallValue() }),
  fc.constant({ $exists: true }),
);
const fields = fc.constantFrom('a', 'b', 'c', 'c.x', '_id');
const simple = fc.dictionary(fields, comparison, { maxKeys: 3, noNullPrototype: true });
const query = fc.oneof(
  simple,
  fc.record({ $and: fc.array(simple, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $or: fc.array(simple, { minLength: 1, maxLength: 2 }), a: comparison }),
);
const order = fc.dictionary(fc.constantFrom('a', 'b', 'c.x', '_id'), fc.constantFrom(1, -1), {
  maxKeys: 3,
  noNullPrototype: true,
});

test.each(Object.entries(KINDS))(
  'with %s, a query by index finds the same documents in the same order as a scan',
  (_, c) => {
    const store = aStore({ planned: { indexes: INDEXES }, scanned: {} });
    fc.assert(
      fc.property(documents(c), query, order, (docs, where, sort) => {
        for (const name of ['planned', 'scanned']) {
          store.removeNow(name, {}, { multi: true });
          if (docs.length > 0)
            store.insertNow(
              name,
              docs.map((doc, i) => ({ _id: i, ...doc })),
            );
        }
        const planned = store.findNow('planned', where, { order: sort });
        const scanned = store.findNow('scanned', where, { order: sort });
        expect(planned.map(({ _id }) => _id).sort()).toEqual(scanned.map(({ _id }) => _id).sort());
        expect(scanned.map(({ _id }) => _id).sort()).toEqual(
          docs.flatMap((doc, i) => (compileQuery(where).matches({ _id: i, ...doc }) ? [i] : [])).sort(),
        );
        if (Object.keys(sort).length > 0)
          expect(planned.map((doc) => keysFor(doc, sort))).toEqual(scanned.map((doc) => keysFor(doc, sort)));
        expect(store.countNow('planned', where)).toBe(scanned.length);
      }),
      { numRuns: 250, seed: treeSeed() },
    );
  },
);

/** What the sort saw of a document; ties may come in any order. */
function keysFor(doc: Record<string, Value>, sort: Record<string, number>): unknown[] {
  return Object.keys(sort).map((field) => {
    if (field !== 'c.x') return doc[field] ?? null;
    const items = Array.isArray(doc.c) ? doc.c : [doc.c];
    const values = items.map((item) =>
      item !== null && typeof item === 'object' && 'x' in item ? (item as { x: Value }).x : undefined,
    );
    const flat = values.flatMap((value) => (Array.isArray(value) ? (value.length > 0 ? value : ['<empty>']) : [value]));
    // An empty array holds no x: it sorts as a document without one, and the two are a tie.
    return flat.length <= 1 ? (flat[0] ?? null) : 'several';
  });
}

test('after many updates and removals an index holds exactly the keys of what is there', () => {
  const engine = new Engine({});
  declare(engine, { collections: { planned: { indexes: INDEXES } } });
  const collection = engine.catalogue.get('planned');
  const change = fc.record({ _id: fc.integer({ min: 0, max: 4 }), c: smallValue(), remove: fc.boolean() });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 15 }), (changes) => {
      for (const { _id, c, remove } of changes) {
        const query = compileQuery({ _id });
        if (remove) engine.writeNow(() => removeStep(engine, collection, query, false));
        else
          engine.writeNow(() =>
            modifyStep(engine, collection, { query, update: parseReplacement({ c }), multi: false, upsert: true }),
          );
      }
      const docs = engine.reader.find(collection, compileQuery({}));
      for (const index of collection.indexes) {
        const prefix = indexPrefix(collection.number, index.number);
        const stored = [...engine.tables.scanEntries({ start: prefix, end: after(prefix) }, false)];
        const wanted = docs.flatMap((doc) =>
          keysOf(doc, index).keys.map((key) => Buffer.concat([prefix, key, idBytes(doc._id)])),
        );
        expect(stored.map(({ key }) => key.toString('hex'))).toEqual(wanted.map((key) => key.toString('hex')).sort());
      }
    }),
    { numRuns: 80, seed: treeSeed() },
  );
});

describe('the plan', () => {
  const store = aStore({ planned: { indexes: INDEXES } });
  store.insertNow('planned', [{ a: 1, b: 1, c: { x: 1 } }]);
  test.each([
    [{ _id: 'k' }, {}, 'ids'],
    [{ _id: { $in: ['k', 'l'] }, a: 1 }, {}, 'ids'],
    [{ a: 1 }, {}, 'a'],
    [{ a: 1 }, { b: -1 }, 'a_b in order'],
    [{ a: 1 }, { b: 1 }, 'a_b in order, backwards'],
    [{ a: { $in: [1, 2] } }, { b: -1 }, 'a'],
    [{ a: { $gt: 1 } }, { a: -1 }, 'a in order, backwards'],
    [{ a: 1, 'c.x': { $gte: 1 } }, { 'c.x': 1, b: 1 }, 'a_c_b in order'],
    [{ a: 1, 'c.x': { $gte: 1 } }, { 'c.x': 1, b: -1 }, 'a_c_b'],
    [{ $and: [{ a: 1 }, { b: { $lt: 3 } }] }, {}, 'a_b'],
    [{ _id: { $gt: 'k' } }, { _id: 1 }, 'byId in order'],
    [{ b: { $ne: 1 } }, { _id: -1 }, 'byId in order, backwards'],
    [{ c: 1 }, {}, 'scan'],
    [{ $or: [{ a: 1 }, { b: 1 }] }, {}, 'scan'],
    [{ a: { $ne: 1 } }, {}, 'scan'],
    [{}, { a: 1 }, 'a in order'],
  ])('of %j ordered by %j is %s', (where, sort, expected) => {
    const plan = store.explain('planned', where, sort);
    const name = plan.kind === 'index' ? plan.index.name : plan.kind;
    const shown =
      name +
      ('inOrder' in plan && plan.inOrder ? ' in order' : '') +
      ('reverse' in plan && plan.reverse ? ', backwards' : '');
    expect(shown).toBe(expected);
  });

  test('an array on the path takes away order and one of two bounds', () => {
    store.insertNow('planned', [{ _id: 'many', b: [1, 10] }]);
    expect(store.findNow('planned', { b: { $gt: 4, $lt: 6 } }).map(({ _id }) => _id)).toEqual(['many']);
    const plan = store.explain('planned', { b: { $gt: 4 } }, { b: 1 });
    expect(plan.kind === 'index' && plan.inOrder).toBe(false);
  });
});

test('keys: an empty array sorts below null', () => {
  const store = aStore();
  store.insertNow('things', [
    { _id: 1, n: null },
    { _id: 2, n: [] },
    { _id: 3, n: 0 },
  ]);
  expect(store.findNow('things', {}, { order: { n: 1 } }).map(({ _id }) => _id)).toEqual([2, 1, 3]);
  expect(compareKeys(null, undefined)).toBe(0);
});
