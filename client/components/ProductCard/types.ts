import type { Tag } from '@/components/OfferTag';

/** What a card of goods shows; pages make it from the catalogue's views (text/product.ts). */
export interface ProductFace {
  productId: string;
  skuId: string;
  name: string;
  meta: string;
  picture: string;
  tint: string;
  priceFen: number;
  /** Struck price; only with evidence. */
  wasFen?: number;
  tags: readonly Tag[];
  soldOut: boolean;
  /** Several specs: the button opens the product instead of adding. */
  manySkus: boolean;
}

export interface ProductDeeds {
  onOpen: (product: ProductFace) => void;
  onAdd: (product: ProductFace) => void;
}
