import type { Fen } from '../../../../kernel/fen';
import type { CartLine, QuoteInput, ShelfItem } from '../input';
import type { PriceAs } from './step-ahead';

/** Goods with their prices, in the cart or on the shelf. */
export type Ware = Omit<ShelfItem, 'left'>;

/** By SKU id, what the cart knows and what the shelf knows. */
export function waresOf({ lines, shelf }: Pick<QuoteInput, 'lines' | 'shelf'>): ReadonlyMap<string, Ware> {
  const selected = lines.filter((line) => line.selected);
  return new Map([...(shelf ?? []), ...selected].map((ware) => [ware.skuId, ware]));
}

/** What one unit costs by itself now. */
export function unitFenNow(ware: Ware, priceAs: PriceAs): Fen {
  return priceAs([asLine(ware, 1)], 'exact')[0]?.unitFen ?? ware.listUnitFen;
}

export function asLine(
  { skuId, categoryId, listUnitFen, noPromotion, floorUnitFen }: Ware,
  quantity: number,
): CartLine {
  return { skuId, categoryId, listUnitFen, noPromotion, floorUnitFen, quantity, selected: true };
}
