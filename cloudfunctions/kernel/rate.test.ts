import fc from 'fast-check';
import { treeSeed } from '../../tests/support/tree-seed';
import { FULL_RATE_BPS, floorOfRate, payAfterRate } from './rate';

const amount = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 2 ** 50 }));
const rate = fc.integer({ min: 0, max: FULL_RATE_BPS });

describe('payAfterRate = ceil(amount × rate / 10,000)', () => {
  test.each([
    [1250, 8000, 1000],
    [1, 8000, 1],
    [999, 5000, 500],
    [1000, 9999, 1000],
    [10_000, 9999, 9999],
    [1234, 0, 0],
    [1234, 10_000, 1234],
    [0, 5000, 0],
  ])('%p at %p bps leaves %p', (amountFen, bps, left) => expect(payAfterRate(amountFen, bps)).toBe(left));

  test('equals the exact quotient for amounts far beyond 2^53 / 10,000', () => {
    fc.assert(
      fc.property(amount, rate, (a, bps) => {
        const exact = (BigInt(a) * BigInt(bps) + 9999n) / 10_000n;
        expect(payAfterRate(a, bps)).toBe(Number(exact));
        expect(floorOfRate(a, bps)).toBe(Number((BigInt(a) * BigInt(bps)) / 10_000n));
      }),
      { numRuns: 2000, seed: treeSeed() },
    );
  });

  test.each([
    [-1, 1],
    [1.5, 1],
    [1, -1],
    [1, 0.5],
    [Number.NaN, 1],
  ])('%p at %p throws', (a, bps) => expect(() => payAfterRate(a, bps)).toThrow(RangeError));
});
