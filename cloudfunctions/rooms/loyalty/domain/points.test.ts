import fc from 'fast-check';
import { treeSeed } from '../../../../tests/support/tree-seed';
import { DAY_MS } from '../../../kernel/period';
import { expirePoints } from './expiry';
import {
  earnPoints,
  pendingPoints,
  pointsBalance,
  returnPoints,
  type Spent,
  spendablePoints,
  spendPoints,
  takeBackPoints,
} from './points';
import { aLot, aWallet, NOW_MS, withLots } from './support/builders';

const earned = (points: number, change = {}) => ({
  lotId: 'lot_o1',
  points,
  atMs: NOW_MS,
  spendableFromMs: NOW_MS,
  cause: 'order:o1',
  ...change,
});

function spent(answer: ReturnType<typeof spendPoints>): Spent {
  if (!answer.ok) throw new Error(answer.code);
  return answer.data;
}

describe('earning', () => {
  test.each([
    ['first moment of November 2026', Date.UTC(2026, 9, 31, 16), Date.UTC(2027, 10, 30, 16)],
    ['last moment of November 2026', Date.UTC(2026, 10, 30, 16) - 1, Date.UTC(2027, 10, 30, 16)],
    ['first moment of December 2026', Date.UTC(2026, 10, 30, 16), Date.UTC(2027, 11, 31, 16)],
  ])('%s (Shanghai): the lot ends with that month a year on', (_, atMs, expiresAtMs) => {
    expect(earnPoints(aWallet(), earned(79, { atMs })).lots.lot_o1).toMatchObject({ points: 79, expiresAtMs });
  });

  test.each([
    [30, 79, 0, 49],
    [79, 79, 0, undefined],
    [100, 79, 21, undefined],
  ])('a debt of %i is filled first by %i: debt %i, lot %s', (pointsDebt, points, debt, left) => {
    const after = earnPoints(aWallet({ pointsDebt }), earned(points));
    expect(after.pointsDebt).toBe(debt);
    expect(after.lots.lot_o1?.points).toBe(left);
    expect(pointsBalance(after)).toBe(points - pointsDebt);
  });

  test('pending until the after-sales window ends: 1 ms before, at', () => {
    const wallet = earnPoints(aWallet(), earned(79, { spendableFromMs: NOW_MS + 7 * DAY_MS }));
    const endMs = NOW_MS + 7 * DAY_MS;
    expect([spendablePoints(wallet, endMs - 1), pendingPoints(wallet, endMs - 1)]).toEqual([0, 79]);
    expect([spendablePoints(wallet, endMs), pendingPoints(wallet, endMs)]).toEqual([79, 0]);
  });
});

describe('spending', () => {
  const wallet = withLots({
    z_soon: aLot({ points: 50, expiresAtMs: NOW_MS + DAY_MS }),
    b_late: aLot({ points: 50, earnedAtMs: NOW_MS - 2 * DAY_MS }),
    c_late: aLot({ points: 50 }),
    d_late: aLot({ points: 50 }),
  });

  test('earliest expiry first, then earliest earned, then id', () => {
    expect(spent(spendPoints(wallet, 160, NOW_MS)).pointsByLot).toEqual({
      z_soon: 50,
      b_late: 50,
      c_late: 50,
      d_late: 10,
    });
  });

  test('all of it, and not one point more', () => {
    expect(spendPoints(wallet, 200, NOW_MS).ok).toBe(true);
    expect(spendPoints(wallet, 201, NOW_MS)).toMatchObject({ code: 'NOT_ENOUGH_POINTS', detail: { spendable: 200 } });
  });

  test('neither pending nor expired points can be spent', () => {
    const none = withLots({
      pending: aLot({ spendableFromMs: NOW_MS + 1 }),
      over: aLot({ expiresAtMs: NOW_MS }),
    });
    expect(spendPoints(none, 1, NOW_MS).ok).toBe(false);
  });

  test('two orders can never spend the same points', () => {
    const first = spent(spendPoints(wallet, 150, NOW_MS));
    expect(spendPoints(first.wallet, 100, NOW_MS).ok).toBe(false);
    expect(spendPoints(first.wallet, 50, NOW_MS).ok).toBe(true);
  });
});

