import type { CouponTerms } from '../../../../kernel/coupon';
import type { CartLine, CouponInHand, OfferOf, QuoteInput } from '../input';
import type { OfferKind, OfferParameters } from '../registry';

/** 2026-05-20 10:30 in Shanghai, a Wednesday. */
export const NOW_MS = Date.parse('2026-05-20T10:30:00+08:00');
const DAY_MS = 86_400_000;

/** A line of one unit for ¥10 in category `food`. */
export function aLine(skuId: string, over: Partial<CartLine> = {}): CartLine {
  return { skuId, categoryId: 'food', listUnitFen: 1000, quantity: 1, selected: true, ...over };
}

/** An offer on everything, open now. */
export function anOffer<K extends OfferKind>(
  kind: K,
  offerId: string,
  parameters: OfferParameters<K>,
  over: Partial<OfferOf<K>> = {},
): OfferOf<K> {
  return {
    offerId,
    kind,
    campaignId: 'cp_1',
    title: null,
    scope: { all: true },
    startsAtMs: NOW_MS - DAY_MS,
    endsAtMs: NOW_MS + DAY_MS,
    parameters,
    ...over,
  };
}

type TermsOver<K extends CouponTerms['kind']> = Omit<
  Extract<CouponTerms, { kind: K }>,
  'kind' | 'scope' | 'minSpendFen' | 'group'
> &
  Partial<Extract<CouponTerms, { kind: K }>>;

/** A coupon on everything from 0 on, in group `a`, valid now. Its template is its id without a trailing `#n`. */
export function aCoupon<K extends CouponTerms['kind']>(
  kind: K,
  couponId: string,
  terms: TermsOver<K>,
  over: Partial<CouponInHand> = {},
): CouponInHand {
  const full = { kind, scope: { all: true }, minSpendFen: 0, ...(kind === 'freight' ? {} : { group: 'a' }), ...terms };
  return {
    couponId,
    templateId: couponId.replace(/#.*$/, ''),
    campaignId: 'cp_1',
    title: couponId,
    terms: full as CouponTerms,
    validFromMs: NOW_MS - DAY_MS,
    validUntilMs: NOW_MS + DAY_MS,
    ...over,
  };
}

/** A normal resident without points, offers or coupons; ¥5 freight. */
export function anInput(over: Partial<QuoteInput> = {}): QuoteInput {
  return {
    nowMs: NOW_MS,
    resident: {
      tier: 'normal',
      pointsRateBps: 10_000,
      freightRateBps: 10_000,
      isNew: true,
      estateId: 'es_1',
      firstOrderRight: true,
      spendablePoints: 0,
    },
    lines: [],
    delivery: { kind: 'standard', baseFreightFen: 500, rushFeeFen: 0 },
    offers: [],
    coupons: [],
    couponChoice: 'best',
    pointsWish: 0,
    pointsRule: { unitPoints: 100, unitFen: 100, shareBps: 5000 },
    chancesOnReceipt: 1,
    ...over,
  };
}
