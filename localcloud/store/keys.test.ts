import fc from 'fast-check';
import { treeSeed } from '../../tests/support/tree-seed';
import { decode, encode } from './codec';
import { compare, isSame } from './compare';
import { after, KeyWriter } from './keys';
import { someValue } from './testing';
import type { Value } from './values';

const bytes = (value: Parameters<typeof compare>[0], descending = false): Buffer =>
  new KeyWriter().add(value, descending).done();
const sign = (n: number): number => Math.sign(n) + 0;

test('the bytes of two values compare as the values do, and descending ones the other way round', () => {
  fc.assert(
    fc.property(someValue(), someValue(), (a, b) => {
      expect(sign(Buffer.compare(bytes(a), bytes(b)))).toBe(sign(compare(a, b)));
      expect(sign(Buffer.compare(bytes(a, true), bytes(b, true)))).toBe(sign(compare(b, a)));
    }),
    { numRuns: 2_000, seed: treeSeed() },
  );
});

test('no value is a prefix of another, so compound keys never run into each other', () => {
  fc.assert(
    fc.property(someValue(), someValue(), (a, b) => {
      if (isSame(a, b)) return;
      expect(bytes(b).subarray(0, bytes(a).length).equals(bytes(a))).toBe(false);
    }),
    { numRuns: 2_000, seed: treeSeed() },
  );
});

test('types sort null < number < string < object < array < boolean < date, NaN below every number', () => {
  const inOrder: Value[] = [
    null,
    Number.NaN,
    -Infinity,
    -1,
    0,
    1.5,
    Infinity,
    '',
    'a',
    '\u{1f600}',
    {},
    { a: 1 },
    [],
    [1],
    false,
    true,
    new Date(0),
  ];
  const shuffled = [...inOrder].reverse().sort(compare);
  expect(shuffled).toEqual(inOrder);
});

test('strings sort by code point: U+FFFD comes before an emoji, unlike in JavaScript', () => {
  expect(compare('\u{fffd}', '\u{1f600}')).toBeLessThan(0);
  expect('\u{fffd}' < '\u{1f600}').toBe(false);
});

test('after() is the first key behind all with the prefix, also when it ends in FF', () => {
  expect(after(Buffer.from([1, 2]))).toEqual(Buffer.from([1, 3]));
  expect(after(Buffer.from([1, 0xff, 0xff]))).toEqual(Buffer.from([2]));
});

test('a string of 1,025 bytes is refused in a key of 1,024', () => {
  expect(() => bytes('x'.repeat(3000))).toThrow('key too large to index');
});

test('text form gives every value back', () => {
  fc.assert(
    fc.property(someValue(), (value) => {
      expect(isSame(decode(encode(value)), value)).toBe(true);
    }),
    { numRuns: 1_000, seed: treeSeed() },
  );
});

describe('EJSON', () => {
  test.each([
    ['{"$numberInt":"-3"}', -3],
    ['{"$numberLong":"12345678901"}', 12_345_678_901],
    ['{"$numberDouble":"1.5"}', 1.5],
    ['{"$numberDouble":"-Infinity"}', -Infinity],
    ['{"$date":{"$numberLong":"1700000000000"}}', new Date(1.7e12)],
    ['{"$date":"2023-11-14T22:13:20.000Z"}', new Date(1.7e12)],
    ['{"$tcb_server_date":{"offset":{"$numberInt":"-5"}}}', new Date(995)],
    ['{"$regularExpression":{"pattern":"ab","options":"i"}}', /ab/i],
    ['[{"a":{"$numberInt":"1"}}]', [{ a: 1 }]],
  ])('%s', (text, value) => {
    expect(decode(text, 1_000)).toEqual(value);
  });

  test('an object whose only field is an unknown dollar name stays an object', () => {
    expect(decode('{"$gt":{"$numberInt":"1"}}')).toEqual({ $gt: 1 });
  });

  test('text that is not JSON, and __proto__, are refused', () => {
    expect(() => decode('{')).toThrow('not EJSON');
    expect(() => decode('{"__proto__":{"admin":true}}')).toThrow('__proto__');
  });
});
