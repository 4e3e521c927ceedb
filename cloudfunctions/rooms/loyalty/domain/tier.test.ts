import { DAY_MS, yyyymmdd } from '../../../kernel/period';
import { earnOnReceipt } from './earn';
import { aWallet, NOW_MS } from './support/builders';
import { isReviewDay, pointsFor, reviewed, tierProgress, tierReached, tierSum, withSpend } from './tier';

test.each([
  [7_980, 'normal', 79],
  [7_980, 'silver', 86],
  [7_980, 'gold', 94],
  [7_980, 'diamond', 118],
  [7_999, 'normal', 79],
  [8_000, 'normal', 80],
  [99, 'diamond', 0],
  [0, 'normal', 0],
] as const)('%i fen of goods at %s earn %i points: floored twice', (fen, tier, points) => {
  expect(pointsFor(fen, tier)).toBe(points);
});

test.each([
  [49_999, 4, 'normal'],
  [50_000, 0, 'silver'],
  [0, 5, 'silver'],
  [199_999, 19, 'silver'],
  [200_000, 0, 'gold'],
  [0, 20, 'gold'],
  [499_999, 49, 'gold'],
  [500_000, 0, 'diamond'],
  [0, 50, 'diamond'],
])('%i fen and %i orders: %s', (spentFen, orders, tier) => {
  expect(tierReached({ spentFen, orders })).toBe(tier);
});

describe('rolling 365 days', () => {
  const spend = (daysAgo: number) => ({ [yyyymmdd(NOW_MS - daysAgo * DAY_MS)]: { paidFen: 50_000, orders: 1 } });
  test.each([
    [0, 50_000],
    [364, 50_000],
    [365, 0],
  ])('an order of %i days ago counts %i', (daysAgo, spentFen) => {
    expect(tierSum(spend(daysAgo), NOW_MS).spentFen).toBe(spentFen);
  });

  test('a refund lowers its day, and days that count no more are dropped', () => {
    const wallet = aWallet({ spend: { ...spend(400), ...spend(10) } });
    const booked = { atMs: NOW_MS - 10 * DAY_MS, paidFen: -20_000, orders: 0 };
    expect(withSpend(wallet, booked, NOW_MS).spend).toEqual({
      [yyyymmdd(NOW_MS - 10 * DAY_MS)]: { paidFen: 30_000, orders: 1 },
    });
  });
});

test('progress: what is missing to the next tier; none at the top', () => {
  const wallet = aWallet({ spend: { [yyyymmdd(NOW_MS)]: { paidFen: 48_000, orders: 2 } } });
  expect(tierProgress(wallet, NOW_MS)).toEqual({
    tier: 'silver',
    gapFen: 2_000,
    gapOrders: 3,
    spentFen: 48_000,
    orders: 2,
    needFen: 50_000,
    needOrders: 5,
  });
  expect(tierProgress(aWallet({ tier: 'diamond' }), NOW_MS)).toBeNull();
});

describe('at receipt', () => {
  const data = {
    orderId: 'o1',
    goodsPaidFen: 50_000,
    pointsRateBps: 10_000,
    paidFen: 50_500,
    receivedAtMs: NOW_MS,
    pendingDays: 7,
  };

  test('points at the rate that was promised, then up at once', () => {
    const { wallet, points } = earnOnReceipt(aWallet({ tierNoticeAtMs: 5 }), data, NOW_MS);
    expect(points).toBe(500);
    expect(wallet).toMatchObject({ tier: 'silver', tierSinceMs: NOW_MS, tierNoticeAtMs: null });
    expect(wallet.lots.lot_o1).toMatchObject({ points: 500, spendableFromMs: NOW_MS + 7 * DAY_MS, cause: 'order:o1' });
  });

  test('never down: gold stays gold at a small order', () => {
    expect(earnOnReceipt(aWallet({ tier: 'gold' }), data, NOW_MS).wallet.tier).toBe('gold');
  });

  test('"at once": spendable from the receipt', () => {
    const { wallet } = earnOnReceipt(aWallet(), { ...data, pendingDays: 0 }, NOW_MS);
    expect(wallet.lots.lot_o1?.spendableFromMs).toBe(NOW_MS);
  });
});

describe('review of the 1st', () => {
  const first = (month: number) => Date.UTC(2026, month - 1, 1) - 8 * 3_600_000;
  test.each([
    [first(12), true],
    [first(12) - 1, false],
    [first(12) + DAY_MS, false],
  ])('%i is a review day: %s (Shanghai)', (atMs, expected) => {
    expect(isReviewDay(atMs)).toBe(expected);
  });

  test('below: notice on 1 February, kept on 1 March (28 days), down by one tier on 1 April', () => {
    const gold = aWallet({ tier: 'gold' });
    const february = reviewed(gold, first(2));
    expect(february).toMatchObject({ tier: 'gold', tierNoticeAtMs: first(2) });
    expect(reviewed(february, first(3))).toBe(february);
    const april = reviewed(february, first(4));
    expect(april).toMatchObject({ tier: 'silver', tierSinceMs: first(4), tierNoticeAtMs: first(4) });
    expect(reviewed(april, first(4) + 3_600_000)).toBe(april);
  });

  test('30 days after the notice is enough, one ms less is not', () => {
    const noticed = aWallet({ tier: 'silver', tierNoticeAtMs: first(4) });
    expect(reviewed(noticed, first(4) + 30 * DAY_MS - 1)).toBe(noticed);
    expect(reviewed(noticed, first(4) + 30 * DAY_MS)).toMatchObject({ tier: 'normal', tierNoticeAtMs: null });
  });

  test('reached again: the notice is forgotten', () => {
    const spend = { [yyyymmdd(first(3))]: { paidFen: 200_000, orders: 1 } };
    expect(reviewed(aWallet({ tier: 'gold', tierNoticeAtMs: 1, spend }), first(4)).tierNoticeAtMs).toBeNull();
  });
});
