import { cheapestPrices } from './cheapest';
import { type Component, componentsOf, restrictTo } from './components';
import { withoutDominated } from './dominance';
import { fieldOf } from './field';
import { marketOf } from './market';
import { withOptionsAsPacks } from './options';
import { partsOf } from './parts';
import type { ChosenPrices, Part, PriceProblem } from './problem';
import { bestSizes } from './search';

/**
 * Steps 1 and 2 of a settlement as one choice: each unit's price and its part in nth items, so that the sum is lowest.
 * Equal sums: more units in bundles, then flash, window, tier, list; then the lower sum of the ranks of the offers that
 * the units take part in. Exact below the node limit, which counts nodes, not time: the same input, the same choice.
 */
export function choosePrices(problem: PriceProblem): ChosenPrices {
  return cheapestPrices(problem) ?? chooseByComponents(problem);
}

function chooseByComponents(given: PriceProblem): ChosenPrices {
  const { problem, original } = canonical(given);
  const parts: Part[] = [];
  let proven = true;
  let considered = 0;
  for (const component of componentsOf(problem)) {
    const chosen = chooseIn(restrictTo(problem, component), problem.nodeLimit - considered);
    parts.push(...chosen.parts.map((part) => original(restored(part, component))));
    proven &&= chosen.proven;
    considered += chosen.considered;
  }
  parts.sort((a, b) => a.line - b.line);
  return { parts, sumFen: sumOf(parts), proven, considered };
}

function chooseIn(problem: PriceProblem, nodeLimit: number): ChosenPrices {
  const cheapest = cheapestPrices(problem);
  if (cheapest) return cheapest;
  const field = fieldOf(withOptionsAsPacks(withoutDominated(marketOf(problem))));
  const { sizes, proven, considered } = bestSizes(field, nodeLimit);
  const parts = partsOf(field, sizes);
  return { parts, sumFen: sumOf(parts), proven, considered };
}

function restored(part: Part, { lines, prices, bundles, nths }: Component): Part {
  const from = (list: readonly number[], index: number | null) => (index === null ? null : (list[index] ?? null));
  return {
    ...part,
    line: lines[part.line] ?? part.line,
    price: from(prices, part.price),
    bundle: from(bundles, part.bundle),
    nth: from(nths, part.nth),
  };
}

/** Offers by rank, so that nothing depends on the order given; `original` puts the given indices back. */
function canonical(given: PriceProblem): { problem: PriceProblem; original: (part: Part) => Part } {
  const [prices, bundles, nths] = [byRank(given.prices), byRank(given.bundles), byRank(given.nths)];
  const from = (list: readonly number[], index: number | null) => (index === null ? null : (list[index] ?? null));
  return {
    problem: { ...given, prices: prices.sorted, bundles: bundles.sorted, nths: nths.sorted },
    original: (part) => ({
      ...part,
      price: from(prices.indices, part.price),
      bundle: from(bundles.indices, part.bundle),
      nth: from(nths.indices, part.nth),
    }),
  };
}

function byRank<T extends { readonly rank: number }>(list: readonly T[]): { sorted: T[]; indices: number[] } {
  const indexed = list.map((item, index) => ({ item, index })).sort((a, b) => a.item.rank - b.item.rank);
  return { sorted: indexed.map(({ item }) => item), indices: indexed.map(({ index }) => index) };
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { amountFen }) => sum + amountFen, 0);
}
