import type { Fen } from '../../../../kernel/fen';
import { takeOf } from '../choice/option';
import type { QuoteInput } from '../input';
import { byId } from '../order';
import type { Adjustment, NextStep } from '../quote';
import { type Ahead, adjustmentKindOf, titleOf } from './candidates';
import { type Priced, reachOf } from './reach';
import { baseOf, linesOf } from './scope';
import type { StepAhead } from './step-ahead';

/** What the quote has of each group, and what freight still costs. */
export interface Standing {
  /** Taken off already, by group key. */
  readonly takenFen: ReadonlyMap<string, Fen>;
  /** Freight still charged, before points. */
  readonly freightLeftFen: Fen;
  /** What of it the base freight makes. */
  readonly baseLeftFen: Fen;
}

/** Thresholds of reductions that would bring more than the quote has. */
export function reductionsAhead(ahead: readonly Ahead[], standing: Standing): StepAhead[] {
  return ahead.flatMap((one) => {
    const rewardFen = rewardOf(one, standing);
    return rewardFen > 0 ? [reductionAhead(one, rewardFen)] : [];
  });
}

/** The nearest step, and the cheapest way to it; equal gaps: the one that brings most. */
export function nextStepOf(ahead: readonly StepAhead[], input: QuoteInput, priced: Priced): NextStep | null {
  const [nearest] = [...ahead].sort(
    (a, b) =>
      a.gapFen - b.gapFen ||
      b.rewardFen - a.rewardFen ||
      byId(a.from.source, b.from.source) ||
      byId(a.from.id, b.from.id),
  );
  if (!nearest) return null;
  const { from, thresholdFen, gapFen, gapUnits, rewardFen, benefit, scope } = nearest;
  return {
    kind: adjustmentKindOf(from),
    source: from.source,
    id: from.id,
    title: titleOf(from),
    thresholdFen,
    gapFen,
    gapUnits,
    rewardFen,
    benefit,
    scope,
    reach: reachOf(nearest, input, priced),
  };
}

function rewardOf({ lane, rung, groupKey }: Ahead, { takenFen, freightLeftFen, baseLeftFen }: Standing): Fen {
  if (lane === 'freight-base') return takeOf(rung.terms, baseLeftFen);
  const hasFen = takenFen.get(groupKey) ?? 0;
  const ofFen = lane === 'freight-coupon' ? freightLeftFen + hasFen : rung.thresholdFen;
  return takeOf(rung.terms, ofFen) - hasFen;
}

function reductionAhead({ from, rung: { thresholdFen }, gapFen }: Ahead, rewardFen: Fen): StepAhead {
  const scoped = from.source === 'coupon' ? from.coupon.terms : from.offer;
  const { scope, takes } = scoped;
  return {
    from,
    thresholdFen,
    gapFen,
    gapUnits: null,
    rewardFen,
    benefit: null,
    scope,
    takes,
    isReached: (then) => baseOf(linesOf(scoped, then), then) >= thresholdFen,
  };
}

/** Sums of adjustments, made positive, by the group of what made them. */
export function takenByGroup(
  adjustments: readonly Adjustment[],
  groupOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, Fen> {
  const taken = new Map<string, Fen>();
  for (const { offerId, couponId, amountFen } of adjustments) {
    const key = groupOf.get(couponId ?? offerId ?? '');
    if (key) taken.set(key, (taken.get(key) ?? 0) - amountFen);
  }
  return taken;
}
