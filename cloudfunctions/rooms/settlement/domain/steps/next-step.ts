import type { Fen } from '../../../../kernel/fen';
import { type Option, takeOf } from '../choice/option';
import type { QuoteInput } from '../input';
import { byId } from '../order';
import type { Adjustment, NextStep } from '../quote';
import type { Ahead } from './candidates';
import { type Priced, reachOf } from './reach';
import { baseOf, linesOf } from './scope';
import type { StepAhead } from './step-ahead';

/** What the quote has already, and what freight still costs. */
export interface Standing {
  readonly used: readonly Option[];
  readonly adjustments: readonly Adjustment[];
  /** Freight still charged, before points. */
  readonly freightLeftFen: Fen;
  /** What of it the base freight makes. */
  readonly baseLeftFen: Fen;
}

/** Thresholds of reductions that would bring more than the quote has. */
export function reductionsAhead(ahead: readonly Ahead[], standing: Standing): StepAhead[] {
  const steps: StepAhead[] = [];
  for (const one of ahead) {
    const rewardFen = rewardOf(one, standing);
    if (rewardFen > 0) steps.push(reductionAhead(one, rewardFen));
  }
  return steps;
}

/** The nearest step, and the cheapest way to it; equal gaps: the one that brings most. */
export function nextStepOf(ahead: readonly StepAhead[], input: QuoteInput, priced: Priced): NextStep | null {
  let nearest: StepAhead | null = null;
  for (const one of ahead) if (!nearest || byNearness(one, nearest) < 0) nearest = one;
  if (!nearest) return null;
  const { from, thresholdFen, gapFen, gapUnits, rewardFen, benefit, scope } = nearest;
  return {
    kind: from.kind,
    source: from.source,
    id: from.id,
    title: from.title,
    thresholdFen,
    gapFen,
    gapUnits,
    rewardFen,
    benefit,
    scope,
    reach: reachOf(nearest, input, priced),
  };
}

function byNearness(a: StepAhead, b: StepAhead): number {
  return (
    a.gapFen - b.gapFen || b.rewardFen - a.rewardFen || byId(a.from.source, b.from.source) || byId(a.from.id, b.from.id)
  );
}

function rewardOf({ lane, rung, groupKey }: Ahead, standing: Standing): Fen {
  const { freightLeftFen, baseLeftFen } = standing;
  if (lane === 'freight-base') return takeOf(rung.terms, baseLeftFen);
  const hasFen = takenIn(groupKey, standing);
  const ofFen = lane === 'freight-coupon' ? freightLeftFen + hasFen : rung.thresholdFen;
  return takeOf(rung.terms, ofFen) - hasFen;
}

/** What the group has taken off already. */
function takenIn(groupKey: string, { used, adjustments }: Standing): Fen {
  let takenFen = 0;
  for (const { groupKey: key, from } of used) {
    if (key !== groupKey) continue;
    for (const { couponId, offerId, amountFen } of adjustments)
      if ((couponId ?? offerId) === from.id) takenFen -= amountFen;
  }
  return takenFen;
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
    isReached: (then) => baseOf(linesOf(scoped, then), then.lines) >= thresholdFen,
  };
}
