import { MAX_COUPONS } from '../../../kernel/limits';
import { type Refusal, refuse } from '../../../kernel/result';
import { isNewResident, type Tier, type Wallet } from '../../../kernel/wallet';
import { type CouponChannel, type CouponTemplate, validUntilMs } from './template';

/** Per-resident limit of a template, in the wallet's counters (`<rule>_<id>`). */
export const claimCounter = (templateId: string): string => `coupon_${templateId}`;

const USABLE = new Set(['usable', 'returned', 'locked']);

/** Coupons that take a place in the wallet: those that may still be used, those in an open order included. */
export function usableCount(wallet: Wallet): number {
  return Object.values(wallet.coupons).filter(({ status }) => USABLE.has(status.state)).length;
}

const RANK: Readonly<Record<Tier, number>> = { normal: 0, silver: 1, gold: 2, diamond: 3 };

/** At the tier needed or above. */
export function isOfTier(template: CouponTemplate, wallet: Wallet): boolean {
  return template.tierNeeded === null || RANK[wallet.tier] >= RANK[template.tierNeeded];
}

/** New: no paid order yet. */
export function isOfResidents(template: CouponTemplate, wallet: Wallet): boolean {
  if (template.residents === 'all') return true;
  return (template.residents === 'new') === isNewResident(wallet);
}

/** [startsAtMs, endsAtMs), and a coupon that would be over at once is over. */
export function refusalByWindow(template: CouponTemplate, nowMs: number): Refusal | null {
  if (nowMs < template.startsAtMs) return refuse('COUPON_NOT_YET', { opensAtMs: template.startsAtMs });
  const isOver = nowMs >= template.endsAtMs || nowMs >= validUntilMs(template.validity, nowMs);
  return isOver ? refuse('COUPON_OVER', { endsAtMs: template.endsAtMs }) : null;
}

/** A channel that the template does not name learns nothing of it. */
export function refusalByChannel(template: CouponTemplate, channel: CouponChannel): Refusal | null {
  return template.channels.includes(channel) ? null : refuse('UNKNOWN_COUPON', { templateId: template._id });
}

/** What the wallet alone says against one more of this template; null: nothing. */
export function refusalByWallet(template: CouponTemplate, wallet: Wallet): Refusal | null {
  if (!isOfTier(template, wallet)) return refuse('TIER_TOO_LOW', { needed: template.tierNeeded });
  if (!isOfResidents(template, wallet)) return refuse('COUPON_NOT_FOR_YOU', { residents: template.residents });
  if ((wallet.counters[claimCounter(template._id)] ?? 0) >= template.perResident)
    return refuse('COUPON_LIMIT', { limit: template.perResident });
  return usableCount(wallet) >= MAX_COUPONS ? refuse('COUPON_WALLET_FULL', { limit: MAX_COUPONS }) : null;
}
