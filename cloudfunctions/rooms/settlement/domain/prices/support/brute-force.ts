import type { LinePriceKind } from '../../../../../kernel/coupon';
import type { PriceProblem } from '../problem';

/** One unit after a choice, on its own: no pools, no bounds, nothing shared with the code under test. */
interface Unit {
  readonly line: number;
  readonly kind: LinePriceKind;
  readonly rank: number;
  readonly fen: number;
  readonly nth: number | null;
}

/** Sum, then less of what is preferred: bundle, flash, window, tier units, then ranks. Compared from the left. */
export type Key = readonly number[];

interface Choice {
  readonly kind: LinePriceKind;
  readonly rank: number;
  readonly fen: number;
  readonly price: number | null;
}

/** Tries every assignment of units to prices, sets and nth offers; returns the best key. */
export function bestByBruteForce(problem: PriceProblem): Key {
  let best: Key | undefined;
  for (const units of everySets(problem, 0, [])) {
    for (const priced of everyPrices(problem, units)) {
      for (const counted of everyMembership(problem, priced, 0, [])) {
        const key = keyOf(problem, counted);
        if (!best || compareKeys(key, best) < 0) best = key;
      }
    }
  }
  if (!best) throw new Error('the list price is a choice');
  return best;
}

export function compareKeys(a: Key, b: Key): number {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - (b[i] ?? 0);
  return 0;
}

/** Sum after step 2 and what is preferred, of units whose choices are made. */
export function keyOf(problem: PriceProblem, units: readonly Unit[]): Key {
  let sum = units.reduce((total, { fen }) => total + fen, 0);
  for (const [n, nth] of problem.nths.entries()) {
    const group = units.filter((unit) => unit.nth === n).sort((a, b) => a.fen - b.fen || b.line - a.line);
    for (const { line, fen } of group.slice(0, Math.floor(group.length / nth.every) * nth.reduced))
      sum -= fen - nth.reducedFen(line, fen);
  }
  const of = (kind: LinePriceKind) => -units.filter((unit) => unit.kind === kind).length;
  const ranks = units.reduce((total, u) => total + u.rank + (u.nth === null ? 0 : (problem.nths[u.nth]?.rank ?? 0)), 0);
  return [sum, of('bundle'), of('flash'), of('window'), of('tier'), ranks];
}

/** Sets taken of each bundle; yields the units inside them. */
function* everySets(problem: PriceProblem, bundle: number, taken: readonly Unit[]): Generator<readonly Unit[]> {
  const offer = problem.bundles[bundle];
  if (!offer) {
    yield taken;
    return;
  }
  let units = taken;
  for (let sets = 0; sets <= (offer.maxSets ?? Number.POSITIVE_INFINITY); sets += 1) {
    if (sets > 0) {
      const inSet = offer.components.flatMap(({ line, units: n, amountFen }) =>
        Array.from({ length: n }, (_, i): Unit => {
          const fen = Math.floor(amountFen / n) + (i < amountFen % n ? 1 : 0);
          return { line, kind: 'bundle', rank: offer.rank, fen, nth: null };
        }),
      );
      units = [...units, ...inSet];
    }
    const isTooMany = problem.lines.some(({ quantity }, i) => units.filter((u) => u.line === i).length > quantity);
    if (isTooMany) return;
    yield* everySets(problem, bundle + 1, units);
  }
}

/** Prices of the units outside of sets; of two units of a line the order does not matter. */
function* everyPrices(problem: PriceProblem, taken: readonly Unit[]): Generator<readonly Unit[]> {
  const left = problem.lines.flatMap(({ quantity }, line) => {
    const free = quantity - taken.filter((unit) => unit.line === line).length;
    return Array.from({ length: free }, () => line);
  });
  const used = problem.prices.map(() => 0);
  function* from(at: number, units: readonly Unit[], earliest: number): Generator<readonly Unit[]> {
    const line = left[at];
    if (line === undefined) {
      yield units;
      return;
    }
    const choices = choicesOf(problem, line);
    for (const [c, { price, ...choice }] of choices.entries()) {
      if (c < earliest) continue;
      const limit = price === null ? null : (problem.prices[price]?.maxUnits ?? null);
      if (price !== null && limit !== null && (used[price] ?? 0) >= limit) continue;
      if (price !== null) used[price] = (used[price] ?? 0) + 1;
      yield* from(at + 1, [...units, { line, ...choice, nth: null }], left[at + 1] === line ? c : 0);
      if (price !== null) used[price] = (used[price] ?? 0) - 1;
    }
  }
  yield* from(0, taken, 0);
}

export function choicesOf({ lines, prices }: PriceProblem, line: number): Choice[] {
  return [
    { kind: 'list', rank: 0, fen: lines[line]?.listUnitFen ?? 0, price: null },
    ...prices.flatMap(({ kind, rank, unitFen }, price): Choice[] => {
      const fen = unitFen[line];
      return fen === undefined ? [] : [{ kind, rank, fen, price }];
    }),
  ];
}

/** Nth offers of the units; of alike neighbours the order does not matter. */
function* everyMembership(
  problem: PriceProblem,
  units: readonly Unit[],
  at: number,
  done: readonly Unit[],
): Generator<readonly Unit[]> {
  const unit = units[at];
  if (!unit) {
    yield done;
    return;
  }
  const isAbove = unit.fen > (problem.lines[unit.line]?.floorUnitFen ?? 0);
  const takers = problem.nths.flatMap((nth, n) =>
    isAbove && nth.lines.includes(unit.line) && nth.takes.includes(unit.kind) ? [n] : [],
  );
  const before = done.at(-1);
  const isAlike =
    before?.line === unit.line && before.kind === unit.kind && before.rank === unit.rank && before.fen === unit.fen;
  for (const nth of takers.length > 0 ? takers : [null])
    if (!isAlike || (before.nth ?? -1) <= (nth ?? -1))
      yield* everyMembership(problem, units, at + 1, [...done, { ...unit, nth }]);
}
