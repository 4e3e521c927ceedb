import type { Cell } from '../../../kernel/cell';
import type { SkuFacts } from '../../catalog';
import type { CartLineView } from '../contract';

export interface AskedLine {
  readonly skuId: string;
  readonly quantity: number;
  readonly selected: boolean;
  /** Why it cannot be bought as it is. */
  readonly trouble: CartLineView['trouble'];
}

interface Shop {
  readonly facts: ReadonlyMap<string, SkuFacts>;
  readonly cells: ReadonlyMap<string, Pick<Cell, 'left'>>;
}

/** Units that can be bought now; null: the shelf was not read, so the take decides. */
export function stockLeft({ facts, cells }: Shop, skuId: string): number | null {
  const sku = facts.get(skuId);
  if (!sku) return 0;
  const shelf = cells.get(sku.shelfCellId);
  return shelf ? (shelf.left[skuId] ?? 0) : null;
}

export function troubleOf(shop: Shop, skuId: string, quantity: number): CartLineView['trouble'] {
  if (!shop.facts.get(skuId)?.onSale) return 'GONE';
  const left = stockLeft(shop, skuId);
  if (left === null || left >= quantity) return null;
  return left === 0 ? 'SOLD_OUT' : 'QUANTITY_ABOVE_STOCK';
}

/** The lines with their trouble, in ascending SKU id: nothing depends on the order of the input. */
export function askedLines(
  shop: Shop,
  lines: readonly { readonly skuId: string; readonly quantity: number; readonly selected: boolean }[],
): AskedLine[] {
  return lines
    .map(({ skuId, quantity, selected }) => ({ skuId, quantity, selected, trouble: troubleOf(shop, skuId, quantity) }))
    .sort((a, b) => (a.skuId < b.skuId ? -1 : 1));
}

/** As shown; a SKU that is gone has only its id. */
export function lineView(shop: Shop, { skuId, quantity, selected, trouble }: AskedLine): CartLineView {
  const sku = shop.facts.get(skuId);
  return {
    skuId,
    productId: sku?.productId ?? '',
    name: sku?.name ?? '',
    spec: sku?.spec ?? '',
    picture: sku?.picture ?? '',
    tint: sku?.tint ?? 'oat',
    quantity,
    selected,
    listFen: sku?.listFen ?? 0,
    stockLeft: stockLeft(shop, skuId) ?? quantity,
    trouble,
  };
}
