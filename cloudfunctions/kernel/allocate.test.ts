import fc from 'fast-check';
import { treeSeed } from '../../tests/support/tree-seed';
import { allocate, shareOfUnits } from './allocate';
import { sumFen } from './fen';
import { mulDiv } from './muldiv';

const weights = (...amounts: number[]) => amounts.map((weightFen) => ({ weightFen }));

describe('allocate by largest remainder', () => {
  test('1,200 over 7,980 and 3,000 is 872 and 328', () =>
    expect(allocate(1200, weights(7980, 3000)).sharesFen).toEqual([872, 328]));
  test('10.00 over two equal lines of three fen: ties go to the earlier line', () =>
    expect(allocate(1, weights(3, 3)).sharesFen).toEqual([1, 0]));
  test('1,000 over 2 of 3 equal items and 1 of 3 is 667 and 333', () =>
    expect(allocate(1000, weights(2000, 1000)).sharesFen).toEqual([667, 333]));
  test('more than the lines hold: all of it and no more', () =>
    expect(allocate(500, weights(100, 50))).toEqual({ sharesFen: [100, 50], grantedFen: 150 }));
  test('a line at its floor leaves the division and the rest is shared anew', () => {
    const targets = [
      { weightFen: 1000, capFen: 10 },
      { weightFen: 1000, capFen: 1000 },
      { weightFen: 2000, capFen: 2000 },
    ];
    expect(allocate(400, targets).sharesFen).toEqual([10, 130, 260]);
  });
  test('sharing anew may fill a second line', () => {
    const targets = [
      { weightFen: 100, capFen: 5 },
      { weightFen: 100, capFen: 40 },
      { weightFen: 100, capFen: 100 },
    ];
    expect(allocate(120, targets).sharesFen).toEqual([5, 40, 75]);
  });
  test('nothing to share with: nothing is granted', () =>
    expect(allocate(10, weights(0, 0))).toEqual({ sharesFen: [0, 0], grantedFen: 0 }));
});

describe('allocate, on random lines', () => {
  const target = fc
    .record({
      weightFen: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 2 ** 44 })),
      part: fc.nat(100),
    })
    .map(({ weightFen, part }) => ({ weightFen, capFen: Math.floor((weightFen * part) / 100) }));

  test('shares sum to what is granted, none above its cap, none more than a fen from its exact share unless capped', () => {
    fc.assert(
      fc.property(fc.array(target, { maxLength: 20 }), fc.integer({ min: 0, max: 2 ** 44 }), (targets, amountFen) => {
        const { sharesFen, grantedFen } = allocate(amountFen, targets);
        expect(grantedFen).toBe(Math.min(amountFen, sumFen(targets.map((t) => t.capFen))));
        expect(sumFen(sharesFen)).toBe(grantedFen);
        sharesFen.forEach((share, i) => {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(targets[i]?.capFen ?? 0);
        });
        const free = targets.flatMap((t, i) =>
          (sharesFen[i] ?? 0) < t.capFen ? [{ ...t, share: sharesFen[i] ?? 0 }] : [],
        );
        for (const a of free) {
          for (const b of free) {
            // a / wa and b / wb differ by less than one fen on either line
            const left = BigInt(a.share) * BigInt(b.weightFen) - BigInt(b.share) * BigInt(a.weightFen);
            expect(left < BigInt(a.weightFen + b.weightFen)).toBe(true);
          }
        }
      }),
      { numRuns: 2000, seed: treeSeed() },
    );
  });
});

describe('shareOfUnits: k of n units carry floor(net × k / n)', () => {
  test('2,179 over three: 726, then 726, then 727', () =>
    expect([1, 2, 3].map((k) => shareOfUnits(2179, k, 3) - shareOfUnits(2179, k - 1, 3))).toEqual([726, 726, 727]));
  test.each([
    [4, 3],
    [-1, 3],
    [1, 0],
  ])('%p of %p throws', (k, n) => expect(() => shareOfUnits(100, k, n)).toThrow());
});

test('mulDiv is exact where the product is far beyond 2^53', () => {
  const big = fc.integer({ min: 1, max: 2 ** 51 });
  fc.assert(
    fc.property(big, big, big, (x, b, y) => {
      const [a, c] = x <= y ? [x, y] : [y, x];
      const product = BigInt(a) * BigInt(b);
      expect(mulDiv(a, b, c)).toEqual({
        quotient: Number(product / BigInt(c)),
        remainder: Number(product % BigInt(c)),
      });
    }),
    { numRuns: 2000, seed: treeSeed() },
  );
});
