import { shareOfUnits } from '../../../../kernel/allocate';
import type { Quantities } from '../../../../kernel/cell';
import { unitsCredited } from './gifts';
import type { Refund } from './record';
import { type Sold, unitsIn } from './units';

/**
 * What the budget of one campaign got back with these refunds: of each offer's reduction the shares of their units, of
 * each gift unit its stated value, once. Coupons go back with the coupon, freight and add-ons with the last unit (docs/decisions,
 * refunds). Keys: the campaign and its offers, in fen.
 */
export function budgetReturned(
  { quote }: Pick<Sold, 'quote'>,
  campaignId: string,
  given: readonly Pick<Refund, 'units' | 'amounts' | 'creditedGifts'>[],
): Quantities {
  const returned: { [key: string]: number } = {};
  const book = (offerId: string, fen: number) => {
    for (const key of [campaignId, offerId]) returned[key] = (returned[key] ?? 0) + fen;
  };
  const quantities = new Map(quote.lines.map(({ lineId, quantity }) => [lineId, quantity]));
  for (const { campaignId: payer, offerId, couponId, allocation } of quote.adjustments) {
    if (payer !== campaignId || offerId === null || couponId !== null) continue;
    for (const { lineId, amountFen } of allocation) {
      const quantity = quantities.get(lineId);
      if (quantity) book(offerId, shareOfUnits(0 - amountFen, unitsIn(given, lineId), quantity));
    }
  }
  for (const { campaignId: payer, offerId, lineId, valueUnitFen } of quote.gifts)
    if (payer === campaignId) book(offerId, valueUnitFen * unitsCredited(given, lineId));
  return returned;
}
