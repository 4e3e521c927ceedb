import type { SkuView } from '@rooms/catalog/contract';
import type { QuoteView } from '@rooms/order/contract';
import { useLoad } from '@/hooks/useLoad';
import { useRested } from '@/hooks/useRested';
import { resident } from '@/services/doors';
import { plusOne, useCart } from '@/stores/cart';

/** What the cart would come to with one more of it; null: not known, or there is none to be had. */
export type AheadView = QuoteView | null;

/** Asked behind the first draw, and again when the cart has rested. The page stands without it, so its failure is not shown. */
export function useAhead(sku: SkuView): AheadView {
  const lines = useCart((cart) => cart.lines);
  const wanted = useRested(JSON.stringify(lines));
  const { skuId, stock } = sku;
  const load = useLoad<AheadView>(async () => {
    if (stock.state === 'out') return null;
    const cart = useCart.getState();
    const now = cart.lines ?? (await cart.fetch());
    const more = plusOne(skuId)(now).map((line) => ({ ...line }));
    return resident.ask('order.quote', { lines: more });
  }, [skuId, stock.state, wanted === 'null' ? '' : wanted]);
  return load.data ?? null;
}
