import * as v from 'valibot';
import { changes, cursor, id, nothing, type Page, reads, text } from '../../contract';
import type { Coupon, CouponTerms } from '../../kernel/coupon';

export interface CouponView extends Omit<Coupon, 'status'> {
  readonly couponId: string;
  readonly state: 'usable' | 'returned' | 'locked' | 'used' | 'expired' | 'revoked';
  readonly orderId: string | null;
  /** Usable and within 3 days of its end. */
  readonly expiring: boolean;
}

export interface TemplateView {
  readonly templateId: string;
  readonly campaignId: string | null;
  readonly title: string;
  readonly terms: CouponTerms;
  /** How long a claimed one lives: until a moment, or days from claim. */
  readonly validity: { readonly untilMs: number } | { readonly days: number };
  readonly left: number;
  readonly total: number;
  readonly state: 'to-claim' | 'claimed' | 'gone' | 'tier-locked' | 'not-started' | 'not-for-you';
  readonly tierNeeded: string | null;
  readonly perResident: number;
  readonly claimedByMe: number;
  readonly endsAtMs: number;
}

export const couponContract = {
  'coupon.centre': reads(nothing())<{ readonly templates: readonly TemplateView[]; readonly usableCoupons: number }>(),
  'coupon.claim': changes(v.strictObject({ templateId: id() }))<{ readonly coupon: CouponView }>(),
  /** Redeem code (口令券). */
  'coupon.redeem': changes(v.strictObject({ code: text(40) }))<{ readonly coupon: CouponView }>(),
  'coupon.mine': reads(v.strictObject({ tab: v.picklist(['usable', 'used', 'over']), cursor: cursor() }))<Page<CouponView>>(),
};
