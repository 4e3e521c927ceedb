import type { Fen } from '../../../../kernel/fen';
import type { EpochMs } from '../../../../kernel/period';
import type { Option, Source } from '../choice/option';
import type { QuoteInput } from '../input';
import type { ReductionLane, Rung } from '../offers/kind';
import { byId } from '../order';
import type { AdjustmentKind, Reason } from '../quote';
import { type Reduction, reductionOf } from './reduction';
import { baseOf, dearestUnitOf, linesOf, listBaseOf } from './scope';
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

function judge(from: Source, input: QuoteInput, lines: readonly WorkingLine[]): Judged | null {
  const reduction = reductionOf(from, input);
  if (!reduction) return null;
  const { lane, closed } = reduction;
  if (closed) return { lane, options: [], missed: [{ from, ...closed, gapFen: null }], ahead: [] };
  const judged = measure(from, reduction, lines);
  return isChosen(from, input) ? judged : leftOut(from, judged);
}

/** Scope and threshold: what is reached, what is missed and by how much. */
function measure(from: Source, { lane, group, scoped, ladder }: Reduction, lines: readonly WorkingLine[]): Judged {
  const inScope = linesOf(scoped, lines);
  const isEmpty = inScope.length === 0;
  const empty = [missedFor(from, 'SCOPE_EMPTY', null)];
  // What is taken off freight needs no goods in its scope where it has no threshold.
  if (isEmpty && STEP[lane] !== STEP['freight-base']) return { lane, options: [], missed: empty, ahead: [] };
  const groupKey = `${lane}:${group}`;
  const baseFen = baseOf(inScope, lines);
  const { reached, next } = ladder(baseFen, dearestUnitOf(inScope, lines));
  const options = reached.map((rung) => ({ from, step: STEP[lane], groupKey, rung, lines: inScope, baseFen }));
  if (!next) return { lane, options, missed: [], ahead: [] };
  if (isEmpty) return { lane, options, missed: empty, ahead: [] };
  const gapFen = next.thresholdFen - baseFen;
  const reason = reasonMissed(next, listBaseOf(scoped.scope, lines), options.length > 0);
  const missed = reason ? [missedFor(from, reason, gapFen)] : [];
  return { lane, options, missed, ahead: [{ from, groupKey, lane, rung: next, gapFen }] };
}

function reasonMissed(next: Rung, listBaseFen: Fen, hasLowerRung: boolean): Reason | null {
  if (listBaseFen >= next.thresholdFen) return 'MISSED_BY_LINE_PRICE';
  return hasLowerRung ? null : 'BELOW_MINIMUM';
}

function isChosen(from: Source, { couponChoice }: QuoteInput): boolean {
  return from.source === 'offer' || couponChoice === 'best' || couponChoice.ids.includes(from.id);
}

/** A coupon that the resident did not choose: said only where it could have been used. */
function leftOut(from: Source, { lane, options, missed }: Judged): Judged {
  const notChosen = options.length > 0 ? [missedFor(from, 'NOT_CHOSEN', null)] : [];
  return { lane, options: [], missed: [...missed, ...notChosen], ahead: [] };
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
