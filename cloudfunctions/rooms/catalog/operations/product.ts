import type { OutputOf } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import type { catalogContract } from '../contract';
import { findProduct, shelvesOf } from '../store';
import { cardView, mainSku, priceEndsAtMs, skuView, tagsOf, touching } from './card';
import { offersFor, readShopper } from './shopper';

type Output = OutputOf<(typeof catalogContract)['catalog.product']>;

/** One product with its price for this resident now and every offer that touches it. Refused: PRODUCT_UNKNOWN. */
export async function viewProduct(
  context: ResidentContext,
  { productId }: { readonly productId: string },
): Promise<Result<Output>> {
  const [shopper, product] = await Promise.all([readShopper(context), findProduct(context.db, productId)]);
  if (!product?.onSale) return refuse('PRODUCT_UNKNOWN', {});
  const [offers, shelves] = await Promise.all([offersFor(context, shopper), shelvesOf(context.db, product.skus)]);
  const sight = { shopper, offers, shelves, nowMs: context.nowMs };
  const card = cardView(product, sight);
  const sku = mainSku(product, sight);
  if (!card || !sku) return refuse('PRODUCT_UNKNOWN', {});
  const ends = new Map(touching(product, sku, sight).map(({ offerId, endsAtMs }) => [offerId, endsAtMs]));
  const tags = tagsOf(product, sku, sight);
  const { description, details, deliveryNote, returnNote } = product;
  return ok({
    ...card,
    tags,
    skus: product.skus.map((each) => skuView(product, each, sight)),
    description,
    details,
    deliveryNote,
    returnNote,
    offers: tags.map((tag) => ({ ...tag, endsAtMs: ends.get(tag.offerId) ?? 0 })),
    priceEndsAtMs: priceEndsAtMs(product, sku, sight),
  });
}
