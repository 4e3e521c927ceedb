import type { CouponTerms, Funding } from '../../../kernel/coupon';
import type { Fen } from '../../../kernel/fen';
import { floorOfRate, type RateBps } from '../../../kernel/rate';
import type { FundingShares } from './funding';
import type { CouponInHand, Offer } from './input';
import type { OfferLane, ReductionLane } from './offers/kind';
import { byId } from './order';
import type { AdjustmentKind, Step } from './quote';

/** A merchant's part of what an offer or coupon takes off. */
interface Bearer {
  readonly merchantId: string;
  readonly shareBps: RateBps;
}

/** What adjustments and reasons say of an offer or coupon, whatever it takes off: made once, not for each of them. */
interface Named {
  readonly id: string;
  readonly kind: AdjustmentKind;
  readonly title: string | null;
  readonly campaignId: string | null;
  /** Step of all its adjustments. */
  readonly step: Step;
  /** `<step>:<id>`. */
  readonly adjustmentId: string;
  /** In ascending merchant id; who is not among them bears nothing. */
  readonly bearers: readonly Bearer[];
}

export interface OfferSource extends Named {
  readonly source: 'offer';
  readonly offer: Offer;
  readonly coupon: null;
}

export interface CouponSource extends Named {
  readonly source: 'coupon';
  readonly offer: null;
  readonly coupon: CouponInHand;
}

/** An offer or a coupon: whatever takes something off. */
export type Source = OfferSource | CouponSource;

/** Gifts take nothing off; add-ons only where they make express delivery free. */
const STEPS: Readonly<Record<OfferLane | ReductionLane, Step>> = {
  'line-price': 'line-price',
  bundle: 'line-price',
  nth: 'nth-item',
  gift: 'nth-item',
  'spend-tier': 'spend-tier',
  'first-order': 'first-order',
  coupon: 'coupon',
  'add-on': 'freight',
  rush: 'freight',
  'freight-base': 'freight',
  'freight-coupon': 'freight',
};

const COUPON_KINDS: Readonly<Record<CouponTerms['kind'], AdjustmentKind>> = {
  fixed: 'coupon-fixed',
  percentage: 'coupon-percentage',
  freight: 'coupon-freight',
  exchange: 'coupon-exchange',
};

export function sourceOfOffer(offer: Offer, lane: OfferLane): OfferSource {
  const { offerId: id, kind, title, campaignId } = offer;
  const step = STEPS[lane];
  const bearers = bearersOf(offer.funding);
  return {
    source: 'offer',
    id,
    kind,
    title,
    campaignId,
    step,
    adjustmentId: `${step}:${id}`,
    bearers,
    offer,
    coupon: null,
  };
}

export function sourceOfCoupon(coupon: CouponInHand, lane: ReductionLane): CouponSource {
  const { couponId: id, title, campaignId } = coupon;
  const kind = COUPON_KINDS[coupon.terms.kind];
  const step = STEPS[lane];
  const bearers = bearersOf(coupon.terms.funding);
  return {
    source: 'coupon',
    id,
    kind,
    title,
    campaignId,
    step,
    adjustmentId: `${step}:${id}`,
    bearers,
    offer: null,
    coupon,
  };
}

const NOBODY: readonly Bearer[] = [];

function bearersOf(funding: Funding | undefined): readonly Bearer[] {
  if (!funding) return NOBODY;
  const merchantIds = Object.keys(funding).sort(byId);
  return merchantIds.map((merchantId) => ({ merchantId, shareBps: funding[merchantId] ?? 0 }));
}

/** Of one amount a merchant bears floor(amount × bps / 10,000), the shop the rest. */
export function borneBy(fen: Fen, { bearers }: Source): FundingShares {
  const merchantsFen: Record<string, Fen> = {};
  let shopFen = fen;
  for (const { merchantId, shareBps } of bearers) {
    const ownFen = floorOfRate(fen, shareBps);
    merchantsFen[merchantId] = ownFen;
    shopFen -= ownFen;
  }
  return { shopFen, merchantsFen };
}
