import type { Fen } from '../../../../kernel/fen';
import type { EpochMs } from '../../../../kernel/period';
import type { Option, Source } from '../choice/option';
import type { QuoteInput } from '../input';
import type { ReductionLane, Rung } from '../offers/kind';
import { byId } from '../order';
import type { PreparedOffers } from '../prepared';
import type { AdjustmentKind, Reason } from '../quote';
import type { Basket } from './basket';
import type { LineSets } from './line-sets';
import { type Reduction, reductionOfCoupon, reductionOfOffer } from './reduction';

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
  /** Absent: not a matter of units. */
  readonly gapUnits?: number;
  /** What took its place; absent: nothing, or its group says it. */
  readonly insteadId?: string;
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

interface Found {
  readonly goods: Option[];
  readonly freightBase: Option[];
  readonly freightCoupon: Option[];
  readonly missed: Missed[];
  readonly ahead: Ahead[];
}

/** What offers and coupons are measured on. */
export interface Measured {
  readonly prepared: PreparedOffers;
  readonly basket: Basket;
  readonly sets: LineSets;
}

/** Looks at every offer and coupon that takes something off a sum: conditions, scope, threshold. */
export function candidatesOf(input: QuoteInput, { prepared, basket, sets }: Measured): Candidates {
  const found: Found = { goods: [], freightBase: [], freightCoupon: [], missed: [], ahead: [] };
  for (const offer of prepared.reductions) judge(reductionOfOffer(offer, input), true, sets, found);
  const chosen = input.couponChoice === 'best' ? null : new Set(input.couponChoice.ids);
  const coupons = [...input.coupons].sort((a, b) => byId(a.couponId, b.couponId));
  for (const coupon of coupons) {
    const isChosen = chosen === null || chosen.has(coupon.couponId);
    judge(reductionOfCoupon(coupon, basket, input), isChosen, sets, found);
  }
  return found;
}

/** Scope and threshold: what is reached, what is missed and by how much. */
function judge(reduction: Reduction, isChosen: boolean, sets: LineSets, found: Found): void {
  const { from, lane, groupKey, closed } = reduction;
  if (closed) {
    found.missed.push({ from, ...closed, gapFen: null });
    return;
  }
  const set = sets.setOf(reduction.scope, reduction.takes);
  const isEmpty = set.lines.length === 0;
  // What is taken off freight needs no goods in its scope where it has no threshold.
  if (isEmpty && STEP[lane] !== STEP['freight-base']) {
    found.missed.push(missedFor(from, 'SCOPE_EMPTY', null));
    return;
  }
  const { baseFen, lines } = set;
  const { reached, next } = reduction.ladder(baseFen, set.dearestUnitFen);
  if (isChosen) {
    const options = optionsIn(lane, found);
    for (const rung of reached) options.push({ from, step: STEP[lane], groupKey, rung, set, lines, baseFen });
  }
  if (next && isEmpty) found.missed.push(missedFor(from, 'SCOPE_EMPTY', null));
  else if (next) miss(reduction, next, next.thresholdFen - baseFen, reached.length > 0, isChosen, sets, found);
  // A coupon that the resident did not choose: said only where it could have been used.
  if (!isChosen && reached.length > 0) found.missed.push(missedFor(from, 'NOT_CHOSEN', null));
}

function miss(
  { from, lane, groupKey, scope }: Reduction,
  next: Rung,
  gapFen: Fen,
  hasLowerRung: boolean,
  isChosen: boolean,
  sets: LineSets,
  found: Found,
): void {
  const reason = reasonMissed(next, sets.listBaseFen(scope), hasLowerRung);
  if (reason) found.missed.push(missedFor(from, reason, gapFen));
  if (isChosen) found.ahead.push({ from, groupKey, lane, rung: next, gapFen });
}

function optionsIn(lane: ReductionLane, found: Found): Option[] {
  if (lane === 'freight-base') return found.freightBase;
  return lane === 'freight-coupon' ? found.freightCoupon : found.goods;
}

function reasonMissed(next: Rung, listBaseFen: Fen, hasLowerRung: boolean): Reason | null {
  if (listBaseFen >= next.thresholdFen) return 'MISSED_BY_LINE_PRICE';
  return hasLowerRung ? null : 'BELOW_MINIMUM';
}

export function missedFor(from: Source, reason: Reason, gapFen: Fen | null): Missed {
  return { from, reason, gapFen, opensAtMs: null };
}

/** The kind by which a source is worded. */
export function adjustmentKindOf(from: Source): AdjustmentKind {
  return from.source === 'coupon' ? `coupon-${from.coupon.terms.kind}` : from.offer.kind;
}

export function titleOf(from: Source): string | null {
  return from.source === 'coupon' ? from.coupon.title : from.offer.title;
}
