import { MINUTE_MS } from '../../kernel/period';
import { operation, type Room } from '../../platform/room';
import { couponContract } from './contract';
import { centre } from './operations/centre';
import { claim } from './operations/claim';
import { freeReserves } from './operations/free-reserves';
import { mine } from './operations/mine';
import { redeem } from './operations/redeem';
import { settleClaim } from './operations/settle';
import { endCoupons } from './operations/upkeep';

export type { CouponView, TemplateView } from './contract';
export { captureCoupons, lockCoupons, releaseCoupons, returnCoupon, revokeCoupons } from './domain/hold';
export { couponOf, issueCoupon, issuePromised, type Promised } from './domain/issue';
export { isPaused } from './domain/pause';
export { type CouponChannel, type CouponTemplate, validUntilMs } from './domain/template';
export { centreTemplates, templateFor } from './operations/centre';
export { claimFor } from './operations/claim';
export { couponPromises } from './operations/promises';
export { publishCode, publishTemplate } from './operations/publish';
export { endedCouponsOf, reservesOf } from './operations/reckon';
export { shownTemplates, templateOf } from './operations/templates';
export { templatesOfCampaigns } from './store';

export const couponRoom: Room = {
  resident: {
    'coupon.centre': operation(couponContract['coupon.centre'], centre),
    'coupon.claim': operation(couponContract['coupon.claim'], claim),
    'coupon.redeem': operation(couponContract['coupon.redeem'], redeem),
    'coupon.mine': operation(couponContract['coupon.mine'], mine),
  },
  settlers: { cl: settleClaim },
  upkeep: endCoupons,
  jobs: { 'coupon.freeReserves': { everyMs: 10 * MINUTE_MS, run: freeReserves } },
};
