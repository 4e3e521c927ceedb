/** Tints behind pictures, set by category, not at random (design tokens tile-*). */
export type TintName = 'peach' | 'sage' | 'honey' | 'rose' | 'sky' | 'oat';

/** A sellable unit (SKU) inside its product. */
export type Sku = {
  readonly skuId: string;
  readonly spec: string;
  readonly listFen: number;
  /** Lowest that one unit may cost after all reductions; 0: none set. */
  readonly floorFen: number;
  /** Gift cards, top-ups, infant formula: in no promotion (rules.md section 1). */
  readonly noPromotion: boolean;
  /** Fresh, or made to order: not returned without reason (rules.md section 2). */
  readonly noReturn?: true;
  /** The cell that holds its stock. */
  readonly shelfCellId: string;
};

export type Product = {
  readonly _id: string;
  readonly name: string;
  /** One line under the name. */
  readonly meta: string;
  readonly picture: string;
  readonly tint: TintName;
  readonly categoryId: string;
  readonly skus: readonly Sku[];
  readonly description: string;
  readonly details: readonly { readonly label: string; readonly value: string }[];
  readonly deliveryNote: string;
  readonly returnNote: string;
  /** What residents also call it, found by search. */
  readonly keywords: readonly string[];
  readonly onSale: boolean;
  /** Units sold so far, as of the last count of the shelves: what lists are sorted by. */
  readonly soldCount: number;
  /** Lowest list price of its SKUs: what lists are sorted by. */
  readonly fromFen: number;
};

export type Category = {
  readonly _id: string;
  readonly name: string;
  readonly picture: string;
  readonly tint: TintName;
  /** Place in the rail. */
  readonly order: number;
};

/** What an order needs to know of a SKU, in a document of its own so that a cart of 100 lines is one read. */
export type SkuFacts = Sku & {
  readonly _id: string;
  readonly productId: string;
  readonly name: string;
  readonly picture: string;
  readonly tint: TintName;
  readonly categoryId: string;
  readonly onSale: boolean;
};

export function skuFactsOf(product: Product): SkuFacts[] {
  const { _id: productId, name, picture, tint, categoryId, onSale } = product;
  return product.skus.map((sku) => ({ ...sku, _id: sku.skuId, productId, name, picture, tint, categoryId, onSale }));
}
