import type { CouponTemplate } from '../../cloudfunctions/rooms/coupon';
import type { Offer, OfferParameters } from '../../cloudfunctions/rooms/settlement';
import { CAMPAIGN } from './shop';
import { START_MS } from './world';

const DAY_MS = 86_400_000;
const common = {
  ...{ campaignId: CAMPAIGN, title: null, scope: { all: true } },
  ...{ startsAtMs: START_MS - DAY_MS, endsAtMs: START_MS + 30 * DAY_MS },
} as const;

/** Two boxes of eggs bring a milk worth ¥12.50; where there is none, a rice worth ¥39.90. */
export const eggGift = (more: Partial<Offer> = {}): Offer =>
  ({
    ...{ ...common, offerId: 'egg_gift', kind: 'gift', scope: { skuIds: ['eggs'] } },
    parameters: {
      per: { form: 'each', units: 2 },
      gift: {
        ...{ giftSkuId: 'milk', quantity: 1, valueUnitFen: 1_250 },
        substitute: { giftSkuId: 'rice', valueUnitFen: 3_990 },
      },
    },
    ...more,
  }) as Offer;

/** From ¥30 on. */
export const addOn = (
  offerId: string,
  benefit: OfferParameters<'spend-add-on'>['benefit'],
  more: Partial<Offer> = {},
): Offer =>
  ({ ...common, offerId, kind: 'spend-add-on', parameters: { thresholdFen: 3_000, benefit }, ...more }) as Offer;

/** ¥5 off, 14 days from its issue; only add-ons bring it. */
export const nextFive = (over: Partial<CouponTemplate> = {}): CouponTemplate => ({
  ...{ _id: 'next5', campaignId: null, title: '下一单减 5 元', validity: { days: 14 }, total: 1, perResident: 1 },
  terms: { kind: 'fixed', scope: { all: true }, minSpendFen: 0, offFen: 500, group: 'a' },
  ...{ startsAtMs: START_MS - DAY_MS, endsAtMs: START_MS + 30 * DAY_MS, cellCount: 1, channels: ['add-on'] },
  ...{ tierNeeded: null, residents: 'all', onShow: false, budgetKeys: [] },
  ...over,
});
