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

/** The draw of the chance that ends first: it may outlive the campaign that gave it. Null: no chance is open. */
export function drawOfChances({ chances }: Wallet, nowMs: number): string | null {
  const open = Object.values(chances).flatMap((chance) =>
    chance.state === 'open' && nowMs < chance.expiresAtMs ? [chance] : [],
  );
  return open.sort((a, b) => a.expiresAtMs - b.expiresAtMs)[0]?.drawId ?? null;
}

export function unclaimedPrizes({ prizes }: Wallet, nowMs: number): number {
  return Object.values(prizes).filter(({ state, claimUntilMs }) => state === 'to-claim' && nowMs < claimUntilMs).length;
}
