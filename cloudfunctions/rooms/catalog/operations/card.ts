import { MINUTE_MS, shanghaiDay, startOfShanghaiDay } from '../../../kernel/period';
import { hasFirstOrderRight, isNewResident } from '../../../kernel/wallet';
import {
  type LinePriced,
  type Offer,
  type OfferKind,
  offerKinds,
  offersTouching,
  priceNow,
  type QuoteResident,
} from '../../settlement';
import type { OfferTagView, ProductCardView, SkuView } from '../contract';
import type { Product, Sku } from '../domain/product';
import { type Shelves, stockOf } from '../domain/stock';
import type { Shopper } from './shopper';

/** All that turns stored products into what this resident sees now. */
export interface Sight {
  readonly shopper: Shopper;
  readonly offers: readonly Offer[];
  readonly shelves: Shelves;
  readonly nowMs: number;
}

/** A card has room for two tags; the kind says which may be on it (freight and the first order are said elsewhere). */
const MOST_CARD_TAGS = 2;

export function residentOf({
  wallet,
  estateId,
}: Shopper): Pick<QuoteResident, 'tier' | 'isNew' | 'estateId' | 'firstOrderRight'> {
  const { tier } = wallet;
  return { tier, estateId, isNew: isNewResident(wallet), firstOrderRight: hasFirstOrderRight(wallet) };
}

const lineOf = (product: Product, { skuId, listFen, noPromotion, floorFen }: Sku) => ({
  skuId,
  categoryId: product.categoryId,
  listUnitFen: listFen,
  noPromotion,
  floorUnitFen: floorFen,
});

export function priceOf(product: Product, sku: Sku, { shopper, offers, nowMs }: Sight): LinePriced {
  return priceNow(lineOf(product, sku), offers, residentOf(shopper), nowMs);
}

/** When the price goes back: end of today's window, or of the offer, whichever is first. Null: it is the list price. */
export function priceEndsAtMs(product: Product, sku: Sku, sight: Sight): number | null {
  const { offerId } = priceOf(product, sku, sight);
  const offer = sight.offers.find((each) => each.offerId === offerId);
  if (!offer) return null;
  const dayStartMs = startOfShanghaiDay(shanghaiDay(sight.nowMs));
  const windows = offer.kind === 'time-window' ? offer.parameters.windows : [];
  const ends = windows
    .map(({ untilMinute }) => dayStartMs + untilMinute * MINUTE_MS)
    .filter((endMs) => endMs > sight.nowMs);
  return Math.min(offer.endsAtMs, ...ends);
}

export function touching(product: Product, sku: Sku, { shopper, offers, nowMs }: Sight): readonly Offer[] {
  return offersTouching(lineOf(product, sku), offers, residentOf(shopper), nowMs);
}

export function skuView(product: Product, sku: Sku, sight: Sight): SkuView {
  const { skuId, spec, listFen } = sku;
  const { unitFen } = priceOf(product, sku, sight);
  return { skuId, spec, listFen, priceFen: unitFen, stock: stockOf(sku, sight.shelves) };
}

/** A line-price tag is shown only where it makes the price: a tag that the price does not bear out is a false promise. */
export function tagsOf(product: Product, sku: Sku, sight: Sight): (OfferTagView & { readonly kind: OfferKind })[] {
  const price = priceOf(product, sku, sight);
  return touching(product, sku, sight)
    .filter(({ kind, offerId }) => offerKinds[kind].lane !== 'line-price' || offerId === price.offerId)
    .map(({ offerId, kind, parameters }) => ({ offerId, kind, look: offerKinds[kind].look.tone, parameters }))
    .sort((a, b) => Number(b.look === 'price') - Number(a.look === 'price') || (a.offerId < b.offerId ? -1 : 1));
}

/** The SKU that a card sells by one tap: the cheapest in stock, else the cheapest. */
export function mainSku(product: Product, sight: Sight): Sku | null {
  const stock = (sku: Sku) => (stockOf(sku, sight.shelves).state === 'out' ? 1 : 0);
  return [...product.skus].sort((a, b) => stock(a) - stock(b) || a.listFen - b.listFen)[0] ?? null;
}

/** Null: a product without SKUs cannot be shown. */
export function cardView(product: Product, sight: Sight): ProductCardView | null {
  const sku = mainSku(product, sight);
  if (!sku) return null;
  const { _id, name, meta, picture, tint, categoryId, soldCount } = product;
  const tags = tagsOf(product, sku, sight).filter(({ kind }) => offerKinds[kind].look.onCard);
  return {
    productId: _id,
    name,
    meta,
    picture,
    tint,
    categoryId,
    sku: skuView(product, sku, sight),
    manySkus: product.skus.length > 1,
    tags: tags.slice(0, MOST_CARD_TAGS),
    soldCount,
  };
}

export function cardViews(products: readonly Product[], sight: Sight): ProductCardView[] {
  return products.flatMap((product) => cardView(product, sight) ?? []);
}
