import type { LinePriceKind } from '../../../../../kernel/coupon';
import type { ChosenPrices, NthOffer, PricedLine, PriceProblem } from '../problem';

/** A line; without a floor by default. */
export function aLine(quantity: number, listUnitFen: number, floorUnitFen = 0): PricedLine {
  return { quantity, listUnitFen, floorUnitFen };
}

export function aProblem(lines: readonly PricedLine[], over: Partial<PriceProblem> = {}): PriceProblem {
  return { lines, prices: [], bundles: [], nths: [], nodeLimit: 20_000, ...over };
}

/** Of each full `every` the `reduced` cheapest at `payRateBps`, at the floor at least; takes list, tier and window. */
export function anNth(
  lines: readonly PricedLine[],
  every: number,
  reduced: number,
  payRateBps: number,
  over: Partial<NthOffer> = {},
): NthOffer {
  const takes: LinePriceKind[] = ['list', 'tier', 'window'];
  const reducedFen = (line: number, unitFen: number) =>
    Math.max(lines[line]?.floorUnitFen ?? 0, Math.ceil((unitFen * payRateBps) / 10_000));
  return { rank: 0, every, reduced, lines: [...lines.keys()], takes, reducedFen, ...over };
}

/** Parts in short: line, kind, units, whether reduced, amount. */
export function shown({ parts }: ChosenPrices): string[] {
  return parts.map(
    ({ line, kind, units, isReduced, amountFen }) =>
      `${line} ${kind} ×${units}${isReduced ? ' reduced' : ''} ${amountFen}`,
  );
}
