import type { CouponTerms, LinePriceKind, Scope } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import type { EpochMs } from '../../../../kernel/period';
import type { Option, Source } from '../choice/option';
import type { QuoteInput } from '../input';
import type { AnyParameters, Ladder, ReductionKind, ReductionLane, Rung } from '../offers/kind';
import { byId } from '../order';
import type { AdjustmentKind, Reason } from '../quote';
import { couponKindOf, offerKindOf } from '../registry';
import { type Closed, whyCouponClosed, whyOfferClosed } from './conditions';
import { baseOf, linesOf, listBaseOf } from './scope';
import type { WorkingLine } from './working-line';

/** Steps by lane, in the numbers of rules.md section 1. */
const STEP: Readonly<Record<ReductionLane, number>> = {
  'spend-tier': 3,
  'first-order': 4,
  coupon: 5,
  'freight-base': 8,
  'freight-coupon': 8,
};

export interface Missed {
  readonly from: Source;
  readonly reason: Reason;
  readonly gapFen: Fen | null;
  readonly opensAtMs: EpochMs | null;
}

/** A threshold that is not reached yet, and the sum that counts for it. */
export interface Ahead {
  readonly from: Source;
  readonly groupKey: string;
  readonly lane: ReductionLane;
  readonly rung: Rung;
  readonly gapFen: Fen;
}

/** What may be taken off, what may not and why, and what is ahead. */
export interface Candidates {
  readonly goods: readonly Option[];
  readonly freightBase: readonly Option[];
  readonly freightCoupon: readonly Option[];
  readonly missed: readonly Missed[];
  readonly ahead: readonly Ahead[];
}

interface Judged {
  readonly lane: ReductionLane;
  readonly options: readonly Option[];
  readonly missed: readonly Missed[];
  readonly ahead: readonly Ahead[];
}

/** Looks at every offer and coupon that takes something off a sum: conditions, scope, threshold. */
export function candidatesOf(input: QuoteInput, lines: readonly WorkingLine[]): Candidates {
  const judged = sourcesOf(input).flatMap((from) => judge(from, input, lines) ?? []);
  const inLanes = (...lanes: ReductionLane[]) =>
    judged.filter(({ lane }) => lanes.includes(lane)).flatMap(({ options }) => options);
  return {
    goods: inLanes('spend-tier', 'first-order', 'coupon'),
    freightBase: inLanes('freight-base'),
    freightCoupon: inLanes('freight-coupon'),
    missed: judged.flatMap(({ missed }) => missed),
    ahead: judged.flatMap(({ ahead }) => ahead),
  };
}

function sourcesOf({ offers, coupons }: QuoteInput): Source[] {
  return [
    ...offers.map((offer): Source => ({ source: 'offer', id: offer.offerId, offer })),
    ...coupons.map((coupon): Source => ({ source: 'coupon', id: coupon.couponId, coupon })),
  ].sort((a, b) => byId(a.source, b.source) || byId(a.id, b.id));
}

interface Reduction {
  readonly lane: ReductionLane;
  readonly group: string;
  readonly scoped: { readonly scope: Scope; readonly takes?: readonly LinePriceKind[] };
  ladder(baseFen: Fen): Ladder;
  closed(): Closed | null;
}

function judge(from: Source, input: QuoteInput, lines: readonly WorkingLine[]): Judged | null {
  const reduction = reductionOf(from, input);
  if (!reduction) return null;
  const { lane, scoped } = reduction;
  const groupKey = `${lane}:${reduction.group}`;
  const out = (missed: Missed[], options: Option[] = [], ahead: Ahead[] = []) => ({ lane, missed, options, ahead });
  const closed = reduction.closed();
  if (closed) return out([{ from, ...closed, gapFen: null }]);
  const inScope = linesOf(scoped, lines);
  const isFreight = STEP[lane] === STEP['freight-base'];
  if (inScope.length === 0 && !isFreight) return out([missedFor(from, 'SCOPE_EMPTY', null)]);
  const baseFen = baseOf(inScope, lines);
  const { reached, next } = reduction.ladder(baseFen);
  const options = reached.map((rung) => ({ from, step: STEP[lane], groupKey, rung, lines: inScope, baseFen }));
  if (!next) return out([], options);
  if (inScope.length === 0) return out([missedFor(from, 'SCOPE_EMPTY', null)], options);
  const gapFen = next.thresholdFen - baseFen;
  const byLinePrice = listBaseOf(scoped.scope, lines) >= next.thresholdFen;
  const missed = byLinePrice
    ? [missedFor(from, 'MISSED_BY_LINE_PRICE', gapFen)]
    : options.length === 0
      ? [missedFor(from, 'BELOW_MINIMUM', gapFen)]
      : [];
  return out(missed, options, [{ from, groupKey, lane, rung: next, gapFen }]);
}

/** Null for offers of other lanes. */
function reductionOf(from: Source, input: QuoteInput): Reduction | null {
  if (from.source === 'coupon') {
    const { terms } = from.coupon;
    const kind = couponKindOf(terms.kind);
    return {
      ...partsOf<CouponTerms>(kind, terms),
      scoped: terms,
      closed: () => whyCouponClosed(from.coupon, input),
    };
  }
  const { offer } = from;
  const kind = offerKindOf(offer.kind);
  if (kind.lane === 'line-price') return null;
  return {
    ...partsOf<AnyParameters>(kind, offer.parameters),
    scoped: offer,
    closed: () => whyOfferClosed(offer, input),
  };
}

function partsOf<P>(kind: ReductionKind<P>, parameters: P): Pick<Reduction, 'lane' | 'group' | 'ladder'> {
  return {
    lane: kind.lane,
    group: kind.group(parameters),
    ladder: (baseFen) => kind.ladder(parameters, baseFen),
  };
}

function missedFor(from: Source, reason: Reason, gapFen: Fen | null): Missed {
  return { from, reason, gapFen, opensAtMs: null };
}

/** The kind by which a source is worded. */
export function adjustmentKindOf(from: Source): AdjustmentKind {
  return from.source === 'coupon' ? `coupon-${from.coupon.terms.kind}` : from.offer.kind;
}

export function titleOf(from: Source): string | null {
  return from.source === 'coupon' ? from.coupon.title : from.offer.title;
}
