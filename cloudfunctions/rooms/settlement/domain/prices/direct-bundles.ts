import { LIST, partAt } from './fallback';
import { type Cost, isCheaper, type Preferences } from './preference';
import type { BundleOffer, Part, PriceProblem } from './problem';
import { preferenceAt, preferencesIn, type Tied } from './tied';

/** A bundle, as far as sets of it can be filled. */
export interface Sets {
  readonly bundle: number;
  readonly offer: BundleOffer;
  readonly most: number;
  /** What one set costs. */
  readonly each: Cost;
  /** What its units would cost at their fallback. */
  readonly apart: Cost;
}

/** More ways to fill sets than this are searched. */
const MOST_WAYS = 256;

/**
 * Bundles alone: every way to fill sets is tried, the rest of the units at their fallback. Null: there are too many ways.
 * Equal costs: more sets of the lower rank.
 */
export function bundlesAlone(tied: Tied): readonly Part[] | null {
  const sets = setsOf(tied, preferencesIn(tied));
  let best: Cost | null = null;
  let chosen: readonly number[] = [];
  for (const counts of waysToFill(sets, tied.problem, MOST_WAYS) ?? []) {
    const cost = changeBySets(sets, counts);
    if (!best || isCheaper(cost, best)) [best, chosen] = [cost, counts];
  }
  return best && partsOf(tied, sets, chosen);
}

/** Numbers of sets by place in the list, in every way that the units allow, more of the first before fewer; null: more than `most` ways. */
export function waysToFill(
  sets: readonly Sets[],
  { lines }: PriceProblem,
  most: number,
): readonly (readonly number[])[] | null {
  let upTo = 1;
  for (const one of sets) upTo *= one.most + 1;
  if (upTo > most) return null;
  const left = lines.map(({ quantity }) => quantity);
  const ways: number[][] = [];
  const fill = (counts: readonly number[]): void => {
    const next = sets[counts.length];
    if (!next) {
      ways.push([...counts]);
      return;
    }
    for (let count = Math.min(next.most, fitting(next.offer, left)); count >= 0; count -= 1) {
      take(next.offer, count, left);
      fill([...counts, count]);
      take(next.offer, -count, left);
    }
  };
  fill([]);
  return ways;
}

/** What so many sets cost. */
export function costOfSets(sets: readonly Sets[], counts: readonly number[]): Cost {
  let [fen, preference] = [0, 0];
  for (const [n, { each }] of sets.entries()) {
    fen += (counts[n] ?? 0) * each.fen;
    preference += (counts[n] ?? 0) * each.preference;
  }
  return { fen, preference };
}

/** The same, less what their units would cost at their fallback. */
function changeBySets(sets: readonly Sets[], counts: readonly number[]): Cost {
  let { fen, preference } = costOfSets(sets, counts);
  for (const [n, { apart }] of sets.entries()) {
    fen -= (counts[n] ?? 0) * apart.fen;
    preference -= (counts[n] ?? 0) * apart.preference;
  }
  return { fen, preference };
}

export function setsOf(tied: Tied, preferences: Preferences): Sets[] {
  return tied.component.bundles.flatMap((bundle) => {
    const offer = tied.problem.bundles[bundle];
    return offer ? [{ bundle, offer, most: mostSets(offer, tied), ...costsOf(offer, tied, preferences) }] : [];
  });
}

function mostSets({ components, maxSets }: BundleOffer, { problem }: Tied): number {
  let most = maxSets ?? Number.POSITIVE_INFINITY;
  for (const { line, units } of components)
    most = Math.min(most, Math.floor((problem.lines[line]?.quantity ?? 0) / units));
  return most;
}

function costsOf(
  { components, rank }: BundleOffer,
  { problem, fallback }: Tied,
  preferences: Preferences,
): Pick<Sets, 'each' | 'apart'> {
  const each = { fen: 0, preference: 0 };
  const apart = { fen: 0, preference: 0 };
  for (const { line, units, amountFen } of components) {
    each.fen += amountFen;
    each.preference += units * preferences.ofTag({ kind: 'bundle', rank });
    apart.fen += units * (fallback.fen[line] ?? 0);
    apart.preference += units * preferenceAt(preferences, problem, fallback.price[line] ?? LIST);
  }
  return { each, apart };
}

function fitting({ components }: BundleOffer, left: readonly number[]): number {
  let most = Number.POSITIVE_INFINITY;
  for (const { line, units } of components) most = Math.min(most, Math.floor((left[line] ?? 0) / units));
  return most;
}

function take({ components }: BundleOffer, count: number, left: number[]): void {
  for (const { line, units } of components) left[line] = (left[line] ?? 0) - count * units;
}

function partsOf({ problem, component, fallback }: Tied, all: readonly Sets[], counts: readonly number[]): Part[] {
  const parts = partsInSets(all, counts);
  const left = unitsOutside(problem, component.lines, all, counts);
  for (const [n, line] of component.lines.entries()) {
    const units = left[n] ?? 0;
    if (units > 0) parts.push(partAt(problem, line, fallback.price[line] ?? LIST, units));
  }
  return parts;
}

/** By place in `lines`: units that so many sets leave. */
export function unitsOutside(
  problem: PriceProblem,
  lines: readonly number[],
  all: readonly Sets[],
  counts: readonly number[],
): number[] {
  const left = lines.map((line) => problem.lines[line]?.quantity ?? 0);
  for (const [n, { offer }] of all.entries()) {
    for (const { line, units } of offer.components) {
      const place = lines.indexOf(line);
      left[place] = (left[place] ?? 0) - (counts[n] ?? 0) * units;
    }
  }
  return left;
}

export function partsInSets(all: readonly Sets[], counts: readonly number[]): Part[] {
  const parts: Part[] = [];
  for (const [n, { bundle, offer }] of all.entries()) {
    const count = counts[n] ?? 0;
    if (count === 0) continue;
    for (const { line, units, amountFen } of offer.components)
      parts.push(partInSets(line, bundle, count, units, amountFen));
  }
  return parts;
}

function partInSets(line: number, bundle: number, count: number, units: number, setFen: number): Part {
  const amountFen = count * setFen;
  return {
    line,
    kind: 'bundle',
    price: null,
    bundle,
    nth: null,
    isReduced: false,
    units: count * units,
    stepOneFen: Math.floor(setFen / units),
    stepOneAmountFen: amountFen,
    amountFen,
  };
}
