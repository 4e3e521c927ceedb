import { useCallback } from 'react';
import type { ProductDeeds, ProductFace } from '@/components/ProductCard';
import { open } from '@/services/navigate';
import { toast } from '@/services/toast';
import { plusOne, setQuantity, useCart } from '@/stores/cart';
import { words } from '@/text';
import { toastError } from '@/text/trouble';

/** What taps on goods do wherever goods stand. Stable functions: cards in long lists do not draw anew for them. */
export function useCartDeeds(): ProductDeeds & { onSet: (product: ProductFace, quantity: number) => void } {
  const onOpen = useCallback((product: ProductFace) => open('product', { id: product.productId }), []);
  const onAdd = useCallback((product: ProductFace) => {
    useCart
      .getState()
      .change(plusOne(product.skuId))
      .then(() => toast(words.product.added))
      .catch(toastError);
  }, []);
  const onSet = useCallback((product: ProductFace, quantity: number) => {
    useCart.getState().change(setQuantity(product.skuId, quantity)).catch(toastError);
  }, []);
  return { onOpen, onAdd, onSet };
}