describe('returning', () => {
  const wallet = withLots({ soon: aLot({ points: 60, expiresAtMs: NOW_MS + DAY_MS }), late: aLot({ points: 60 }) });
  const held = spent(spendPoints(wallet, 80, NOW_MS));

  test('into the lots they came from, as they were', () => {
    expect(returnPoints(held.wallet, held.pointsByLot, held.lots, NOW_MS)).toEqual(wallet);
  });

  test.each([
    ['1 ms before its lot ends: unchanged', DAY_MS - 1, NOW_MS + DAY_MS],
    ['at its end: 30 days from now', DAY_MS, NOW_MS + 31 * DAY_MS],
  ])('%s', (_, afterMs, expiresAtMs) => {
    const back = returnPoints(held.wallet, held.pointsByLot, held.lots, NOW_MS + afterMs);
    expect(back.lots.soon?.expiresAtMs).toBe(expiresAtMs);
    expect(back.lots.late?.expiresAtMs).toBe(wallet.lots.late?.expiresAtMs);
  });

  test('the 30 days are given once: the second time the lot comes back expired', () => {
    const once = aLot({ points: 0, expiresAtMs: NOW_MS, lengthened: true });
    const back = returnPoints(aWallet(), { soon: 10 }, { soon: once }, NOW_MS + 1);
    expect(back.lots.soon?.expiresAtMs).toBe(NOW_MS);
    expect(spendablePoints(back, NOW_MS + 1)).toBe(0);
  });

  test('a debt is filled first', () => {
    const back = returnPoints({ ...held.wallet, pointsDebt: 70 }, held.pointsByLot, held.lots, NOW_MS);
    expect(back.pointsDebt).toBe(0);
    expect(pointsBalance(back)).toBe(120 - 70);
  });
});

describe('taking back what a refunded order had earned', () => {
  const wallet = withLots({ lot_o1: aLot({ points: 79 }), other: aLot({ points: 20, expiresAtMs: NOW_MS + 1 }) });

  test.each([
    ['from its own lot', 79, { other: 20 }, 0],
    ['then from others', 89, { other: 10 }, 0],
    ['then as a debt: the balance is negative', 109, {}, 10],
  ])('%s', (_, points, left, debt) => {
    const after = takeBackPoints(wallet, points, 'lot_o1');
    expect(Object.fromEntries(Object.entries(after.lots).map(([id, lot]) => [id, lot.points]))).toEqual(left);
    expect(after.pointsDebt).toBe(debt);
    expect(pointsBalance(after)).toBe(99 - points);
  });
});

describe('expiry', () => {
  test.each([
    [-1, 150, 0],
    [0, 50, -100],
  ])('%i ms from the end of a lot of 100: balance %i, entry %i', (offsetMs, balance, entry) => {
    const wallet = withLots({ over: aLot({ expiresAtMs: NOW_MS }), live: aLot({ points: 50 }) });
    const after = expirePoints(wallet, NOW_MS + offsetMs);
    expect(pointsBalance(after)).toBe(balance);
    expect(Object.values(after.journal).reduce((sum, { points = 0 }) => sum + points, 0)).toBe(entry);
  });
});

test('whatever happens in whatever order, the balance is the sum of what was given and taken, and no lot is below 0', () => {
  type Step = {
    readonly kind: 'earn' | 'spend' | 'return' | 'back' | 'expire';
    readonly points: number;
    readonly days: number;
  };
  const step: fc.Arbitrary<Step> = fc.record({
    kind: fc.constantFrom('earn', 'spend', 'return', 'back', 'expire'),
    points: fc.integer({ min: 1, max: 300 }),
    days: fc.integer({ min: 0, max: 200 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let wallet = aWallet();
      let nowMs = NOW_MS;
      let sum = 0;
      const holds: Spent[] = [];
      steps.forEach(({ kind, points, days }, index) => {
        nowMs += days * DAY_MS;
        if (kind === 'earn') {
          wallet = earnPoints(wallet, earned(points, { lotId: `lot_${index}`, atMs: nowMs, spendableFromMs: nowMs }));
          sum += points;
        } else if (kind === 'spend') {
          const answer = spendPoints(wallet, points, nowMs);
          if (!answer.ok) return;
          holds.push(answer.data);
          wallet = answer.data.wallet;
          sum -= points;
        } else if (kind === 'return') {
          const hold = holds.pop();
          if (!hold) return;
          wallet = returnPoints(wallet, hold.pointsByLot, hold.lots, nowMs);
          sum += Object.values(hold.pointsByLot).reduce((total, n) => total + n, 0);
        } else if (kind === 'back') {
          wallet = takeBackPoints(wallet, points, `lot_${index - 1}`);
          sum -= points;
        } else {
          const after = expirePoints(wallet, nowMs);
          sum += pointsBalance(after) - pointsBalance(wallet);
          const entries = Object.entries(after.journal).filter(([op]) => !wallet.journal[op]);
          expect(entries.reduce((total, [, entry]) => total + (entry.points ?? 0), 0)).toBe(
            pointsBalance(after) - pointsBalance(wallet),
          );
          wallet = after;
        }
        expect(pointsBalance(wallet)).toBe(sum);
        expect(wallet.pointsDebt).toBeGreaterThanOrEqual(0);
        for (const lot of Object.values(wallet.lots)) expect(lot.points).toBeGreaterThan(0);
      });
    }),
    { numRuns: 500, seed: treeSeed() },
  );
});
