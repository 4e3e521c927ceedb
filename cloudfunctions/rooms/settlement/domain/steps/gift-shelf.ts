import type { QuoteInput } from '../input';

/** Gifts that can still be given: stock less the cart's own units of the SKU and less what earlier gifts took. */
export class GiftShelf {
  private readonly taken = new Map<string, number>();

  constructor(private readonly input: Pick<QuoteInput, 'giftStock' | 'lines'>) {}

  /** Takes as many of the wanted units as there are; a SKU whose stock is not known counts as in stock. */
  take(skuId: string, wanted: number): number {
    const units = Math.min(wanted, this.left(skuId));
    this.taken.set(skuId, (this.taken.get(skuId) ?? 0) + units);
    return units;
  }

  left(skuId: string): number {
    const { giftStock, lines } = this.input;
    const stock = giftStock && Object.hasOwn(giftStock, skuId) ? giftStock[skuId] : undefined;
    if (stock === undefined) return Number.POSITIVE_INFINITY;
    const own = lines.reduce((sum, line) => sum + (line.selected && line.skuId === skuId ? line.quantity : 0), 0);
    return Math.max(0, stock - own - (this.taken.get(skuId) ?? 0));
  }
}
