import type { Fen } from '../../../../kernel/fen';
import type { Found } from '../choice/found';
import { bestChoice } from '../choice/search';
import type { Adjustment } from '../quote';
import { adjustmentOf, allocationOf, numbersOf } from './adjustment';
import type { Candidates } from './candidates';
import type { PricedLines } from './priced-lines';

export interface ReducedGoods {
  readonly found: Found;
  readonly adjustments: readonly Adjustment[];
  /** What is left, by line index; points lower it further. */
  readonly amountsFen: Fen[];
}

/** Steps 3 to 5: the best choice of tiers, first order and coupons, each taken off at its turn. */
export function reduceGoods(
  { lines, floorsFen: lowestFen }: PricedLines,
  { goods }: Candidates,
  nodeLimit: number,
): ReducedGoods {
  const amountsFen = new Array<Fen>(lines.length);
  const floorsFen = new Array<Fen>(lines.length);
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    amountsFen[i] = line?.amountFen ?? 0;
    // No reduction comes to noPromotion lines, so their floors must not blunt the bounds of the search.
    floorsFen[i] = line?.noPromotion ? 0 : (lowestFen[i] ?? 0);
  }
  const found = bestChoice(goods, { amountsFen, floorsFen }, nodeLimit);
  const adjustments: Adjustment[] = [];
  for (const { option, sharesFen } of found.taken)
    adjustments.push(adjustmentOf(option.from, allocationOf(option.lines, sharesFen, lines), numbersOf(option.rung)));
  return { found, adjustments, amountsFen: found.leftFen };
}
