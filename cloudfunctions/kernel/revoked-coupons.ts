import { type Coupon, revokedCoupon } from './coupon';
import { DAY_MS, type EpochMs } from './period';
import type { Wallet } from './wallet';

/**
 * Coupons whose cause was undone: free ones are revoked at once, those that an order has when they come back from there. A used
 * one leaves the wallet a day later, and its order may be undone for as long as money can go back; so the wallet remembers.
 */

/** Past any refund: 365 days at the pay platform, by transfer afterwards. */
export const REMEMBERED_MS = 2 * 365 * DAY_MS;

/** The wallet with this coupon revoked, or flagged, or remembered where it has left. Doing it again: the same wallet. */
export function revokeInWallet(wallet: Wallet, couponId: string, reason: string, nowMs: EpochMs): Wallet {
  const coupon = wallet.coupons[couponId];
  if (!coupon) return wallet.revoked?.[couponId] ? wallet : remembering(wallet, couponId, reason, nowMs);
  const after = revokedCoupon(coupon, reason);
  return after === coupon ? wallet : { ...wallet, coupons: { ...wallet.coupons, [couponId]: after } };
}

export const remembering = (wallet: Wallet, couponId: string, reason: string, atMs: EpochMs): Wallet => ({
  ...wallet,
  revoked: { ...wallet.revoked, [couponId]: { reason, atMs } },
});

/** A coupon that comes into the wallet, with what is remembered of it. */
export function asRemembered(wallet: Wallet, couponId: string, coupon: Coupon): Coupon {
  const known = wallet.revoked?.[couponId];
  return known ? revokedCoupon(coupon, known.reason) : coupon;
}

/** The same wallet where nothing is that old. */
export function forgetOld(wallet: Wallet, nowMs: EpochMs): Wallet {
  const all = Object.entries(wallet.revoked ?? {});
  const kept = all.filter(([, { atMs }]) => atMs > nowMs - REMEMBERED_MS);
  return kept.length === all.length ? wallet : { ...wallet, revoked: Object.fromEntries(kept) };
}
