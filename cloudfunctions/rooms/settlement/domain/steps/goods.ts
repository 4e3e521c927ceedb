import type { Fen } from '../../../../kernel/fen';
import { bestChoice, type Found } from '../choice/search';
import { takeOffAll } from '../choice/take-off';
import type { Adjustment, Step } from '../quote';
import { adjustmentOf, allocationOf, numbersOf } from './adjustment';
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
  const before: Fen[] = [];
  const floorsFen: Fen[] = [];
  for (const { amountFen, floorFen, noPromotion } of lines) {
    before.push(amountFen);
    // No reduction comes to noPromotion lines, so their floors must not blunt the bounds of the search.
    floorsFen.push(noPromotion ? 0 : floorFen);
  }
  const found = bestChoice(goods, { amountsFen: before, floorsFen }, nodeLimit);
  const amountsFen = before.slice();
  const adjustments: Adjustment[] = [];
  for (const { option, sharesFen } of takeOffAll(found.options, amountsFen, floorsFen)) {
    const allocation = allocationOf(option.lines, sharesFen, lines);
    adjustments.push(
      adjustmentOf(STEP_NAMES[option.step] ?? 'coupon', option.from, allocation, numbersOf(option.rung)),
    );
  }
  return { found, adjustments, amountsFen };
}
