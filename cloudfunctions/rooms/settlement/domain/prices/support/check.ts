import type { ChosenPrices, Part, PriceProblem } from '../problem';
import { type Key, keyOf } from './brute-force';

/**
 * Says of a result, by the rules alone, what it is worth: every unit has one price that it may have, sets are whole,
 * limits are kept, nth items reduce what they must. Throws where a rule is broken. Returns the key of its units.
 */
export function keyOfChosen(problem: PriceProblem, { parts, sumFen }: ChosenPrices): Key {
  checkUnits(problem, parts);
  checkSets(problem, parts);
  for (const [p, { maxUnits }] of problem.prices.entries())
    if (maxUnits !== null) check(unitsOf(parts, (part) => part.price === p) <= maxUnits, `limit of price ${p}`);
  const units = parts.flatMap((part) => unitsOfPart(problem, part));
  const key = keyOf(problem, units);
  check(key[0] === sumFen, `sum by units ${key[0]}, by parts ${sumFen}`);
  check(sumFen === parts.reduce((sum, { amountFen }) => sum + amountFen, 0), 'parts add up');
  return key;
}

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`broken: ${what}`);
}

const unitsOf = (parts: readonly Part[], which: (part: Part) => boolean) =>
  parts.reduce((sum, part) => sum + (which(part) ? part.units : 0), 0);

function checkUnits(problem: PriceProblem, parts: readonly Part[]): void {
  for (const [line, { quantity, floorUnitFen }] of problem.lines.entries()) {
    const own = parts.filter((part) => part.line === line);
    check(unitsOf(own, () => true) === quantity, `units of line ${line}`);
    for (const part of own) {
      check(part.units > 0 && part.amountFen >= (floorUnitFen ?? 0) * part.units, `floor of line ${line}`);
      if (part.price !== null) check(problem.prices[part.price]?.unitFen[line] === part.stepOneFen, 'price as offered');
      check((part.kind === 'list') === (part.price === null && part.bundle === null), 'list price');
      check(!part.isReduced || part.nth !== null, 'reduced in a group');
      const takers = takersOf(problem, part);
      check(part.nth === null || takers.includes(part.nth), 'taken by its nth offer');
      if (part.bundle === null) check(part.nth !== null || takers.length === 0, 'in a group where one takes it');
    }
  }
}

function takersOf({ lines, nths }: PriceProblem, { line, kind, bundle, stepOneFen }: Part): number[] {
  const mayBeAbove = bundle !== null || stepOneFen > (lines[line]?.floorUnitFen ?? 0);
  return nths.flatMap((nth, n) => (mayBeAbove && nth.lines.includes(line) && nth.takes.includes(kind) ? [n] : []));
}

function checkSets(problem: PriceProblem, parts: readonly Part[]): void {
  for (const [b, { components, maxSets }] of problem.bundles.entries()) {
    const sets = components.map(({ line, units }) => unitsOf(parts, (p) => p.bundle === b && p.line === line) / units);
    const [first = 0] = sets;
    check(sets.every((n) => n === first) && Number.isInteger(first), `whole sets of bundle ${b}`);
    check(first <= (maxSets ?? first), `sets of bundle ${b}`);
  }
}

/** Units of a part with their step-1 prices; those of a bundle are told apart by what the part adds up to. */
function unitsOfPart(problem: PriceProblem, part: Part) {
  const { line, kind, nth, units, price, bundle, stepOneFen, amountFen, isReduced } = part;
  const rank = (price === null ? problem.bundles[bundle ?? -1]?.rank : problem.prices[price]?.rank) ?? 0;
  const priceOf = (fen: number) => (isReduced ? (problem.nths[nth ?? -1]?.reducedFen(line, fen) ?? fen) : fen);
  for (let dearer = 0; dearer <= units; dearer += 1) {
    const fens = Array.from({ length: units }, (_, i) => (i < dearer ? stepOneFen + 1 : stepOneFen));
    if (fens.reduce((sum, fen) => sum + priceOf(fen), 0) !== amountFen) continue;
    return fens.map((fen) => ({ line, kind, rank, fen, nth }));
  }
  throw new Error(`broken: amount of a part of line ${line}`);
}
