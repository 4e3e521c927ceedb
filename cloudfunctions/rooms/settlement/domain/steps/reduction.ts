import type { CouponTerms, LinePriceKind, Scope } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import type { Source } from '../choice/option';
import type { QuoteInput } from '../input';
import type { AnyParameters, Ladder, ReductionKind, ReductionLane } from '../offers/kind';
import { couponKindOf, offerKindOf } from '../registry';
import { type Closed, whyCouponClosed, whyOfferClosed } from './conditions';

/** An offer or coupon seen through its kind: where it stands and what it gives. */
export interface Reduction {
  readonly lane: ReductionLane;
  readonly group: string;
  readonly scoped: { readonly scope: Scope; readonly takes?: readonly LinePriceKind[] };
  readonly ladder: (baseFen: Fen, dearestUnitFen: Fen) => Ladder;
  /** Why its conditions do not hold; null: they do. */
  readonly closed: Closed | null;
}

/** Null for offers that take nothing off a sum (line prices). */
export function reductionOf(from: Source, input: QuoteInput): Reduction | null {
  if (from.source === 'coupon') {
    const { terms } = from.coupon;
    const closed = whyCouponClosed(from.coupon, input);
    return seen<CouponTerms>(couponKindOf(terms.kind), terms, terms, closed);
  }
  const { offer } = from;
  const kind = offerKindOf(offer.kind);
  if (!('ladder' in kind)) return null;
  return seen<AnyParameters>(kind, offer.parameters, offer, whyOfferClosed(offer, input));
}

function seen<P>(kind: ReductionKind<P>, parameters: P, scoped: Reduction['scoped'], closed: Closed | null): Reduction {
  const ladder = (baseFen: Fen, dearestUnitFen: Fen) => kind.ladder(parameters, baseFen, dearestUnitFen);
  return { lane: kind.lane, group: kind.group(parameters), scoped, ladder, closed };
}
