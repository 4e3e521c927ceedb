import type { LinePriceKind } from '../../../kernel/coupon';
import type { Fen } from '../../../kernel/fen';
import type { EpochMs } from '../../../kernel/period';
import type { CartLine, Offer } from './input';
import { preparedFor } from './prepared';
import { Basket } from './steps/basket';
import { type Asked, whyOfferClosed } from './steps/conditions';
import { openPrices } from './steps/line-price-adjustments';
import { priceLines } from './steps/line-prices';

/** What a product page knows of one unit. */
export type PricedItem = Pick<CartLine, 'skuId' | 'categoryId' | 'listUnitFen' | 'noPromotion' | 'floorUnitFen'>;

export interface LinePriced {
  readonly unitFen: Fen;
  readonly linePrice: LinePriceKind;
  /** Null: list price. */
  readonly offerId: string | null;
}

/** What one unit costs this resident now, by step 1 alone: what shelves and product pages show. */
export function priceNow(
  item: PricedItem,
  offers: readonly Offer[],
  resident: Asked['resident'],
  nowMs: EpochMs,
): LinePriced {
  const prepared = preparedFor(offers);
  const { linePrices } = openPrices(prepared, { resident, nowMs });
  const basket = new Basket([{ ...item, quantity: 1, selected: true }], prepared.scopes);
  const [line] = priceLines(basket, { linePrices, bundles: [], nths: [] }, 1).lines;
  if (!line) throw new Error('a selected line has a price');
  return { unitFen: line.unitFen, linePrice: line.linePrice, offerId: line.offerId };
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
