import type { LinePriceKind } from '../../../kernel/coupon';
import type { Fen } from '../../../kernel/fen';
import type { EpochMs } from '../../../kernel/period';
import type { CartLine, Offer } from './input';
import { offerKindOf } from './registry';
import { type Asked, whyOfferClosed } from './steps/conditions';
import { priceLines } from './steps/line-prices';
import { isInScope } from './steps/scope';

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
  const open = offers.filter((offer) => isOpenLinePrice(offer, { resident, nowMs }));
  const [line] = priceLines([{ ...item, quantity: 1, selected: true }], open);
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
  return offers.filter((offer) => isInScope(offer.scope, item) && whyOfferClosed(offer, { resident, nowMs }) === null);
}

function isOpenLinePrice(offer: Offer, asked: Asked): boolean {
  return offerKindOf(offer.kind).lane === 'line-price' && whyOfferClosed(offer, asked) === null;
}
