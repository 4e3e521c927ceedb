import type { Fen } from '../../../../kernel/fen';
import { takeOf } from '../choice/option';
import { byId } from '../order';
import type { Adjustment, NextStep } from '../quote';
import { type Ahead, adjustmentKindOf, titleOf } from './candidates';

/** What the quote has of each group, and what freight still costs. */
export interface Standing {
  /** Taken off already, by group key. */
  readonly takenFen: ReadonlyMap<string, Fen>;
  /** Freight still charged, before points. */
  readonly freightLeftFen: Fen;
  /** What of it the base freight makes. */
  readonly baseLeftFen: Fen;
}

/** The nearest threshold that would bring more than the quote has; equal gaps: the one that brings most. */
export function nextStepOf(ahead: readonly Ahead[], standing: Standing): NextStep | null {
  const steps = ahead.flatMap((one) => {
    const rewardFen = rewardOf(one, standing);
    return rewardFen > 0 ? [stepOf(one, rewardFen)] : [];
  });
  const [nearest] = steps.sort(
    (a, b) => a.gapFen - b.gapFen || b.rewardFen - a.rewardFen || byId(a.source, b.source) || byId(a.id, b.id),
  );
  return nearest ?? null;
}

function rewardOf({ lane, rung, groupKey }: Ahead, { takenFen, freightLeftFen, baseLeftFen }: Standing): Fen {
  if (lane === 'freight-base') return takeOf(rung.terms, baseLeftFen);
  const hasFen = takenFen.get(groupKey) ?? 0;
  const ofFen = lane === 'freight-coupon' ? freightLeftFen + hasFen : rung.thresholdFen;
  return takeOf(rung.terms, ofFen) - hasFen;
}

function stepOf({ from, rung, gapFen }: Ahead, rewardFen: Fen): NextStep {
  return {
    kind: adjustmentKindOf(from),
    source: from.source,
    id: from.id,
    title: titleOf(from),
    thresholdFen: rung.thresholdFen,
    gapFen,
    gapUnits: null,
    rewardFen,
    benefit: null,
    scope: from.source === 'coupon' ? from.coupon.terms.scope : from.offer.scope,
    reach: null,
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
