import { shareOfUnits } from '../../../../kernel/allocate';
import { mulDiv } from '../../../../kernel/muldiv';
import type { FundingShares } from '../../../settlement';
import { unitsCredited } from './gifts';
import type { Refund } from './record';
import { type Sold, unitsIn } from './units';

type Given = readonly Pick<Refund, 'units' | 'amounts' | 'creditedGifts'>[];

/**
 * What merchants bear no more after these refunds: of each offer the part of its reduction that went back with units, of
 * each gift its units, rounded down. Coupons, freight and add-ons go with the last unit, as in the budget.
 */
export function merchantsUndone({ quote }: Pick<Sold, 'quote'>, given: Given): Readonly<Record<string, number>> {
  const undone: Record<string, number> = {};
  const undo = ({ merchantsFen }: FundingShares, part: number, whole: number) => {
    if (part === 0 || whole === 0) return;
    for (const [id, fen] of Object.entries(merchantsFen))
      undone[id] = (undone[id] ?? 0) + mulDiv(part, fen, whole).quotient;
  };
  const quantities = new Map(quote.lines.map(({ lineId, quantity }) => [lineId, quantity]));
  for (const { couponId, allocation, amountFen, funding } of quote.adjustments) {
    if (couponId !== null) continue;
    const backFen = allocation.reduce((sum, entry) => {
      const quantity = quantities.get(entry.lineId);
      return sum + (quantity ? shareOfUnits(0 - entry.amountFen, unitsIn(given, entry.lineId), quantity) : 0);
    }, 0);
    undo(funding, backFen, 0 - amountFen);
  }
  for (const { lineId, quantity, funding } of quote.gifts) undo(funding, unitsCredited(given, lineId), quantity);
  return undone;
}
