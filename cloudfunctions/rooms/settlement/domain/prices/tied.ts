import type { LinePriceKind } from '../../../../kernel/coupon';
import type { Component } from './components';
import type { Fallback } from './fallback';
import { type Preferences, preferencesFor } from './preference';
import type { PriceProblem } from './problem';

/** Lines that something ties together, seen in their whole problem. */
export interface Tied {
  readonly problem: PriceProblem;
  readonly component: Component;
  /** By price: whether its limit binds. */
  readonly binding: readonly boolean[];
  readonly fallback: Fallback;
}

/** Preferences that hold for units of a component. */
export function preferencesIn({ problem, component }: Tied): Preferences {
  const kinds = new Set<LinePriceKind>();
  let [units, highestRank] = [0, 0];
  for (const line of component.lines) units += problem.lines[line]?.quantity ?? 0;
  for (const price of component.prices) {
    const offer = problem.prices[price];
    if (offer) kinds.add(offer.kind);
    highestRank = Math.max(highestRank, offer?.rank ?? 0);
  }
  if (component.bundles.length > 0) kinds.add('bundle');
  for (const bundle of component.bundles) highestRank = Math.max(highestRank, problem.bundles[bundle]?.rank ?? 0);
  for (const nth of component.nths) highestRank = Math.max(highestRank, problem.nths[nth]?.rank ?? 0);
  return preferencesFor(units, highestRank, kinds);
}

const LIST_PRICE = { kind: 'list', rank: 0 } as const;

/** Of a unit at one of the problem's prices, or at list price. */
export function preferenceAt(preferences: Preferences, { prices }: PriceProblem, price: number): number {
  return preferences.ofTag(prices[price] ?? LIST_PRICE);
}
