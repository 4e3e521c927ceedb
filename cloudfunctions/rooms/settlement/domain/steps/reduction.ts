import { type CouponTerms, DEFAULT_TAKES } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import type { CouponInHand } from '../input';
import type { Ladder, ReductionKind, ReductionLane } from '../offers/kind';
import { couponKindOf } from '../registry';
import { bitsOf } from '../scopes';
import { type Source, sourceOfCoupon } from '../source';
import type { Basket } from './basket';

/** An offer or coupon seen through its kind: where it stands and what it gives. */
export interface Reduction {
  readonly from: Source;
  readonly lane: ReductionLane;
  readonly groupKey: string;
  /** Number of its scope in the basket. */
  readonly scope: number;
  readonly takes: number;
  readonly ladder: (baseFen: Fen, dearestUnitFen: Fen) => Ladder;
}

const TAKES_BY_DEFAULT = bitsOf(DEFAULT_TAKES);

export function reductionOfCoupon(coupon: CouponInHand, basket: Basket): Reduction {
  const { terms } = coupon;
  const kind: ReductionKind<CouponTerms> = couponKindOf(terms.kind);
  return {
    from: sourceOfCoupon(coupon, kind.lane),
    lane: kind.lane,
    groupKey: `${kind.lane}:${kind.group(terms)}`,
    scope: basket.numberOf(terms.scope),
    takes: terms.takes ? bitsOf(terms.takes) : TAKES_BY_DEFAULT,
    ladder: (baseFen, dearestUnitFen) => kind.ladder(terms, baseFen, dearestUnitFen),
  };
}
