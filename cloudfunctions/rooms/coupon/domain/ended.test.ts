import { DAY_MS } from '../../../kernel/period';
import { sweepAtMs } from '../../../platform/holds/wallet-due';
import { endedCoupons, expireCoupons, withoutCoupons } from './ended';
import { aCoupon, aWallet, NOW_MS } from './support/builders';

const reserve = { cellId: 'budget_launch', q: { launch: 800 } };

test.each([
  [-1, 'usable'],
  [0, 'expired'],
])('%i ms from its end a coupon is %s', (offsetMs, state) => {
  const wallet = aWallet({ coupons: { c1: aCoupon({ validUntilMs: NOW_MS }) } });
  expect(expireCoupons(wallet, NOW_MS + offsetMs).coupons.c1?.status.state).toBe(state);
});

test('a coupon in an order does not expire there', () => {
  const wallet = aWallet({ coupons: { c1: aCoupon({ validUntilMs: 0, status: { state: 'locked', orderId: 'o1' } }) } });
  expect(expireCoupons(wallet, NOW_MS)).toBe(wallet);
});

test('expired: to the archive, owing its reserve to the budget', () => {
  const wallet = aWallet({ coupons: { c1: aCoupon({ reserve, validUntilMs: NOW_MS, status: { state: 'expired' } }) } });
  const [ended] = endedCoupons(wallet, NOW_MS + 5);
  expect(ended).toMatchObject({ _id: 'c1:end', tab: 'over', endedAtMs: NOW_MS, owesDueAtMs: NOW_MS + 5 });
  expect(ended?.owes).toEqual({ reserve, op: 'fr_c1', at: NOW_MS + 5 });
  expect(withoutCoupons(wallet, ended ? [ended] : []).coupons).toEqual({});
});

test.each([
  ['a day less 1 ms after use it stays', DAY_MS - 1, 0],
  ['a day after use it goes, owing nothing: its use is booked', DAY_MS, 1],
])('%s', (_, afterMs, count) => {
  const used = aCoupon({ reserve, status: { state: 'used', orderId: 'o1', atMs: NOW_MS } });
  const ended = endedCoupons(aWallet({ coupons: { c1: used } }), NOW_MS + afterMs);
  expect(ended).toHaveLength(count);
  for (const one of ended) expect(one).toMatchObject({ _id: 'c1:o1', tab: 'used', owes: null, owesDueAtMs: null });
});

test('used, and to be revoked when it comes back: it stays for 30 days, so that whatever undoes its order knows', () => {
  const used = aCoupon({ revokeOnReturn: 'order-refunded', status: { state: 'used', orderId: 'o1', atMs: NOW_MS } });
  const wallet = aWallet({ coupons: { c1: used } });
  expect(endedCoupons(wallet, NOW_MS + 30 * DAY_MS - 1)).toEqual([]);
  expect(sweepAtMs(wallet)).toBe(NOW_MS + 30 * DAY_MS);
  expect(endedCoupons(wallet, NOW_MS + 30 * DAY_MS)).toMatchObject([{ _id: 'c1:o1' }]);
});
