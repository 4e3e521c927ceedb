import type { PriceProblem } from '../problem';
import { choicesOf, keyOf } from './brute-force';

/**
 * What one would do by hand: the bundle that cuts most as often as it fits, then the next; each unit left at its
 * cheapest price, counted by the first nth offer that takes it. Returns the sum.
 */
export function greedySum(problem: PriceProblem): number {
  const left = problem.lines.map(({ quantity }) => quantity);
  const units = [...unitsInSets(problem, left), ...unitsOutside(problem, left)];
  const counted = units.map((unit) => {
    const isAbove = unit.fen > (problem.lines[unit.line]?.floorUnitFen ?? 0);
    const nth = problem.nths.findIndex((n) => isAbove && n.lines.includes(unit.line) && n.takes.includes(unit.kind));
    return { ...unit, nth: nth < 0 ? null : nth };
  });
  return keyOf(problem, counted)[0] ?? 0;
}

function unitsInSets({ lines, bundles }: PriceProblem, left: number[]) {
  const cutOf = (b: (typeof bundles)[number]) =>
    b.components.reduce((sum, c) => sum + c.units * (lines[c.line]?.listUnitFen ?? 0) - c.amountFen, 0);
  return [...bundles]
    .sort((a, b) => cutOf(b) - cutOf(a))
    .flatMap((offer) => {
      const fits = offer.components.map(({ line, units }) => Math.floor((left[line] ?? 0) / units));
      const sets = cutOf(offer) > 0 ? Math.min(offer.maxSets ?? Number.POSITIVE_INFINITY, ...fits) : 0;
      return offer.components.flatMap(({ line, units, amountFen }) => {
        left[line] = (left[line] ?? 0) - sets * units;
        return Array.from({ length: sets * units }, (_, i) => {
          const fen = Math.floor(amountFen / units) + (i % units < amountFen % units ? 1 : 0);
          return { line, kind: 'bundle' as const, rank: offer.rank, fen };
        });
      });
    });
}

function unitsOutside(problem: PriceProblem, left: readonly number[]) {
  const used = problem.prices.map(() => 0);
  return left.flatMap((count, line) =>
    Array.from({ length: count }, () => {
      const open = choicesOf(problem, line).filter(({ price }) => {
        const limit = price === null ? null : (problem.prices[price]?.maxUnits ?? null);
        return limit === null || (used[price ?? 0] ?? 0) < limit;
      });
      const [cheapest] = open.sort((a, b) => a.fen - b.fen);
      const price = cheapest?.price ?? null;
      if (price !== null) used[price] = (used[price] ?? 0) + 1;
      return { line, kind: cheapest?.kind ?? 'list', rank: cheapest?.rank ?? 0, fen: cheapest?.fen ?? 0 };
    }),
  );
}
