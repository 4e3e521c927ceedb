import type { Fen } from '../../../../kernel/fen';
import { sorted } from '../order';
import { bindingLimits } from './binding';
import { type Component, componentsOf, restrictTo } from './components';
import { solvedDirectly } from './direct';
import { withoutDominated } from './dominance';
import { fallbackOf, partAt } from './fallback';
import { fieldOf } from './field';
import { marketOf } from './market';
import { withOptionsAsPacks } from './options';
import { partsOf } from './parts';
import type { ChosenPrices, NthOffer, Part, PriceProblem } from './problem';
import { bestSizes } from './search';
import { byKind } from './tags';
import type { Tied } from './tied';

/**
 * Steps 1 and 2 of a settlement as one choice: each unit's price and its part in nth items, so that the sum is lowest.
 * Equal sums: more units in bundles, then flash, window, tier, list; then the lower sum of the ranks of the offers that
 * the units take part in. Exact below the node limit, which counts nodes, not time: the same input, the same choice.
 */
export function choosePrices(given: PriceProblem): ChosenPrices {
  return isRanked(given) ? chooseRanked(given) : chooseUnranked(given);
}

/** In place of a price: units of the line are in parts. */
export const TIED = -2;

/** A choice where lines that nothing ties stand apart: each has one price for all its units. */
export interface ChosenApart {
  /** By line: index of the price of all its units, LIST, or TIED. */
  readonly untied: readonly number[];
  /** Of the other lines, in the order of `ChosenPrices.parts`. */
  readonly tied: readonly Part[];
  readonly proven: boolean;
  readonly considered: number;
}

/** As `choosePrices`, for offers by rank. */
export function chooseApart(problem: PriceProblem, choose = chooseIn): ChosenApart {
  const binding = bindingLimits(problem);
  const fallback = fallbackOf(problem, binding);
  const components = componentsOf(problem, binding);
  if (components.length === 0) return { untied: fallback.price, tied: [], proven: true, considered: 0 };
  const untied = fallback.price.slice();
  const tied: Part[] = [];
  let proven = true;
  let considered = 0;
  for (const component of components) {
    for (const line of component.lines) untied[line] = TIED;
    const chosen = choose({ problem, component, binding, fallback }, problem.nodeLimit - considered);
    for (const part of chosen.parts) tied.push(part);
    proven &&= chosen.proven;
    considered += chosen.considered;
  }
  return { untied, tied: sorted(tied, byPlaceIn(problem)), proven, considered };
}

function chooseRanked(problem: PriceProblem, choose = chooseIn): ChosenPrices {
  const { untied, tied, proven, considered } = chooseApart(problem, choose);
  const parts = [...partsUntied(problem, untied), ...tied].sort((a, b) => a.line - b.line);
  return { parts, sumFen: sumOf(parts), proven, considered };
}

function sumOf(parts: readonly Part[]): Fen {
  let sumFen = 0;
  for (const { amountFen } of parts) sumFen += amountFen;
  return sumFen;
}

/** Lines that nothing ties: each at its best price. */
function partsUntied(problem: PriceProblem, prices: readonly number[]): Part[] {
  const parts: Part[] = [];
  for (const [line, price] of prices.entries()) {
    const units = problem.lines[line]?.quantity ?? 0;
    if (units > 0 && price !== TIED) parts.push(partAt(problem, line, price, units));
  }
  return parts;
}

type Chosen = Omit<ChosenPrices, 'sumFen'>;

function chooseIn(tied: Tied, nodeLimit: number): Chosen {
  const parts = solvedDirectly(tied);
  if (parts) return { parts, proven: true, considered: 0 };
  const found = searched(tied, nodeLimit);
  return found.proven || tied.component.nths.length < 2 ? found : lowerOf(found, nthsInTurn(tied));
}

/**
 * What people would do where the search met its limit: one nth offer takes all the lines that it can, the others what it
 * leaves; each of them may be the first. The best found is then never above that of one nth offer alone.
 */
function nthsInTurn({ problem, component }: Tied): Chosen[] {
  const own = restrictTo(problem, component);
  return own.nths.map((first) => {
    const nths = own.nths.map((nth) => (nth === first ? nth : leftBy(first, nth)));
    const chosen = chooseRanked({ ...own, nths, nodeLimit: 1 }, (tied, nodeLimit) => {
      const parts = solvedDirectly(tied);
      return parts ? { parts, proven: true, considered: 0 } : searched(tied, nodeLimit);
    });
    return { ...chosen, parts: chosen.parts.map((part) => restored(part, component)) };
  });
}

/** Of the other's lines those that the first leaves: units at prices that it does not take stay with the other. */
function leftBy(first: NthOffer, nth: NthOffer): NthOffer {
  if (!nth.takes.every((kind) => first.takes.includes(kind))) return nth;
  return { ...nth, lines: nth.lines.filter((line) => !first.lines.includes(line)) };
}

/** The found one, or another that costs less: then not proven either. */
function lowerOf(found: Chosen, others: readonly Chosen[]): Chosen {
  let lowest = found;
  for (const { parts } of others) if (sumOf(parts) < sumOf(lowest.parts)) lowest = { ...found, parts };
  return lowest;
}

function searched({ problem, component }: Tied, nodeLimit: number): Chosen {
  const market = marketOf(restrictTo(problem, component));
  const field = fieldOf(withOptionsAsPacks(withoutDominated(market)));
  const { sizes, proven, considered } = bestSizes(field, { nodeLimit, workLimit: problem.workLimit });
  return { parts: partsOf(field, sizes).map((part) => restored(part, component)), proven, considered };
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

/** Inside one line bundle, flash, window, tier, list, then rank; then counted by no nth offer, counted, reduced. */
function byPlaceIn({ prices, bundles }: PriceProblem): (a: Part, b: Part) => number {
  const rankOf = ({ price, bundle }: Part) => (price === null ? bundles[bundle ?? -1] : prices[price])?.rank ?? 0;
  return (a, b) =>
    a.line - b.line ||
    byKind(a.kind, b.kind) ||
    rankOf(a) - rankOf(b) ||
    (a.nth ?? -1) - (b.nth ?? -1) ||
    Number(a.isReduced) - Number(b.isReduced);
}

function isRanked({ prices, bundles, nths }: PriceProblem): boolean {
  const isRising = (list: readonly { readonly rank: number }[]) =>
    list.every(({ rank }, i) => i === 0 || rank >= (list[i - 1]?.rank ?? 0));
  return isRising(prices) && isRising(bundles) && isRising(nths);
}

/** Offers by rank, so that nothing depends on the order given; then the given indices are put back. */
function chooseUnranked(given: PriceProblem): ChosenPrices {
  const [prices, bundles, nths] = [byRank(given.prices), byRank(given.bundles), byRank(given.nths)];
  const ranked = { ...given, prices: prices.sorted, bundles: bundles.sorted, nths: nths.sorted };
  const chosen = chooseRanked(ranked);
  const back = { lines: [], prices: prices.indices, bundles: bundles.indices, nths: nths.indices };
  return { ...chosen, parts: chosen.parts.map((part) => restored(part, back)) };
}

function byRank<T extends { readonly rank: number }>(list: readonly T[]): { sorted: T[]; indices: number[] } {
  const indexed = list.map((item, index) => ({ item, index })).sort((a, b) => a.item.rank - b.item.rank);
  return { sorted: indexed.map(({ item }) => item), indices: indexed.map(({ index }) => index) };
}
