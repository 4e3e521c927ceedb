import type { ChosenPrices, Part, PriceProblem } from './problem';
import { KIND_ORDER } from './tags';

const LIST = -1;

/**
 * Each line at its cheapest price, where nothing stands against it: no bundle, no nth offer, no limit exceeded. Null
 * otherwise. Without limits no choice is lower, and limits that it keeps do not matter.
 */
export function cheapestPrices(problem: PriceProblem): ChosenPrices | null {
  if (problem.bundles.length > 0 || problem.nths.length > 0) return null;
  const chosen: number[] = [];
  for (let line = 0; line < problem.lines.length; line += 1) chosen.push(cheapestFor(problem, line));
  if (!keepsLimits(problem, chosen)) return null;
  const parts: Part[] = [];
  let sumFen = 0;
  for (let line = 0; line < chosen.length; line += 1) {
    const part = partAt(problem, line, chosen[line] ?? LIST);
    if (part.units === 0) continue;
    parts.push(part);
    sumFen += part.amountFen;
  }
  return { parts, sumFen, proven: true, considered: 0 };
}

/** Of equal prices flash before window before tier before list, then the lower rank. */
function cheapestFor({ lines, prices }: PriceProblem, line: number): number {
  let best = LIST;
  let bestFen = lines[line]?.listUnitFen ?? 0;
  let bestOrder = KIND_ORDER.length;
  let bestRank = 0;
  for (let p = 0; p < prices.length; p += 1) {
    const offer = prices[p];
    const fen = offer?.unitFen[line];
    if (!offer || fen === undefined || fen > bestFen || offer.maxUnits === 0) continue;
    const order = KIND_ORDER.indexOf(offer.kind);
    const isEqual = fen === bestFen;
    if (isEqual && (order > bestOrder || (order === bestOrder && offer.rank > bestRank))) continue;
    [best, bestFen, bestOrder, bestRank] = [p, fen, order, offer.rank];
  }
  return best;
}

function keepsLimits({ lines, prices }: PriceProblem, chosen: readonly number[]): boolean {
  if (prices.every(({ maxUnits }) => maxUnits === null)) return true;
  const units = prices.map(() => 0);
  for (const [line, price] of chosen.entries()) {
    if (price !== LIST) units[price] = (units[price] ?? 0) + (lines[line]?.quantity ?? 0);
  }
  return prices.every(({ maxUnits }, p) => maxUnits === null || (units[p] ?? 0) <= maxUnits);
}

function partAt({ lines, prices }: PriceProblem, line: number, price: number): Part {
  const { quantity, listUnitFen } = lines[line] ?? { quantity: 0, listUnitFen: 0 };
  const offer = prices[price];
  const unitFen = offer?.unitFen[line] ?? listUnitFen;
  return {
    line,
    kind: offer?.kind ?? 'list',
    price: offer ? price : null,
    bundle: null,
    nth: null,
    isReduced: false,
    units: quantity,
    stepOneFen: unitFen,
    stepOneAmountFen: unitFen * quantity,
    amountFen: unitFen * quantity,
  };
}
