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
