import type { LinePriceKind } from '../../../../kernel/coupon';
import type { Tag } from './tags';

/** Fen first; of equal fen the lower preference. */
export interface Cost {
  readonly fen: number;
  readonly preference: number;
}

export function isCheaper(a: Cost, b: Cost): boolean {
  return a.fen < b.fen || (a.fen === b.fen && a.preference < b.preference);
}

/** Preference of one unit by its price and of its place in an nth offer; sums of units are compared, lower is better. */
export interface Preferences {
  ofTag(tag: Pick<Tag, 'kind' | 'rank'>): number;
  ofNth(rank: number): number;
}

const RISING: readonly LinePriceKind[] = ['tier', 'window', 'flash', 'bundle'];

/**
 * Equal sums: more units in bundles, then flash, window, tier, list; then the lower sum of offer ranks. One number says
 * all of it: each kind outweighs all that the kinds below can add up to over `units` units. Exact up to 2^53, which is
 * 1,000 units of two kinds with 1,000 offers; above, the lowest levels (ranks) may blur.
 */
export function preferencesFor(units: number, highestRank: number, kinds: ReadonlySet<LinePriceKind>): Preferences {
  const weights: Record<LinePriceKind, number> = { list: 0, tier: 0, window: 0, flash: 0, bundle: 0 };
  let outweighs = 2 * units * highestRank + 1;
  for (const kind of RISING) {
    if (!kinds.has(kind)) continue;
    weights[kind] = outweighs;
    outweighs *= units + 1;
  }
  return { ofTag: ({ kind, rank }) => rank - weights[kind], ofNth: (rank) => rank };
}
