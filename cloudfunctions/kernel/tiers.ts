import type { RateBps } from './rate';
import type { Tier } from './wallet';

/** Ascending. */
export const TIERS: readonly Tier[] = ['normal', 'silver', 'gold', 'diamond'];

export interface TierBenefits {
  /** Reached by spend or by received orders of the last 365 days, whichever comes first. */
  readonly fromSpendFen: number;
  readonly fromOrders: number;
  /** Multiplies points earned. */
  readonly pointsRateBps: RateBps;
  /** What is left to pay of freight and rush fee. */
  readonly freightRateBps: RateBps;
}

/** Defaults of rules.md section 7. */
export const TIER_BENEFITS: Readonly<Record<Tier, TierBenefits>> = {
  normal: { fromSpendFen: 0, fromOrders: 0, pointsRateBps: 10_000, freightRateBps: 10_000 },
  silver: { fromSpendFen: 50_000, fromOrders: 5, pointsRateBps: 11_000, freightRateBps: 10_000 },
  gold: { fromSpendFen: 200_000, fromOrders: 20, pointsRateBps: 12_000, freightRateBps: 8_000 },
  diamond: { fromSpendFen: 500_000, fromOrders: 50, pointsRateBps: 15_000, freightRateBps: 8_000 },
};
