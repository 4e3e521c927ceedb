import type { Fen } from '../../../../kernel/fen';
import { bestChoice, type Found } from '../choice/search';
import { takeOffAll } from '../choice/take-off';
import type { Adjustment, Step } from '../quote';
import { adjustmentOf, numbersOf, sharesOf } from './adjustment';
import type { Candidates } from './candidates';
import type { WorkingLine } from './working-line';

const STEP_NAMES: Readonly<Record<number, Step>> = { 3: 'spend-tier', 4: 'first-order', 5: 'coupon' };

export interface ReducedGoods {
  readonly found: Found;
  readonly adjustments: readonly Adjustment[];
  /** What is left, by line index; points lower it further. */
  readonly amountsFen: Fen[];
}

/** Steps 3 to 5: the best choice of tiers, first order and coupons, each taken off at its turn. */
export function reduceGoods(lines: readonly WorkingLine[], { goods }: Candidates, nodeLimit: number): ReducedGoods {
  const ground = {
    amountsFen: lines.map((line) => line.amountFen),
    // No reduction comes to noPromotion lines, so their floors must not blunt the bounds of the search.
    floorsFen: lines.map((line) => (line.noPromotion ? 0 : line.floorFen)),
  };
  const found = bestChoice(goods, ground, nodeLimit);
  const amountsFen = [...ground.amountsFen];
  const adjustments = takeOffAll(found.options, amountsFen, ground.floorsFen).map(({ option, sharesFen }) => {
    const shares = sharesOf(option.lines, sharesFen, lines);
    return adjustmentOf(STEP_NAMES[option.step] ?? 'coupon', option.from, shares, numbersOf(option.rung));
  });
  return { found, adjustments, amountsFen };
}
