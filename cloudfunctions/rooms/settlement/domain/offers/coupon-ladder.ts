import type { CouponTerms } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import type { Ladder, Terms } from './kind';

export type CouponTermsOf<Kind extends CouponTerms['kind']> = Extract<CouponTerms, { kind: Kind }>;

/** A coupon has one rung: its minimum spend, inclusive, tested on B of its own scope. */
export function couponLadder(minSpendFen: Fen, terms: Terms, baseFen: Fen): Ladder {
  const rung = { thresholdFen: minSpendFen, terms };
  return baseFen >= minSpendFen ? { reached: [rung], next: null } : { reached: [], next: rung };
}
