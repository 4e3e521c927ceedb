import { type Coupon, KEEP_USED_MS } from '../../kernel/coupon';
import { DAY_MS, MINUTE_MS } from '../../kernel/period';
import { isUnnoted, isWaiting } from '../../kernel/prizes';
import type { Prize, Wallet } from '../../kernel/wallet';

/** A mark this old has no operation that still runs: functions live 60 s at most (platform.md, Limits). */
export const STALE_AFTER_MS = 2 * MINUTE_MS;

/** A request key is good for 24 h, so the journal answers for as long. */
export const WALLET_HORIZON_MS = DAY_MS;

/** Usable: its end. Used: its move to the archive. Over or revoked: that move is due. In an order: the order's affair. */
function couponDueMs(coupon: Coupon): number[] {
  const { status, validUntilMs } = coupon;
  if (status.state === 'locked') return [];
  if (status.state === 'revoked') return [0];
  return [status.state === 'used' ? status.atMs + KEEP_USED_MS : validUntilMs];
}

/** Its end; and at once what the draw's books do not know yet. In an order: the order's affair. */
function prizeDueMs(prize: Prize): number[] {
  const due = isWaiting(prize) ? [prize.claimUntilMs] : [];
  return isUnnoted(prize) ? [...due, 0] : due;
}

/**
 * Next moment at which something in the wallet falls due for the sweeper: a hold to settle, a journal entry to prune, a
 * coupon, a points lot, a chance or a prize that ends. Null: nothing ever. Indexed as `sweepAt`, so nothing is scanned.
 */
export function sweepAtMs(wallet: Wallet): number | null {
  const moments: number[] = [];
  for (const hold of Object.values(wallet.holds)) moments.push(hold.at + STALE_AFTER_MS);
  for (const entry of Object.values(wallet.journal)) moments.push(entry.at + WALLET_HORIZON_MS);
  for (const lot of Object.values(wallet.lots)) moments.push(lot.expiresAtMs);
  for (const coupon of Object.values(wallet.coupons)) moments.push(...couponDueMs(coupon));
  for (const chance of Object.values(wallet.chances)) if (chance.state === 'open') moments.push(chance.expiresAtMs);
  for (const prize of Object.values(wallet.prizes)) moments.push(...prizeDueMs(prize));
  return moments.length === 0 ? null : Math.min(...moments);
}
