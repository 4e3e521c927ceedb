import { MOST_OF_DAY_FEN, MOST_OF_RESIDENT_FEN, type PayoutDay, withPayout } from './payout-limits';

const empty: PayoutDay = { _id: '20261122', rev: 0, taken: {} };
const dayWith = (...taken: [residentId: string, fen: number][]): PayoutDay => ({
  ...empty,
  taken: Object.fromEntries(taken.map(([residentId, fen], n) => [`n${n}`, { residentId, fen }])),
});

test.each([
  [MOST_OF_RESIDENT_FEN - 501, true],
  [MOST_OF_RESIDENT_FEN - 500, true],
  [MOST_OF_RESIDENT_FEN - 499, false],
])('¥5 more for a resident who got %i fen today: %s', (fen, fits) => {
  const after = withPayout(dayWith(['ann', fen]), 'x', { residentId: 'ann', fen: 500 });
  expect(typeof after === 'object').toBe(fits);
  if (!fits) expect(after).toBe('PAYOUT_OF_RESIDENT');
});

test("another resident's payouts do not count, all of the day's do: ¥5,000", () => {
  const others = Array.from({ length: 25 }, (_, n): [string, number] => [`r${n}`, MOST_OF_DAY_FEN / 25]);
  expect(withPayout(dayWith(...others.slice(1)), 'x', { residentId: 'ann', fen: 20_000 })).toMatchObject({ rev: 1 });
  expect(withPayout(dayWith(...others), 'x', { residentId: 'ann', fen: 30 })).toBe('PAYOUT_OF_DAY');
});

test('the same number takes once', () => {
  const once = withPayout(empty, 'x', { residentId: 'ann', fen: 500 });
  if (typeof once === 'string') throw new Error(once);
  expect(withPayout(once, 'x', { residentId: 'ann', fen: 500 })).toBe(once);
});
