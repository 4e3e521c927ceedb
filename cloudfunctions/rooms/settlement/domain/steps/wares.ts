import type { CartLine, QuoteInput, ShelfItem } from '../input';

/** Goods with their prices, in the cart or on the shelf. */
export type Ware = Omit<ShelfItem, 'left'>;

/** By SKU id, what the cart knows and what the shelf knows. */
export function waresOf({ lines, shelf }: Pick<QuoteInput, 'lines' | 'shelf'>): ReadonlyMap<string, Ware> {
  const selected = lines.filter((line) => line.selected);
  return new Map([...(shelf ?? []), ...selected].map((ware) => [ware.skuId, ware]));
}

export function asLine(
  { skuId, categoryId, listUnitFen, noPromotion, floorUnitFen }: Ware,
  quantity: number,
): CartLine {
  return { skuId, categoryId, listUnitFen, noPromotion, floorUnitFen, quantity, selected: true };
}
