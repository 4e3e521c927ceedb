import { DAY_MS } from '../../../kernel/period';
import { REMEMBERED_MS } from '../../../kernel/revoked-coupons';
import { sweepAtMs } from '../../../platform/holds/wallet-due';
import { endCoupons } from '../operations/upkeep';
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
  expect(withoutCoupons(wallet, ended ? [ended] : [], NOW_MS).coupons).toEqual({});
});

test('revoked: its move to the archive is due at once, so that its reserve does not wait for its end', () => {
  const revoked = aCoupon({ reserve, status: { state: 'revoked', reason: 'order-refunded' } });
  const wallet = aWallet({ coupons: { c1: revoked } });
  expect(sweepAtMs(wallet)).toBe(0);
  expect(endedCoupons(wallet, NOW_MS)).toMatchObject([{ _id: 'c1:end', tab: 'over', owesDueAtMs: NOW_MS }]);
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

test('used, and to be revoked when it comes back: it goes after a day too, and the wallet remembers it for two years', () => {
  const used = aCoupon({ revokeOnReturn: 'order-refunded', status: { state: 'used', orderId: 'o1', atMs: NOW_MS } });
  const wallet = aWallet({ coupons: { c1: used } });
  const goneAtMs = NOW_MS + DAY_MS;
  expect(sweepAtMs(wallet)).toBe(goneAtMs);
  const gone = endCoupons(wallet, goneAtMs).wallet;
  expect(gone.revoked).toEqual({ c1: { reason: 'order-refunded', atMs: goneAtMs } });
  expect(endCoupons(gone, goneAtMs + REMEMBERED_MS - 1).wallet).toBe(gone);
  expect(endCoupons(gone, goneAtMs + REMEMBERED_MS).wallet.revoked).toEqual({});
});
