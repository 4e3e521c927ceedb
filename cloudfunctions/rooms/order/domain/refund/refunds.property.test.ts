import fc from 'fast-check';
import { treeSeed } from '../../../../../tests/support/tree-seed';
import { anyTurns, asking, played, toTheEnd } from '../support/refunding';
import { anySold } from '../support/sold';
import { amountsOf } from './amounts';
import { budgetReturned } from './budget';
import { pointsTaken } from './earned';
import { unitsCredited, unitsNamed, unitsWithoutCause } from './gifts';
import { countedRefunds, givenRefunds, isNothingKept, type Sold, unitsKept, unitsLeft } from './units';

const RUNS = { numRuns: 2_000, seed: treeSeed() };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const amounts = (sold: Sold) => givenRefunds(sold).map((refund) => refund.amounts);

describe('any sequence of partial refunds, some of them declined on the way', () => {
  test('gives back what was paid, less the freight that stays and the deductions', () => {
    fc.assert(
      fc.property(anySold, anyTurns, (sold, turns) => {
        const end = toTheEnd(played(sold, turns));
        const given = amounts(end);
        const keptFreightFen = end.quote.freight.paidFen - sum(given.map(({ freightFen }) => freightFen));
        const back = sum(given.map(({ amountFen, deductedFen }) => amountFen + deductedFen));
        expect(back + keptFreightFen).toBe(end.quote.payableFen);
        expect([0, end.quote.freight.paidFen]).toContain(keptFreightFen);
        expect(isNothingKept(end, givenRefunds(end))).toBe(true);
      }),
      RUNS,
    );
  });

  test('gives back each line to the fen and to the point, never more on the way, and nothing below 0', () => {
    fc.assert(
      fc.property(anySold, anyTurns, (sold, turns) => {
        const midway = played(sold, turns);
        const end = toTheEnd(midway);
        for (const { lineId, paidFen, points } of sold.quote.lines) {
          const share = (of: Sold, what: 'paidFen' | 'points') =>
            sum(countedRefunds(of).map((refund) => refund.amounts.lines[lineId]?.[what] ?? 0));
          expect(share(midway, 'paidFen')).toBeLessThanOrEqual(paidFen);
          expect([share(end, 'paidFen'), share(end, 'points')]).toEqual([paidFen, points]);
        }
        for (const { amountFen, pointsBack, goodsFen } of amounts(end))
          expect(Math.min(amountFen, pointsBack, goodsFen)).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });

  test('names gift units no more than the kept units are not good for, just as many without declines, all in the end', () => {
    fc.assert(
      fc.property(anySold, anyTurns, (sold, turns) => {
        const midway = played(sold, turns);
        const counted = countedRefunds(midway);
        const isWithoutDeclines = turns.every(({ next }) => next !== 'drop');
        for (const gift of sold.quote.gifts) {
          const named = unitsNamed(counted, gift.lineId);
          const causeless = Math.max(0, unitsWithoutCause(midway, counted, [gift]));
          expect(named).toBeLessThanOrEqual(causeless);
          if (isWithoutDeclines) expect(named).toBe(causeless);
          expect(unitsNamed(countedRefunds(toTheEnd(midway)), gift.lineId)).toBe(gift.quantity);
        }
      }),
      RUNS,
    );
  });

  test('credits each gift unit once: never fewer than are named, never more than were given, all in the end', () => {
    fc.assert(
      fc.property(anySold, anyTurns, (sold, turns) => {
        const midway = played(sold, turns);
        for (const { lineId, quantity } of sold.quote.gifts) {
          const credited = unitsCredited(givenRefunds(midway), lineId);
          expect(credited).toBeGreaterThanOrEqual(unitsNamed(givenRefunds(midway), lineId));
          expect(credited).toBeLessThanOrEqual(quantity);
          expect(unitsCredited(givenRefunds(toTheEnd(midway)), lineId)).toBe(quantity);
        }
      }),
      RUNS,
    );
  });

  test('keeps the freight only where none of them is the shop’s fault', () => {
    fc.assert(
      fc.property(anySold, anyTurns, (sold, turns) => {
        const end = toTheEnd(played(sold, turns));
        const given = givenRefunds(end);
        const isDue = given.some(({ cause, reason }) => cause === 'after-sales' && reason !== 'unwanted');
        const { paidFen, points } = end.quote.freight;
        expect([
          sum(given.map((refund) => refund.amounts.freightFen)),
          sum(given.map((refund) => refund.amounts.freightPoints)),
        ]).toEqual(isDue ? [paidFen, points] : [0, 0]);
      }),
      RUNS,
    );
  });

  test('deducts for gifts that are kept no more than their stated value', () => {
    fc.assert(
      fc.property(anySold, anyTurns, (sold, turns) => {
        const end = toTheEnd(played(sold, turns));
        const valueFen = sum(end.quote.gifts.map(({ quantity, valueUnitFen }) => quantity * valueUnitFen));
        const deductedFen = sum(amounts(end).map((given) => given.deductedFen));
        expect(deductedFen).toBeLessThanOrEqual(valueFen);
        expect(deductedFen).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });

  test('takes back exactly the points that were earned, whatever the rate', () => {
    fc.assert(
      fc.property(anySold, anyTurns, fc.integer({ min: 0, max: 30_000 }), (sold, turns, pointsRateBps) => {
        const rated = { ...sold, pointsRateBps };
        const refunds = givenRefunds(toTheEnd(played(sold, turns)));
        const taken = refunds.map((refund, n) => pointsTaken(rated, refunds.slice(0, n), refund));
        expect(Math.min(0, ...taken)).toBe(0);
        const goods = sum(sold.quote.lines.map(({ noPromotion, paidFen }) => (noPromotion ? 0 : paidFen)));
        expect(sum(taken)).toBe(Math.floor((Math.floor(goods / 100) * pointsRateBps) / 10_000));
      }),
      RUNS,
    );
  });

  test('gives the budget back what each line took, and more with every refund', () => {
    fc.assert(
      fc.property(anySold, anyTurns, (sold, turns) => {
        const refunds = givenRefunds(toTheEnd(played(sold, turns)));
        const tiers = refunds.map((_, n) => budgetReturned(sold, 'launch', refunds.slice(0, n + 1)).tiers ?? 0);
        expect([...tiers].sort((a, b) => a - b)).toEqual(tiers);
        const takenFen = sum(sold.quote.adjustments.map(({ amountFen }) => 0 - amountFen));
        expect(tiers.at(-1) ?? 0).toBe(takenFen);
      }),
      RUNS,
    );
  });
});

describe('what is kept', () => {
  test('never changes: units of one line bring the same whatever went back of the others', () => {
    fc.assert(
      fc.property(anySold, anyTurns, (sold, turns) => {
        const [line] = sold.quote.lines;
        if (!line) return;
        const others = (of: Sold): Sold => ({
          ...of,
          refunds: Object.fromEntries(Object.entries(of.refunds).filter(([, { units }]) => !(line.lineId in units))),
        });
        const wish = { cause: 'after-sales', reason: 'unwanted', units: { [line.lineId]: 1 } } as const;
        const alone = amountsOf(sold, wish).lines;
        expect(amountsOf(others(played(sold, turns)), wish).lines).toEqual(alone);
      }),
      RUNS,
    );
  });

  test('and what went back are together what was bought', () => {
    fc.assert(
      fc.property(anySold, anyTurns, (sold, turns) => {
        const midway = played(sold, turns);
        const kept = unitsKept(midway, countedRefunds(midway));
        for (const { lineId } of sold.quote.lines) expect(unitsLeft(midway)[lineId] ?? 0).toBe(kept(lineId));
      }),
      RUNS,
    );
  });
});

test('without declines, the k-th unit of a line brings the same in any order of the lines', () => {
  fc.assert(
    fc.property(anySold, fc.array(fc.nat({ max: 3 }), { maxLength: 28 }), (sold, order) => {
      const seen = new Map<string, number>();
      order.reduce((now, n) => {
        const line = sold.quote.lines[n];
        if (!line || !unitsLeft(now)[line.lineId]) return now;
        const next = asking(now, { [line.lineId]: 1 }, 'unwanted', 'succeeded');
        const refund = Object.values(next.refunds).at(-1);
        const k = line.quantity - (unitsLeft(next)[line.lineId] ?? 0);
        const share = (upTo: number) => Math.floor((line.paidFen * upTo) / line.quantity);
        expect(refund?.amounts.lines[line.lineId]?.paidFen).toBe(share(k) - share(k - 1));
        seen.set(line.lineId, k);
        return next;
      }, sold);
    }),
    RUNS,
  );
});
