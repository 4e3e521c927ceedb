import type { Fen } from '../../../../kernel/fen';
import type { Part, PriceProblem } from './problem';
import { byKind } from './tags';

/** The best price of each line that nothing binds: what its units cost outside of sets and limits. */
export interface Fallback {
  /** Index of the price, by line; LIST: the list price. */
  readonly price: readonly number[];
  readonly fen: readonly Fen[];
}

export const LIST = -1;

/** Of equal prices flash before window before tier before list, then the lower rank. `isOut`: prices that do not count. */
export function fallbackOf({ lines, prices }: PriceProblem, isOut: readonly boolean[]): Fallback {
  const price = new Array<number>(lines.length).fill(LIST);
  const fen = new Array<Fen>(lines.length);
  for (let line = 0; line < lines.length; line += 1) fen[line] = lines[line]?.listUnitFen ?? 0;
  for (let p = 0; p < prices.length; p += 1) {
    const offer = prices[p];
    if (!offer || isOut[p] || offer.maxUnits === 0) continue;
    for (let line = 0; line < lines.length; line += 1) {
      const own = offer.unitFen[line];
      const known = fen[line] ?? 0;
      if (own === undefined || own > known) continue;
      const before = prices[price[line] ?? LIST];
      if (own === known && before && !isPreferred(offer, before)) continue;
      price[line] = p;
      fen[line] = own;
    }
  }
  return { price, fen };
}

type Priced = Pick<PriceProblem['prices'][number], 'kind' | 'rank'>;

function isPreferred(a: Priced, b: Priced): boolean {
  return (byKind(a.kind, b.kind) || a.rank - b.rank) < 0;
}

/** Units of a line at its fallback, or at another price. */
export function partAt({ lines, prices }: PriceProblem, line: number, price: number, units: number): Part {
  const offer = prices[price];
  const unitFen = offer?.unitFen[line] ?? lines[line]?.listUnitFen ?? 0;
  const amountFen = unitFen * units;
  return {
    line,
    kind: offer?.kind ?? 'list',
    price: offer ? price : null,
    bundle: null,
    nth: null,
    isReduced: false,
    units,
    stepOneFen: unitFen,
    stepOneAmountFen: amountFen,
    amountFen,
  };
}
