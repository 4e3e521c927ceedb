import { type Coupon, revokedCoupon } from '../../../kernel/coupon';
import type { Prize, Wallet } from '../../../kernel/wallet';

/** What the order room writes into the effect `draw.revoke` when the last unit of an order is given back. */
export type RevokeData = { readonly orderId: string };

/**
 * Chances of the order that were not used leave; prizes that they won are revoked where nobody has them yet: those to be
 * claimed, and coupons that were not used. A used coupon prize stays, and so do points (rules.md section 2); one that an order
 * has is revoked when it comes back from there.
 */
export function revokeOfOrder(wallet: Wallet, { orderId }: RevokeData): Wallet {
  const chances = Object.entries(wallet.chances).filter(
    ([, chance]) => chance.orderId !== orderId || chance.state === 'used',
  );
  const prizes: { [prizeId: string]: Prize } = { ...wallet.prizes };
  const coupons: { [couponId: string]: Coupon } = { ...wallet.coupons };
  for (const [prizeId, prize] of Object.entries(wallet.prizes)) {
    if (wallet.chances[prizeId]?.orderId !== orderId) continue;
    const coupon = prize.kind === 'coupon' && prize.givenId !== null ? coupons[prize.givenId] : undefined;
    const after = coupon && revokedCoupon(coupon, 'order-refunded');
    if (after && prize.givenId !== null) coupons[prize.givenId] = after;
    const isRevoked = after !== coupon && after?.status.state === 'revoked';
    if (prize.state === 'to-claim' || isRevoked) prizes[prizeId] = { ...prize, state: 'revoked' };
  }
  return { ...wallet, chances: Object.fromEntries(chances), prizes, coupons };
}
