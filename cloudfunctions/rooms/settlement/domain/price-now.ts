import type { EpochMs } from '../../../kernel/period';
import type { CartLine, Offer } from './input';
import { preparedFor } from './prepared';
import { Basket } from './steps/basket';
import { type Asked, whyOfferClosed } from './steps/conditions';
import { Openness } from './steps/openness';
import { type LinePriced, priceAlone } from './steps/unit-alone';

export type { LinePriced };

/** What a product page knows of one unit. */
export type PricedItem = Pick<CartLine, 'skuId' | 'categoryId' | 'listUnitFen' | 'noPromotion' | 'floorUnitFen'>;

/** What one unit costs this resident now, by step 1 alone: what shelves and product pages show. */
export function priceNow(
  item: PricedItem,
  offers: readonly Offer[],
  resident: Asked['resident'],
  nowMs: EpochMs,
): LinePriced {
  const prepared = preparedFor(offers);
  return priceAlone(item, new Openness(prepared, { resident, nowMs }).openOf(prepared.linePrices));
}

/** Offers of any lane that are open to this resident now and have the item in their scope. */
export function offersTouching(
  item: PricedItem,
  offers: readonly Offer[],
  resident: Asked['resident'],
  nowMs: EpochMs,
): Offer[] {
  const prepared = preparedFor(offers);
  const basket = new Basket([{ ...item, quantity: 1, selected: true }], prepared.scopes);
  const touches = ({ offerId }: Offer) => basket.linesIn(prepared.byOfferId.get(offerId)?.scope ?? -1).length > 0;
  return offers.filter((offer) => touches(offer) && whyOfferClosed(offer, { resident, nowMs }) === null);
}
