import type { OutputOf } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { campaignsByHead, giftsNear } from '../../campaign';
import { givesOf, type Offer } from '../../settlement';
import type { catalogContract } from '../contract';
import type { Product } from '../domain/product';
import { findProduct, shelvesOf } from '../store';
import { type BundleSight, bundleView, byUse } from './bundle-view';
import { shelvedBy } from './bundles';
import { cardView, mainSku, priceEndsAtMs, skuView, tagsOf, touching } from './card';
import { giftOfferView } from './gift-view';
import { goodsSeen, rememberGoods } from './goods-seen';
import { offersFor, readShopper, type Shopper } from './shopper';

type Output = OutputOf<(typeof catalogContract)['catalog.product']>;

/**
 * One product with its price for this resident now and every offer that touches it, its gifts and the sets that contain it.
 * Two round trips when warm. Refused: PRODUCT_UNKNOWN.
 */
export async function viewProduct(
  context: ResidentContext,
  { productId }: { readonly productId: string },
): Promise<Result<Output>> {
  const [shopper, product] = await Promise.all([
    readShopper(context),
    findProduct(context.db, productId),
    rememberGoods(context, null),
  ]);
  if (!product?.onSale) return refuse('PRODUCT_UNKNOWN', {});
  const sight = await sightOf(context, shopper, product);
  const card = cardView(product, sight);
  const sku = mainSku(product, sight);
  if (!card || !sku) return refuse('PRODUCT_UNKNOWN', {});
  const here = touching(product, sku, sight);
  const ends = new Map(here.map(({ offerId, endsAtMs }) => [offerId, endsAtMs]));
  const tags = tagsOf(product, sku, sight);
  const { description, details, deliveryNote, returnNote } = product;
  return ok({
    ...card,
    tags,
    skus: product.skus.map((each) => skuView(product, each, sight)),
    ...{ description, details, deliveryNote, returnNote },
    offers: tags.map((tag) => ({ ...tag, endsAtMs: ends.get(tag.offerId) ?? 0 })),
    gifts: here.flatMap((offer) => giftOfferView(offer, sight.gifts, sight.shelves) ?? []),
    bundles: sight.offers
      .filter((offer) => contains(offer, product))
      .flatMap((offer) => bundleView(offer, sight) ?? [])
      .filter(({ isForMe }) => isForMe)
      .sort(byUse),
    priceEndsAtMs: priceEndsAtMs(product, sku, sight),
  });
}

const contains = (offer: Offer, { skus }: Product): boolean =>
  givesOf(offer).components.some(({ skuId }) => skus.some((sku) => sku.skuId === skuId));

/** The shelves of the product, of its sets, and of all that may be given here. */
async function sightOf(context: ResidentContext, shopper: Shopper, product: Product): Promise<BundleSight> {
  const { db, nowMs } = context;
  const [offers, campaigns] = await Promise.all([offersFor(context, shopper), campaignsByHead(context, shopper.head)]);
  const gifts = giftsNear(campaigns, shopper.estateId, nowMs);
  const goods = new Map(goodsSeen(db).map((good) => [good.skuId, good]));
  const touches = offers.filter((offer) => contains(offer, product) || givesOf(offer).per !== null);
  const shelves = await shelvesOf(db, [...product.skus, ...shelvedBy(touches, { gifts, goods })]);
  return { shopper, offers, shelves, nowMs, gifts, goods };
}
