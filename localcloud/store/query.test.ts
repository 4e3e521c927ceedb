import { compileQuery } from './query';
import type { Fields } from './values';

const matches = (query: Fields, doc: Fields): boolean => compileQuery(query).matches({ _id: 1, ...doc });
const AT = new Date(1_000);

describe('a query matches', () => {
  test.each<[Fields, Fields]>([
    [{ a: null }, {}],
    [{ a: null }, { a: null }],
    [{ a: null }, { a: [1, null] }],
    [{ 'a.b': null }, { a: 4 }],
    [{ 'a.b': null }, { a: [{ b: 1 }, {}] }],
    [{ a: 1 }, { a: [2, 1] }],
    [{ a: [1, 2] }, { a: [1, 2] }],
    [{ a: [1, 2] }, { a: [[1, 2]] }],
    [{ a: { $eq: { x: 1 } } }, { a: [{ x: 1 }] }],
    [{ 'a.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }],
    [{ 'a.b': 2 }, { a: { b: [1, 2] } }],
    [{ 'a.1': 7 }, { a: [5, 7] }],
    [{ 'a.0.b': 7 }, { a: [{ b: 7 }] }],
    [{ a: { $gt: 4, $lt: 6 } }, { a: [1, 10] }],
    [{ a: { $gt: 4 } }, { a: 5 }],
    [{ a: { $gte: AT } }, { a: new Date(1_000) }],
    [{ a: { $lte: null } }, {}],
    [{ a: { $gte: Number.NaN } }, { a: Number.NaN }],
    [{ a: { $ne: 1 } }, {}],
    [{ a: { $in: [1, null] } }, {}],
    [{ a: { $in: [/^x/, 3] } }, { a: 'xy' }],
    [{ a: { $nin: [1, 2] } }, { a: 3 }],
    [{ a: { $all: [1, 2] } }, { a: [2, 1, 3] }],
    [{ a: { $all: [1] } }, { a: 1 }],
    [{ a: { $all: [{ $elemMatch: { x: 1 } }] } }, { a: [{ x: 1 }] }],
    [{ a: { $exists: true } }, { a: null }],
    [{ a: { $exists: false } }, {}],
    [{ a: { $size: 2 } }, { a: [1, 2] }],
    [{ a: { $mod: [10, 1] } }, { a: 21 }],
    [{ a: { $elemMatch: { x: { $gt: 1 }, y: 2 } } }, { a: [{ x: 2, y: 2 }] }],
    [{ a: { $elemMatch: { $gt: 4, $lt: 6 } } }, { a: [1, 5] }],
    [{ a: { $not: { $gt: 5 } } }, { a: 'x' }],
    [{ a: /^ab/i }, { a: 'ABc' }],
    [{ a: { $regex: '^ab', $options: 'i' } }, { a: ['x', 'ABc'] }],
    [{ $or: [{ a: 1 }, { b: { $gt: 2 } }] }, { b: 3 }],
    [{ $and: [{ a: 1 }, { $or: [{ b: 1 }, { c: 2 }] }] }, { a: 1, c: 2 }],
    [{ $nor: [{ a: 1 }, { b: 1 }] }, { a: 2 }],
    [{ $expr: { $gt: ['$a', '$b'] } }, { a: 2, b: 1 }],
    [{ $and: [{ a: 2 }, { $or: [{ $expr: { $gt: ['$a', '$b'] } }] }] }, { a: 2, b: 1 }],
  ])('%j finds %j', (query, doc) => {
    expect(matches(query, doc)).toBe(true);
  });
});

describe('a query does not match', () => {
  test.each<[Fields, Fields]>([
    [{ a: 1 }, { a: '1' }],
    [{ a: { $gt: 4 } }, { a: '5' }],
    [{ a: { $gt: 4 } }, {}],
    [{ a: { $lt: 4 } }, { a: null }],
    [{ a: { $lt: 4 } }, { a: Number.NaN }],
    [{ a: { $gt: AT } }, { a: 2_000 }],
    [{ a: 1 }, { a: [[1]] }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: { $ne: 1 } }, { a: [1, 2] }],
    [{ a: { $elemMatch: { $gt: 4, $lt: 6 } } }, { a: [1, 10] }],
    [{ 'a.b': null }, { a: [1, 2] }],
    [{ a: { $exists: true } }, {}],
    [{ a: { $size: 1 } }, { a: 1 }],
    [{ constructor: { $exists: true } }, {}],
    [{ toString: null, a: 1 }, { a: 2 }],
  ])('%j leaves %j', (query, doc) => {
    expect(matches(query, doc)).toBe(false);
  });
});

describe('a query is refused', () => {
  test.each<[Fields, string, string]>([
    [{ a: { $near: 1 } }, 'DATABASE_INVALID_OPERRATOR', 'unknown operator: $near'],
    [{ a: { $gt: 1, odd: 2 } }, 'DATABASE_INVALID_OPERRATOR', 'unknown operator: odd'],
    [{ a: { $not: { $odd: 1 } } }, 'DATABASE_INVALID_OPERRATOR', 'unknown operator: $odd'],
    [{ a: { $elemMatch: { $odd: 1 } } }, 'DATABASE_INVALID_OPERRATOR', 'unknown operator: $odd'],
    [{ $where: 'true' }, 'DATABASE_INVALID_OPERRATOR', 'unknown operator: $where'],
    [{ 'a.$gt': 1 }, 'DATABASE_INVALID_OPERRATOR', 'unknown operator: $gt'],
    [
      { a: { $elemMatch: { $expr: true } } },
      'DATABASE_REQUEST_FAILED',
      '$expr can only be applied to the top-level document',
    ],
    [{ $or: [] }, 'DATABASE_REQUEST_FAILED', '$or must be a nonempty array'],
    [{ $and: [1] }, 'DATABASE_REQUEST_FAILED', '$and entries need to be full objects'],
    [{ a: { $in: 1 } }, 'INVALID_PARAM', '$in needs an array'],
    [{ a: { operator: 'and', operands: [], fieldName: 'a' } }, 'INVALID_PARAM', 'does not encode and()/or()/not()'],
  ])('%j with %s: %s', (query, code, message) => {
    expect(() => compileQuery(query)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });
});
