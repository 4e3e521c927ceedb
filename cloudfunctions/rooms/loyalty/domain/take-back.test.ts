import fc from 'fast-check';
import { treeSeed } from '../../../../tests/support/tree-seed';
import { earnOnReceipt } from './earn';
import { pointsBalance } from './points';
import { aLot, aWallet, NOW_MS } from './support/builders';
import { lotsToReturn, takeBackOnRefund } from './take-back';

const lotUntil = (expiresAtMs: number) => aLot({ expiresAtMs });

describe('points spent that come back in parts', () => {
  const spent = { pointsByLot: { early: 300, late: 200 }, lots: { early: lotUntil(10), late: lotUntil(20) } };

  test.each([
    [0, 150, { late: 150 }],
    [150, 100, { late: 50, early: 50 }],
    [250, 250, { early: 250 }],
    [0, 500, { late: 200, early: 300 }],
    [500, 0, {}],
  ])('after %i of 300 early and 200 late ones, %i more go to %j: the last spent first', (before, points, byLot) => {
    expect(lotsToReturn(spent, before, points)).toEqual(byLot);
  });

  test('in any parts each lot gets back what was taken from it', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 12 });
    const lots = fc.array(fc.record({ points: fc.integer({ min: 1, max: 200 }), expiresAtMs: fc.nat({ max: 5 }) }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(lots, parts, (taken, wishes) => {
        const pointsByLot = Object.fromEntries(taken.map(({ points }, n) => [`l${n}`, points]));
        const known = Object.fromEntries(taken.map(({ expiresAtMs }, n) => [`l${n}`, lotUntil(expiresAtMs)]));
        const all = Object.values(pointsByLot).reduce((sum, points) => sum + points, 0);
        const back: { [lotId: string]: number } = {};
        let before = 0;
        for (const wish of [...wishes, all]) {
          const points = Math.min(wish, all - before);
          const byLot = lotsToReturn({ pointsByLot, lots: known }, before, points);
          for (const [lotId, count] of Object.entries(byLot)) back[lotId] = (back[lotId] ?? 0) + count;
          before += points;
        }
        expect(back).toEqual(pointsByLot);
      }),
      { numRuns: 2_000, seed: treeSeed() },
    );
  });
});

describe('what receipt brought is taken back', () => {
  const receipt = {
    ...{ orderId: 'o1', goodsPaidFen: 50_000, pointsRateBps: 10_000, paidFen: 50_500 },
    ...{ receivedAtMs: NOW_MS, pendingDays: 7 },
  };
  const received = earnOnReceipt(aWallet(), receipt, NOW_MS).wallet;
  const whole = { orderId: 'o1', points: 500, paidFen: 50_500, orders: 1, receivedAtMs: NOW_MS } as const;

  test('points and spend of the refunded part; the day holds what is left', () => {
    const part = takeBackOnRefund(received, { ...whole, points: 200, paidFen: 20_000, orders: 0 }, NOW_MS);
    expect([pointsBalance(part), Object.values(part.spend)]).toEqual([300, [{ paidFen: 30_500, orders: 1 }]]);
  });

  test('the whole order: nothing is left of it, and the tier stays until the review', () => {
    const none = takeBackOnRefund(received, whole, NOW_MS);
    expect([pointsBalance(none), Object.values(none.spend), none.tier]).toEqual([
      0,
      [{ paidFen: 0, orders: 0 }],
      'silver',
    ]);
  });

  test('points that were spent become debt, and the balance negative', () => {
    const poor = { ...received, lots: {} };
    expect(takeBackOnRefund(poor, whole, NOW_MS)).toMatchObject({ pointsDebt: 500 });
    expect(pointsBalance(takeBackOnRefund(poor, whole, NOW_MS))).toBe(-500);
  });
});
