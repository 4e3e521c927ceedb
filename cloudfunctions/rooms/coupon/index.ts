import { MINUTE_MS } from '../../kernel/period';
import { walletEffect } from '../../platform/effects';
import { operation, type Room } from '../../platform/room';
import { couponContract } from './contract';
import { revokeCoupons } from './domain/hold';
import { issuePromised, type PromisedData } from './domain/issue';
import { centre } from './operations/centre';
import { claim } from './operations/claim';
import { freeReserves } from './operations/free-reserves';
import { mine } from './operations/mine';
import { redeem } from './operations/redeem';
import { settleClaim } from './operations/settle';
import { endCoupons } from './operations/upkeep';

export type { CouponView, TemplateView } from './contract';
export { captureCoupons, lockCoupons, releaseCoupons, returnCoupon } from './domain/hold';
export { couponOf, issueCoupon } from './domain/issue';
export { isPaused } from './domain/pause';
export { type CouponTemplate, validUntilMs } from './domain/template';
export { centreTemplates, templateFor } from './operations/centre';
export { claimFor } from './operations/claim';
export { couponPromises } from './operations/promises';
export { publishCode, publishTemplate } from './operations/publish';
export { endedCouponsOf, reservesOf } from './operations/reckon';
export { shownTemplates, templateOf } from './operations/templates';

export const couponRoom: Room = {
  resident: {
    'coupon.centre': operation(couponContract['coupon.centre'], centre),
    'coupon.claim': operation(couponContract['coupon.claim'], claim),
    'coupon.redeem': operation(couponContract['coupon.redeem'], redeem),
    'coupon.mine': operation(couponContract['coupon.mine'], mine),
  },
  effects: {
    'coupon.issue': walletEffect<PromisedData>((wallet, data, { op }) => ({
      wallet: issuePromised(wallet, op, data),
      kind: 'coupon-issued',
    })),
    'coupon.revoke': walletEffect<{ readonly couponIds: readonly string[] }>((wallet, { couponIds }, { nowMs }) => ({
      wallet: revokeCoupons(wallet, couponIds, 'order-refunded', nowMs),
      kind: 'coupon-revoked',
    })),
  },
  settlers: { cl: settleClaim },
  upkeep: endCoupons,
  jobs: { 'coupon.freeReserves': { everyMs: 10 * MINUTE_MS, run: freeReserves } },
};
