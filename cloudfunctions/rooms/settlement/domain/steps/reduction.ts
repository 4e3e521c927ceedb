import { type CouponTerms, DEFAULT_TAKES } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import type { Source } from '../choice/option';
import type { CouponInHand, QuoteInput } from '../input';
import type { Ladder, ReductionKind, ReductionLane } from '../offers/kind';
import type { PreparedReduction } from '../prepared';
import { couponKindOf } from '../registry';
import { bitsOf } from '../scopes';
import type { Basket } from './basket';
import { type Asked, type Closed, whyCouponClosed, whyOfferClosed } from './conditions';

/** An offer or coupon seen through its kind: where it stands and what it gives. */
export interface Reduction {
  readonly from: Source;
  readonly lane: ReductionLane;
  readonly groupKey: string;
  /** Number of its scope in the basket. */
  readonly scope: number;
  readonly takes: number;
  ladder(baseFen: Fen, dearestUnitFen: Fen): Ladder;
  /** Why its conditions do not hold; null: they do. */
  readonly closed: Closed | null;
}

export function reductionOfOffer(prepared: PreparedReduction, asked: Asked): Reduction {
  const { from, kind, groupKey, scope, takes, ladder, offer } = prepared;
  return { from, lane: kind.lane, groupKey, scope, takes, ladder, closed: whyOfferClosed(offer, asked) };
}

const TAKES_BY_DEFAULT = bitsOf(DEFAULT_TAKES);

export function reductionOfCoupon(coupon: CouponInHand, basket: Basket, input: QuoteInput): Reduction {
  const { terms } = coupon;
  const kind: ReductionKind<CouponTerms> = couponKindOf(terms.kind);
  return {
    from: { source: 'coupon', id: coupon.couponId, coupon },
    lane: kind.lane,
    groupKey: `${kind.lane}:${kind.group(terms)}`,
    scope: basket.numberOf(terms.scope),
    takes: terms.takes ? bitsOf(terms.takes) : TAKES_BY_DEFAULT,
    ladder: (baseFen, dearestUnitFen) => kind.ladder(terms, baseFen, dearestUnitFen),
    closed: whyCouponClosed(coupon, input),
  };
}
