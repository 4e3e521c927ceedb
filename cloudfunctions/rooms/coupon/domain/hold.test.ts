import { DAY_MS } from '../../../kernel/period';
import type { Wallet } from '../../../kernel/wallet';
import { captureCoupons, lockCoupons, releaseCoupons, returnCoupon, revokeCoupons } from './hold';
import { aCoupon, aWallet, NOW_MS } from './support/builders';

const wallet = aWallet({ coupons: { c1: aCoupon(), c2: aCoupon() } });

function locked(of: Wallet, ids: string[], orderId = 'o1'): Wallet {
  const answer = lockCoupons(of, ids, orderId, NOW_MS);
  if (!answer.ok) throw new Error(answer.code);
  return answer.data;
}

test('a coupon is in one live order only', () => {
  const once = locked(wallet, ['c1']);
  expect(lockCoupons(once, ['c1'], 'o2', NOW_MS)).toEqual({
    ok: false,
    code: 'COUPON_NOT_USABLE',
    detail: { couponId: 'c1' },
  });
});

test('all or none: one that cannot be used leaves the other free', () => {
  expect(lockCoupons(wallet, ['c1', 'nobodys'], 'o1', NOW_MS).ok).toBe(false);
  expect(wallet.coupons.c1?.status.state).toBe('usable');
});

test.each([
  ['one ms before its end', -1, true],
  ['at its end', 0, false],
])('locking %s: %s', (_, offsetMs, expected) => {
  const endMs = wallet.coupons.c1?.validUntilMs ?? 0;
  expect(lockCoupons(wallet, ['c1'], 'o1', endMs + offsetMs).ok).toBe(expected);
});

test('locked → used at payment, for this order alone', () => {
  const both = locked(locked(wallet, ['c1'], 'o1'), ['c2'], 'o2');
  const paid = captureCoupons(both, 'o1', NOW_MS);
  expect(paid.coupons.c1?.status).toEqual({ state: 'used', orderId: 'o1', atMs: NOW_MS });
  expect(paid.coupons.c2?.status).toEqual({ state: 'locked', orderId: 'o2' });
});

test('from an unpaid order it comes back as it is, its end unchanged, and can be used again', () => {
  const back = releaseCoupons(locked(wallet, ['c1']), 'o1');
  expect(back.coupons.c1).toEqual({ ...aCoupon(), status: { state: 'returned', fromOrderId: 'o1' } });
  expect(lockCoupons(back, ['c1'], 'o3', NOW_MS).ok).toBe(true);
});

describe('return from a paid order', () => {
  const endMs = NOW_MS + 6 * DAY_MS;
  const used = captureCoupons(locked(wallet, ['c1']), 'o1', NOW_MS);
  const frozen = used.coupons.c1 ?? aCoupon();

  test.each([
    ['one ms before its end: unchanged', endMs - 1, endMs, undefined],
    ['at its end: 3 days from the return', endMs, endMs + 3 * DAY_MS, true],
    ['long after: 3 days from the return', endMs + 30 * DAY_MS, endMs + 33 * DAY_MS, true],
  ])('%s', (_, atMs, untilMs, lengthened) => {
    const back = returnCoupon(used, 'c1', frozen, { orderId: 'o1', atMs });
    expect(back.coupons.c1).toMatchObject({ validUntilMs: untilMs, status: { state: 'returned', fromOrderId: 'o1' } });
    expect(back.coupons.c1?.lengthened).toBe(lengthened);
  });

  test('its life is lengthened once: the second time it comes back as it is', () => {
    const twice = aCoupon({
      lengthened: true,
      validUntilMs: endMs,
      status: { state: 'used', orderId: 'o2', atMs: NOW_MS },
    });
    const back = returnCoupon(aWallet({ coupons: { c1: twice } }), 'c1', twice, { orderId: 'o2', atMs: endMs + 1 });
    expect(back.coupons.c1?.validUntilMs).toBe(endMs);
  });

  test('archived meanwhile: it comes back from what the order froze', () => {
    const back = returnCoupon(aWallet(), 'c1', frozen, { orderId: 'o1', atMs: NOW_MS });
    expect(back.coupons.c1?.status.state).toBe('returned');
  });

  test('doing it again, or for another order, changes nothing', () => {
    const back = returnCoupon(used, 'c1', frozen, { orderId: 'o1', atMs: NOW_MS });
    expect(returnCoupon(back, 'c1', frozen, { orderId: 'o1', atMs: NOW_MS })).toBe(back);
    expect(returnCoupon(used, 'c1', frozen, { orderId: 'o9', atMs: NOW_MS })).toBe(used);
  });
});

describe('revoked while an order has it', () => {
  const REASON = 'order-refunded';
  const revoked = revokeCoupons(locked(wallet, ['c1'], 'o2'), ['c1'], REASON, NOW_MS);
  const gone = { state: 'revoked', reason: REASON };
  const lockedBy = (orderId: string) => aCoupon({ status: { state: 'locked', orderId } });

  test('the order keeps it; closed unpaid, it does not come back', () => {
    expect(revoked.coupons.c1?.status).toEqual({ state: 'locked', orderId: 'o2' });
    const released = releaseCoupons(revoked, 'o2').coupons.c1;
    expect(released).toEqual({ ...aCoupon(), status: gone });
  });

  test('paid, it is used; when that order is undone it is revoked with its reserve', () => {
    const paid = captureCoupons(revoked, 'o2', NOW_MS);
    expect(paid.coupons.c1?.status.state).toBe('used');
    const frozen = aCoupon({ reserve: { cellId: 'budget_launch', q: { launch: 800 } } });
    const back = returnCoupon(paid, 'c1', frozen, { orderId: 'o2', atMs: NOW_MS + 9 * DAY_MS }).coupons.c1;
    expect(back).toEqual({ ...frozen, status: gone });
  });

  test('used before the revocation it stays, and does not come back either', () => {
    const used = captureCoupons(locked(wallet, ['c1'], 'o2'), 'o2', NOW_MS);
    const after = revokeCoupons(used, ['c1'], REASON, NOW_MS);
    expect(after.coupons.c1?.status.state).toBe('used');
    expect(returnCoupon(after, 'c1', aCoupon(), { orderId: 'o2', atMs: NOW_MS }).coupons.c1?.status).toEqual(gone);
  });

  test('used and archived before the revocation: the wallet remembers, and it does not come back from its order either', () => {
    const later = revokeCoupons(aWallet(), ['c1'], REASON, NOW_MS);
    const back = returnCoupon(later, 'c1', lockedBy('o2'), { orderId: 'o2', atMs: NOW_MS + 300 * DAY_MS });
    expect(back.coupons.c1).toEqual({ ...aCoupon(), status: gone });
  });

  test('doing it again changes nothing', () => {
    expect(revokeCoupons(revoked, ['c1'], REASON, NOW_MS + 1)).toBe(revoked);
    const later = revokeCoupons(aWallet(), ['c1'], REASON, NOW_MS);
    expect(revokeCoupons(later, ['c1'], REASON, NOW_MS + 1)).toBe(later);
  });
});
