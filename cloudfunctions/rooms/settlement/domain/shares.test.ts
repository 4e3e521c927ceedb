import fc from 'fast-check';
import { pointsEarned } from './earned';
import { settle } from './settle';
import { refundShare, refundShareByAdjustment } from './shares';
import { holdsAlways, randomInput } from './support/random';

describe('what units give back', () => {
  const parts = randomInput({ floors: true, maxCoupons: 4 }).chain((input) =>
    fc.tuple(fc.constant(settle(input)), fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 6 })),
  );

  test('however a line is given back, its parts sum to what was paid and to the points spent', () =>
    holdsAlways(parts, ([quote, steps]) => {
      for (const line of quote.lines) {
        let [before, paidFen, points] = [0, 0, 0];
        for (const step of [...steps, line.quantity]) {
          const units = Math.min(step, line.quantity - before);
          const share = refundShare(line, before, units);
          before += units;
          paidFen += share.paidFen;
          points += share.points;
        }
        expect([before, paidFen, points]).toEqual([line.quantity, line.paidFen, line.points]);
      }
    }));

  test('each adjustment gives back its share of the line, in all just what it took', () =>
    holdsAlways(parts, ([quote]) => {
      for (const line of quote.lines) {
        const first = refundShareByAdjustment(quote, line.lineId, 0, 1);
        const rest = refundShareByAdjustment(quote, line.lineId, 1, line.quantity - 1);
        for (const { id, allocation } of quote.adjustments) {
          const takenFen = 0 - (allocation.find((entry) => entry.lineId === line.lineId)?.amountFen ?? 0);
          expect((first.get(id) ?? 0) + (rest.get(id) ?? 0)).toBe(takenFen);
        }
      }
    }));

  test('more units than the line has, or a line that is not there, is a bug', () => {
    const line = { quantity: 2, paidFen: 10, points: 0 } as Parameters<typeof refundShare>[0];
    expect(() => refundShare(line, 1, 2)).toThrow(RangeError);
    expect(() => refundShareByAdjustment({ lines: [], adjustments: [] }, 'x', 0, 1)).toThrow(RangeError);
  });
});

describe('points earned', () => {
  test.each([
    [99, 10_000, 0],
    [100, 10_000, 1],
    [7980, 10_000, 79],
    [7980, 11_000, 86],
    [7980, 15_000, 118],
    [0, 15_000, 0],
  ])('%p fen at %p bps is %p points', (paidFen, rateBps, points) =>
    expect(pointsEarned(paidFen, rateBps)).toBe(points),
  );
});
