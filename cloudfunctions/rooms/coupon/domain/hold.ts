import { type Coupon, type CouponState, revokedCoupon } from '../../../kernel/coupon';
import { DAY_MS } from '../../../kernel/period';
import { ok, type Result, refuse } from '../../../kernel/result';
import { asRemembered, revokeInWallet } from '../../../kernel/revoked-coupons';
import type { Wallet } from '../../../kernel/wallet';

/** Validity of a coupon whose end passed while a paid order held it (rules.md section 2). */
export const LENGTHENED_MS = 3 * DAY_MS;

type Coupons = Wallet['coupons'];

function withStatus(coupons: Coupons, couponIds: readonly string[], status: CouponState): Coupons {
  const changed: { [couponId: string]: Coupon } = { ...coupons };
  for (const couponId of couponIds) {
    const coupon = coupons[couponId];
    if (coupon) changed[couponId] = { ...coupon, status };
  }
  return changed;
}

/** Ids of the coupons that this order has in the given state. */
const idsOf = (wallet: Wallet, state: 'locked' | 'used', orderId: string): string[] =>
  Object.entries(wallet.coupons).flatMap(([couponId, { status }]) =>
    status.state === state && status.orderId === orderId ? [couponId] : [],
  );

/**
 * Locks coupons for an order being placed, all or none. `COUPON_NOT_USABLE` {couponId}: not in this wallet, in another
 * order, used, revoked, not valid yet, or over.
 */
export function lockCoupons(
  wallet: Wallet,
  couponIds: readonly string[],
  orderId: string,
  nowMs: number,
): Result<Wallet> {
  for (const couponId of couponIds) {
    const coupon = wallet.coupons[couponId];
    const isFree = coupon?.status.state === 'usable' || coupon?.status.state === 'returned';
    if (!coupon || !isFree || nowMs < coupon.validFromMs || nowMs >= coupon.validUntilMs)
      return refuse('COUPON_NOT_USABLE', { couponId });
  }
  return ok({ ...wallet, coupons: withStatus(wallet.coupons, couponIds, { state: 'locked', orderId }) });
}

/** The order was paid: its coupons are used. */
export function captureCoupons(wallet: Wallet, orderId: string, atMs: number): Wallet {
  const couponIds = idsOf(wallet, 'locked', orderId);
  return { ...wallet, coupons: withStatus(wallet.coupons, couponIds, { state: 'used', orderId, atMs }) };
}

/** Free again, unless what brought it was undone meanwhile. */
function cameBack({ revokeOnReturn: reason, ...coupon }: Coupon, orderId: string): Coupon {
  const returned: Coupon = { ...coupon, status: { state: 'returned', fromOrderId: orderId } };
  return reason === undefined ? returned : revokedCoupon(returned, reason);
}

/** The order closed unpaid or was never placed: its coupons come back as they are, over if their end has passed. */
export function releaseCoupons(wallet: Wallet, orderId: string): Wallet {
  const coupons: { [couponId: string]: Coupon } = { ...wallet.coupons };
  for (const couponId of idsOf(wallet, 'locked', orderId)) {
    const coupon = coupons[couponId];
    if (coupon) coupons[couponId] = cameBack(coupon, orderId);
  }
  return { ...wallet, coupons };
}

/**
 * A paid order was undone: its coupon comes back, with 3 days from now if its validity ended meanwhile, once in its life.
 * `used` is the coupon as the order froze it: the wallet may have moved its own to the archive. Its reserve is what the
 * budget still holds for it.
 */
export function returnCoupon(
  wallet: Wallet,
  couponId: string,
  used: Coupon,
  given: { readonly orderId: string; readonly atMs: number },
): Wallet {
  const coupon = wallet.coupons[couponId] ?? asRemembered(wallet, couponId, used);
  const isOurs = coupon.status.state === 'used' || coupon.status.state === 'locked';
  if (!isOurs || coupon.status.orderId !== given.orderId) return wallet;
  const isOver = coupon.validUntilMs <= given.atMs && !coupon.lengthened && coupon.revokeOnReturn === undefined;
  const { reserve: _, ...bare } = coupon;
  const returned: Coupon = {
    ...cameBack(bare, given.orderId),
    ...(used.reserve ? { reserve: used.reserve } : {}),
    ...(isOver ? { validUntilMs: given.atMs + LENGTHENED_MS, lengthened: true as const } : {}),
  };
  return { ...wallet, coupons: { ...wallet.coupons, [couponId]: returned } };
}

/**
 * Coupons that an order brought are taken back with it. One that another order has stays as long as that order stands, paid
 * or not, used and archived or not, and is revoked when it comes back. Returns the same wallet when there is nothing to do.
 */
export const revokeCoupons = (wallet: Wallet, couponIds: readonly string[], reason: string, nowMs: number): Wallet =>
  couponIds.reduce((left, couponId) => revokeInWallet(left, couponId, reason, nowMs), wallet);
