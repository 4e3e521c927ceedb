import type { Wallet } from '../../../kernel/wallet';

/** Counts of the wallet that "me" and the tab bar show. */

export function usableCoupons({ coupons }: Wallet, nowMs: number): number {
  return Object.values(coupons).filter(
    ({ status, validUntilMs }) => (status.state === 'usable' || status.state === 'returned') && nowMs < validUntilMs,
  ).length;
}

export function openChances({ chances }: Wallet, nowMs: number): number {
  return Object.values(chances).filter((chance) => chance.state === 'open' && nowMs < chance.expiresAtMs).length;
}

export function unclaimedPrizes({ prizes }: Wallet, nowMs: number): number {
  return Object.values(prizes).filter(({ state, claimUntilMs }) => state === 'to-claim' && nowMs < claimUntilMs).length;
}

/** The first-order right is held from placing and used by payment: while it is not used, the resident is new. */
export function hasNeverOrdered({ firstOrder, spend }: Wallet): boolean {
  return firstOrder.state !== 'used' && Object.keys(spend).length === 0;
}
