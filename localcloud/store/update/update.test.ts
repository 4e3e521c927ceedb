import type { Doc, Fields, Value } from '../values';
import { parseReplacement, parseUpdate } from './index';

const updated = (doc: Fields, update: Fields): Fields => {
  const { _id, ...rest } = parseUpdate(update)({ _id: 'o1', ...doc } as Doc);
  expect(_id).toBe('o1');
  return rest;
};

describe('an update', () => {
  test.each<[string, Fields, Fields, Fields]>([
    ['$set makes the objects on its way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    [
      '$set in a nested object leaves its neighbours',
      { a: { b: 1, c: 2 } },
      { $set: { 'a.b': 9 } },
      { a: { b: 9, c: 2 } },
    ],
    ['$set of an element pads with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    ['$set of the same _id is no change', { n: 1 }, { $set: { _id: 'o1', n: 2 } }, { n: 2 }],
    ['$unset removes a field', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    ['$unset of an element leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$unset of what is missing does nothing', { a: 1 }, { $unset: { 'b.c': '' } }, { a: 1 }],
    ['$inc adds', { n: 5 }, { $inc: { n: 2 } }, { n: 7 }],
    ['$inc of a missing field starts at 0', {}, { $inc: { 'a.n': -2 } }, { a: { n: -2 } }],
    ['$mul multiplies', { n: 5 }, { $mul: { n: 2 } }, { n: 10 }],
    ['$mul of a missing field is 0', {}, { $mul: { n: 2 } }, { n: 0 }],
    ['$min takes the smaller', { n: 5, m: 1 }, { $min: { n: 2, m: 2, k: 3 } }, { n: 2, m: 1, k: 3 }],
    ['$max goes by type when types differ', { n: 5 }, { $max: { n: 'a' } }, { n: 'a' }],
    ['$rename moves a value', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
    ['$rename of a missing field does nothing', { a: 1 }, { $rename: { z: 'b' } }, { a: 1 }],
    [
      '$bit and, or, xor',
      { a: 13, b: 8, c: 5 },
      { $bit: { a: { and: 10 }, b: { or: 5 }, c: { xor: 4 } } },
      { a: 8, b: 13, c: 1 },
    ],
    ['$push makes an array', {}, { $push: { a: 1 } }, { a: [1] }],
    ['$push $each', { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    ['$push at the front', { a: [1] }, { $push: { a: { $each: [0], $position: 0 } } }, { a: [0, 1] }],
    ['$push before the last', { a: [1, 2] }, { $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 9, 2] }],
    ['$push beyond the end appends', { a: [1] }, { $push: { a: { $each: [2], $position: 9 } } }, { a: [1, 2] }],
    [
      '$push sorts descending and keeps 3',
      { a: [3, 1] },
      { $push: { a: { $each: [2, 5], $sort: -1, $slice: 3 } } },
      { a: [5, 3, 2] },
    ],
    ['$push keeps the last 2', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    [
      '$push sorts objects by a field',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    ['$addToSet adds what is new', { a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
    ['$addToSet leaves what is there', { a: [{ x: 1 }] }, { $addToSet: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
    ['$addToSet $each adds each once', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    ['$pop takes the last, $pop -1 the first', { a: [1, 2], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1], b: [2] }],
    ['$pull takes equal values', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull takes by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    ['$pull takes objects by query', { a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
    ['$pullAll takes each listed value', { a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    ['dates survive', { at: new Date(1) }, { $set: { to: new Date(2) } }, { at: new Date(1), to: new Date(2) }],
  ])('%s', (_, doc, update, expected) => {
    expect(updated(doc, update)).toEqual(expected);
  });

  test('leaves the document it was given, and the update, untouched', () => {
    const doc: Doc = { _id: 1, a: { list: [1] } };
    const update: Fields = { $set: { b: { deep: [1] } }, $push: { 'a.list': 2 } };
    const apply = parseUpdate(update);
    const first = apply(doc);
    (first.b as { deep: Value[] }).deep.push(2);
    expect(apply(doc)).toEqual({ _id: 1, a: { list: [1, 2] }, b: { deep: [1] } });
    expect(doc).toEqual({ _id: 1, a: { list: [1] } });
  });
});

describe('an update fails', () => {
  test.each<[Fields, Fields, string]>([
    [{ a: null }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: null}"],
    [{ a: 5 }, { $inc: { 'a.b.c': 1 } }, "Cannot create field 'b' in element {a: 5}"],
    [{ a: [1] }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: [1]}"],
    [
      { a: 'x' },
      { $inc: { a: 1 } },
      `Cannot apply $inc to a value of non-numeric type. {_id: "o1"} has the field 'a' of non-numeric type string`,
    ],
    [{ a: null }, { $inc: { a: 1 } }, "has the field 'a' of non-numeric type null"],
    [{ a: 1 }, { $inc: { a: '1' } }, 'Cannot increment with non-numeric argument: {a: "1"}'],
    [
      { a: [] },
      { $mul: { a: 2 } },
      'Cannot apply $mul to a value of non-numeric type. {_id: "o1"} has the field \'a\' of non-numeric type array',
    ],
    [{ a: 1 }, { $push: { a: 1 } }, `The field 'a' must be an array but is of type int in document {_id: "o1"}`],
    [{ a: null }, { $push: { a: 1 } }, "The field 'a' must be an array but is of type null"],
    [{ a: [] }, { $push: { a: { $each: 1 } } }, 'The argument to $each in $push must be an array'],
    [{ a: [] }, { $push: { a: { $each: [], $odd: 1 } } }, 'Unrecognized clause in $push: $odd'],
    [{ a: [] }, { $push: { a: { $each: [], $slice: 'x' } } }, 'The value for $slice must be an integer value'],
    [
      { a: 'x' },
      { $addToSet: { a: 1 } },
      "Cannot apply $addToSet to non-array field. Field named 'a' has non-array type string",
    ],
    [{ a: 1 }, { $pop: { a: 1 } }, "Path 'a' contains an element of non-array type 'int'"],
    [{ a: 1 }, { $pop: { a: 2 } }, '$pop expects 1 or -1'],
    [{ a: {} }, { $pull: { a: 1 } }, 'Cannot apply $pull to a non-array value'],
    [{ a: {} }, { $pullAll: { a: [1] } }, 'Cannot apply $pullAll to a non-array value'],
    [{ a: [] }, { $pullAll: { a: 1 } }, '$pullAll requires an array argument'],
    [{ a: 1.5 }, { $bit: { a: { and: 1 } } }, 'Cannot apply $bit to a value of non-integral type'],
    [{ a: 1 }, { $bit: { a: { not: 1 } } }, "The $bit modifier only supports 'and', 'or', and 'xor'"],
    [{ a: [1] }, { $rename: { 'a.0': 'b' } }, 'The source field of $rename cannot be an array element'],
    [{}, { $set: { _id: 'o2' } }, "would modify the immutable field '_id'"],
    [{}, { $set: { a: 1 }, $inc: { a: 1 } }, "Updating the path 'a' would create a conflict at 'a'"],
    [{}, { $set: { 'a.b': 1 }, $inc: { a: 1 } }, "Updating the path 'a.b' would create a conflict at 'a'"],
    [{}, { $rename: { a: 'b' }, $set: { b: 1 } }, "Updating the path 'b' would create a conflict at 'b'"],
    [{}, { $set: { 'a.$b': 1 } }, "The dollar ($) prefixed field '$b' in 'a.$b' is not valid for storage."],
    [{}, { $set: { a: { $b: 1 } } }, "The dollar ($) prefixed field '$b' in '$b' is not valid for storage."],
    [{}, { $push: { a: { $each: [{ $b: 1 }] } } }, "The dollar ($) prefixed field '$b'"],
    [{}, { $set: { a: { 'b.c': 1 } } }, "The dotted field 'b.c' in 'b.c' is not valid for storage."],
    [{}, { $set: { 'a..b': 1 } }, 'contains an empty field name'],
    [{}, { $set: { 'a.9999999': 1 }, $push: { a: 1 } }, 'would create a conflict'],
    [{ a: [] }, { $set: { 'a.9999999': 1 } }, 'Cannot add 9999999 null elements'],
    [{}, { $currentDate: { a: true } }, 'Unknown modifier: $currentDate'],
    [{}, { a: 1 }, 'Unknown modifier: a'],
    [{}, {}, 'the update is empty'],
  ])('%j by %j: %s', (doc, update, message) => {
    expect(() => updated(doc, update)).toThrow(message);
  });

  test('with the code of the real cloud, in its wrapping', () => {
    expect(() => updated({ a: 'x' }, { $inc: { a: 1 } })).toThrow(
      expect.objectContaining({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringMatching(
          /^\[FailedOperation\] multiple write errors: \[\{write errors: \[\{.*\}\]\}, \{<nil>\}\]$/,
        ),
      }),
    );
  });
});

test('a replacement keeps the id and nothing else', () => {
  expect(parseReplacement({ b: 2 })({ _id: 'o1', a: 1 })).toEqual({ b: 2, _id: 'o1' });
  expect(() => parseReplacement({ _id: 'o2' })({ _id: 'o1' })).toThrow("(immutable) field '_id'");
  expect(() => parseReplacement({ $set: { a: 1 } })).toThrow('The dollar ($) prefixed field');
});
