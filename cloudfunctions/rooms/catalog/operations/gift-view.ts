import type { GiftGood } from '../../campaign';
import { givesOf, type Offer, type OfferGives } from '../../settlement';
import type { GiftGoodView, GiftOfferView } from '../contract';
import { stockOf } from '../domain/stock';
import type { Sight } from './card';

/** Gifts by SKU, as the campaigns froze them. */
export type Gifts = ReadonlyMap<string, GiftGood>;

interface GiftPair {
  readonly gift: GiftGoodView;
  readonly substitute: GiftGoodView | null;
}

/** The gift that comes with units of the product; null: the offer gives none, or not by units. */
export function giftOfferView(offer: Offer, gifts: Gifts, shelves: Sight['shelves']): GiftOfferView | null {
  const gives = givesOf(offer);
  const pair = giftPair(gives, gifts, shelves);
  if (!pair || !gives.per) return null;
  const { offerId, title, endsAtMs } = offer;
  return { offerId, title, ...gives.per, ...pair, endsAtMs };
}

/** What comes, and what comes instead. Null: nothing does. */
export function giftPair({ gift }: OfferGives, gifts: Gifts, shelves: Sight['shelves']): GiftPair | null {
  if (!gift) return null;
  const { quantity, valueUnitFen, substitute } = gift;
  const good = goodView(gifts.get(gift.skuId), quantity, valueUnitFen, shelves);
  if (!good) return null;
  const instead = substitute && goodView(gifts.get(substitute.skuId), quantity, substitute.valueUnitFen, shelves);
  return { gift: good, substitute: instead };
}

function goodView(
  good: GiftGood | undefined,
  quantity: number,
  valueUnitFen: number,
  shelves: Sight['shelves'],
): GiftGoodView | null {
  if (!good) return null;
  const { shelfCellId: _, ...named } = good;
  return { ...named, quantity, valueUnitFen, inStock: stockOf(good, shelves).left >= quantity };
}
