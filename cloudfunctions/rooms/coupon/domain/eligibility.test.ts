import { claimCounter, refusalByChannel, refusalByWallet, refusalByWindow, usableCount } from './eligibility';
import { aCoupon, aTemplate, aWallet, coupons, NOW_MS } from './support/builders';

describe('window [start, end)', () => {
  const template = aTemplate({ startsAtMs: NOW_MS, endsAtMs: NOW_MS + 1_000 });
  test.each([
    [-1, 'COUPON_NOT_YET'],
    [0, undefined],
    [999, undefined],
    [1_000, 'COUPON_OVER'],
  ])('%i ms from the start → %s', (offsetMs, code) => {
    expect(refusalByWindow(template, NOW_MS + offsetMs)?.code).toBe(code);
  });

  test('a coupon whose end has come is over, though the window is open', () => {
    const dead = aTemplate({ validity: { untilMs: NOW_MS } });
    expect(refusalByWindow(dead, NOW_MS)?.code).toBe('COUPON_OVER');
    expect(refusalByWindow(dead, NOW_MS - 1)).toBeNull();
  });
});

test('a channel that the template does not name gets UNKNOWN_COUPON, as if there were none', () => {
  const flyerOnly = aTemplate({ channels: ['flyer'] });
  expect(refusalByChannel(flyerOnly, 'centre')?.code).toBe('UNKNOWN_COUPON');
  expect(refusalByChannel(flyerOnly, 'flyer')).toBeNull();
});

describe('the wallet', () => {
  test.each([
    ['normal', 'TIER_TOO_LOW'],
    ['silver', 'TIER_TOO_LOW'],
    ['gold', undefined],
    ['diamond', undefined],
  ] as const)('gold needed, %s → %s', (tier, code) => {
    expect(refusalByWallet(aTemplate({ tierNeeded: 'gold' }), aWallet({ tier }))?.code).toBe(code);
  });

  test.each([
    [1, 1, 'COUPON_LIMIT'],
    [2, 1, undefined],
    [2, 2, 'COUPON_LIMIT'],
    [1, 0, undefined],
  ])('limit %i, claimed %i → %s', (perResident, claimed, code) => {
    const wallet = aWallet({ counters: { [claimCounter('welcome8')]: claimed } });
    expect(refusalByWallet(aTemplate({ perResident }), wallet)?.code).toBe(code);
  });

  test.each([
    [199, undefined],
    [200, 'COUPON_WALLET_FULL'],
  ])('%i usable coupons → %s', (count, code) => {
    expect(refusalByWallet(aTemplate(), aWallet({ coupons: coupons(count) }))?.code).toBe(code);
  });

  test('used and expired coupons take no place, locked ones do', () => {
    const held = {
      a: aCoupon({ status: { state: 'used', orderId: 'o1', atMs: NOW_MS } }),
      b: aCoupon({ status: { state: 'expired' } }),
      c: aCoupon({ status: { state: 'locked', orderId: 'o2' } }),
      d: aCoupon({ status: { state: 'returned', fromOrderId: 'o3' } }),
    };
    expect(usableCount(aWallet({ coupons: held }))).toBe(2);
  });

  test('new: until an order is paid; returning: from then on', () => {
    const paid = aWallet({ firstOrder: { state: 'used', orderId: 'o1' } });
    const placed = aWallet({ firstOrder: { state: 'held', orderId: 'o1' } });
    expect(refusalByWallet(aTemplate({ residents: 'new' }), placed)).toBeNull();
    expect(refusalByWallet(aTemplate({ residents: 'new' }), paid)?.code).toBe('COUPON_NOT_FOR_YOU');
    expect(refusalByWallet(aTemplate({ residents: 'returning' }), placed)?.code).toBe('COUPON_NOT_FOR_YOU');
    expect(refusalByWallet(aTemplate({ residents: 'returning' }), paid)).toBeNull();
  });
});
