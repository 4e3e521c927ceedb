import type { OfferTagView, ProductCardView } from '@rooms/catalog/contract';
import type { Tag, TagTone } from '@/components/OfferTag';
import type { ProductFace } from '@/components/ProductCard';
import { words } from '.';
import { offerTagText } from './offers';

const tones: Readonly<Record<OfferTagView['look'], TagTone>> = {
  price: 'now',
  save: 'save',
  gift: 'gift',
  plain: 'plain',
};

export const offerTag = (tag: OfferTagView): Tag => ({
  tone: tones[tag.look],
  text: offerTagText(tag.kind, tag.parameters),
});

/** A product of the catalogue as its card shows it: at most two offers, and what is left when it is little. */
export function productFace(view: ProductCardView): ProductFace {
  const { sku } = view;
  const stock = stockTag(view);
  const offers = view.tags.slice(0, 2 - stock.length).map(offerTag);
  return {
    productId: view.productId,
    skuId: sku.skuId,
    name: `${view.name} ${sku.spec}`,
    meta: view.meta,
    picture: view.picture,
    tint: view.tint,
    priceFen: sku.priceFen,
    wasFen: sku.priceFen < sku.listFen ? sku.listFen : undefined,
    tags: [...offers, ...stock],
    soldOut: sku.stock.state === 'out',
    manySkus: view.manySkus,
  };
}

/** At most one. */
function stockTag({ sku }: ProductCardView): Tag[] {
  if (sku.stock.state === 'out') return [{ tone: 'plain', text: words.product.soldOut }];
  if (sku.stock.state === 'low') return [{ tone: 'plain', text: words.product.low(sku.stock.left) }];
  return [];
}
