import type { Fen } from '../../../../kernel/fen';
import type { Option } from '../choice/option';
import type { ReductionLane, Rung } from '../offers/kind';
import { byId, sorted } from '../order';
import type { Reason } from '../quote';
import type { Source } from '../source';
import { type Closed, whyCouponClosed } from './conditions';
import type { Measured } from './measured';
import { missedAs, missedByFen, missedFor } from './missed';
import { type Reduction, reductionOfCoupon } from './reduction';

/** Steps by lane, in the numbers of rules.md section 1. */
const STEP: Readonly<Record<ReductionLane, number>> = {
  'spend-tier': 3,
  'first-order': 4,
  coupon: 5,
  'freight-base': 8,
  'freight-coupon': 8,
};

/** A threshold that is not reached yet, and the sum that counts for it. */
export interface Ahead {
  readonly from: Source;
  readonly groupKey: string;
  readonly lane: ReductionLane;
  readonly rung: Rung;
  readonly gapFen: Fen;
}

/** What may be taken off, and what is ahead. */
export interface Candidates {
  readonly goods: readonly Option[];
  readonly freightBase: readonly Option[];
  readonly freightCoupon: readonly Option[];
  readonly ahead: readonly Ahead[];
}

interface Found {
  readonly goods: Option[];
  readonly freightBase: Option[];
  readonly freightCoupon: Option[];
  readonly ahead: Ahead[];
}

/** Looks at every offer and coupon that takes something off a sum: conditions, scope, threshold. */
export function candidatesOf(measured: Omit<Measured, 'lines' | 'priced'>): Candidates {
  const { input, prepared, openness, basket } = measured;
  const found: Found = { goods: [], freightBase: [], freightCoupon: [], ahead: [] };
  for (const offer of prepared.reductions) judge(offer, openness.whyClosed(offer), true, measured, found);
  const chosen = input.couponChoice === 'best' ? null : new Set(input.couponChoice.ids);
  for (const coupon of sorted(input.coupons, (a, b) => byId(a.couponId, b.couponId))) {
    const isChosen = chosen === null || chosen.has(coupon.couponId);
    judge(reductionOfCoupon(coupon, basket), whyCouponClosed(coupon, input), isChosen, measured, found);
  }
  return found;
}

type Looked = Pick<Measured, 'sets' | 'notes'>;

/** Scope and threshold: what is reached, what is missed and by how much. */
function judge(
  reduction: Reduction,
  closed: Closed | null,
  isChosen: boolean,
  { sets, notes: { missed } }: Looked,
  found: Found,
): void {
  const { from, lane, groupKey } = reduction;
  if (closed) {
    missed.push(missedAs(closed, from));
    return;
  }
  const set = sets.setOf(reduction.scope, reduction.takes);
  const isEmpty = set.lines.length === 0;
  // What is taken off freight needs no goods in its scope where it has no threshold.
  if (isEmpty && STEP[lane] !== STEP['freight-base']) {
    missed.push(missedFor(from, 'SCOPE_EMPTY'));
    return;
  }
  const { baseFen, lines } = set;
  const { reached, next } = reduction.ladder(baseFen, set.dearestUnitFen);
  if (isChosen) {
    const options = optionsIn(lane, found);
    for (const rung of reached) options.push({ from, step: STEP[lane], groupKey, rung, set, lines, baseFen });
  }
  if (next && isEmpty) missed.push(missedFor(from, 'SCOPE_EMPTY'));
  else if (next) {
    const reason = reasonMissed(next, sets.listBaseFen(reduction.scope), reached.length > 0);
    const gapFen = next.thresholdFen - baseFen;
    if (reason) missed.push(missedByFen(from, reason, gapFen));
    if (isChosen) found.ahead.push({ from, groupKey, lane, rung: next, gapFen });
  }
  // A coupon that the resident did not choose: said only where it could have been used.
  if (!isChosen && reached.length > 0) missed.push(missedFor(from, 'NOT_CHOSEN'));
}

function optionsIn(lane: ReductionLane, found: Found): Option[] {
  if (lane === 'freight-base') return found.freightBase;
  return lane === 'freight-coupon' ? found.freightCoupon : found.goods;
}

function reasonMissed(next: Rung, listBaseFen: Fen, hasLowerRung: boolean): Reason | null {
  if (listBaseFen >= next.thresholdFen) return 'MISSED_BY_LINE_PRICE';
  return hasLowerRung ? null : 'BELOW_MINIMUM';
}
