import { countText, priceParts, rateText, roundText, yuanText } from './money';

describe('money in words', () => {
  test.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [320, '¥3.20'],
    [7_980, '¥79.80'],
    [99_999, '¥999.99'],
    [100_000, '¥1,000.00'],
    [171_360, '¥1,713.60'],
    [123_456_789, '¥1,234,567.89'],
    [-750, '−¥7.50'],
  ])('%d fen is %s', (fen, text) => expect(yuanText(fen)).toBe(text));

  test.each([
    [500, '5'],
    [550, '5.5'],
    [555, '5.55'],
    [120_000, '1,200'],
  ])('on an offer %d fen is %s', (fen, text) => expect(roundText(fen)).toBe(text));

  test('the price keeps its fen apart: 79.80 is 79 and 80', () => {
    expect(priceParts(7_980)).toEqual({ sign: '', yuan: '79', fen: '80' });
  });

  test('a pay rate of 8,000 is 8 折, 8,500 is 8.5 折', () => {
    expect([rateText(8_000), rateText(8_500)]).toEqual(['8 折', '8.5 折']);
  });

  test('points group by thousands: 1286 and -20', () => {
    expect([countText(1_286), countText(-20)]).toEqual(['1,286', '−20']);
  });

  test('half a fen is a bug, not a price', () => {
    expect(() => priceParts(0.5)).toThrow(RangeError);
  });
});
