import type { Quantities } from '../../../kernel/cell';
import { isWaiting } from '../../../kernel/prizes';
import { revokeInWallet } from '../../../kernel/revoked-coupons';
import type { Prize, Wallet } from '../../../kernel/wallet';

/** The order whose last unit was given back. */
export type RevokeData = { readonly orderId: string };

export interface Revoked {
  readonly wallet: Wallet;
  /** Units that the prizes' cells have again, by cell. A limit of the day stays used up: it was that day's. */
  readonly returns: { readonly [cellId: string]: Quantities };
}

/**
 * Chances of the order that were not used leave; prizes that they won are revoked where nobody has them yet: those to be
 * claimed, and coupons that were not used; their units can be won again. A used coupon prize stays, and so do points
 * (rules.md section 2). A coupon that an order has is revoked when it comes back from there, and its unit is spent; a good
 * that an order has is revoked when it comes back, and then its unit can be won again.
 */
export function revokeOfOrder(wallet: Wallet, { orderId }: RevokeData, nowMs: number): Revoked {
  const chances = Object.entries(wallet.chances).filter(
    ([, chance]) => chance.orderId !== orderId || chance.state === 'used',
  );
  const prizes: { [prizeId: string]: Prize } = { ...wallet.prizes };
  const units: { [cellId: string]: number } = {};
  let changed = wallet;
  for (const [prizeId, prize] of Object.entries(wallet.prizes)) {
    const chance = wallet.chances[prizeId];
    if (chance?.orderId !== orderId) continue;
    const couponId = prize.kind === 'coupon' ? prize.givenId : null;
    const before = changed;
    if (couponId !== null) changed = revokeInWallet(changed, couponId, 'order-refunded', nowMs);
    const isRevoked = changed !== before && couponId !== null && changed.coupons[couponId]?.status.state === 'revoked';
    if (prize.state === 'in-order') prizes[prizeId] = { ...prize, undone: true };
    if (!isWaiting(prize) && !isRevoked) continue;
    prizes[prizeId] = { ...prize, state: 'revoked', endedAtMs: nowMs };
    const cellId = chance.state === 'used' ? chance.spin.cell : null;
    if (cellId !== null) units[cellId] = (units[cellId] ?? 0) + 1;
  }
  return {
    wallet: { ...changed, chances: Object.fromEntries(chances), prizes },
    returns: Object.fromEntries(Object.entries(units).map(([cellId, n]) => [cellId, { n }])),
  };
}
