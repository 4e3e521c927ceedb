import * as v from 'valibot';
import { changes, cursor, id, nothing, type Page, reads, text } from '../../contract';
import type { CouponView, ShownTerms, TemplateView } from './domain/view';

export type { CouponView, ShownTerms, TemplateView };

export const couponContract = {
  'coupon.centre': reads(nothing())<{ readonly templates: readonly TemplateView[]; readonly usableCoupons: number }>(),
  'coupon.claim': changes(v.strictObject({ templateId: id() }))<{ readonly coupon: CouponView }>(),
  /** Redeem code (口令券). */
  'coupon.redeem': changes(v.strictObject({ code: text(40) }))<{ readonly coupon: CouponView }>(),
  'coupon.mine': reads(v.strictObject({ tab: v.picklist(['usable', 'used', 'over']), cursor: cursor() }))<
    Page<CouponView>
  >(),
};
