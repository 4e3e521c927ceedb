import { asFen, fenParts, formatFen, isFen, MAX_FEN, shortYuan, sumFen } from './fen';

describe('fen', () => {
  test.each([0, 1, 7980, MAX_FEN])('%p is an amount', (value) => expect(isFen(value)).toBe(true));
  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, MAX_FEN + 1, '1', null])('%p is none', (value) =>
    expect(isFen(value)).toBe(false),
  );

  test('a broken amount throws with its name', () => expect(() => asFen(0.1, 'payableFen')).toThrow(/payableFen/));

  test.each([
    [7980, '79.80'],
    [5, '0.05'],
    [0, '0.00'],
    [-500, '-5.00'],
    [-1, '-0.01'],
  ])('%p fen reads %s', (amountFen, text) => expect(formatFen(amountFen)).toBe(text));

  test('parts: 7,980 is 79 yuan and 80 fen', () => expect(fenParts(7980)).toEqual({ sign: '', yuan: '79', fen: '80' }));

  test.each([
    [800, '8'],
    [850, '8.5'],
    [855, '8.55'],
    [1000, '10'],
    [0, '0'],
  ])('%p fen is %s yuan in short', (amountFen, text) => expect(shortYuan(amountFen)).toBe(text));

  test('a sum that is no longer exact throws', () =>
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1, 1])).toThrow(RangeError));
});
