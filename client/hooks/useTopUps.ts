import { useCallback } from 'react';
import { type Load, useLoad } from '@/hooks/useLoad';
import { useRested } from '@/hooks/useRested';
import { resident } from '@/services/doors';
import { plusOne, useCart } from '@/stores/cart';
import { toastError } from '@/text/trouble';

type Wish = Parameters<typeof resident.ask<'order.topUps'>>[1];
export type TopUps = Awaited<ReturnType<typeof resident.ask<'order.topUps'>>>;

export interface TopUpping {
  load: Load<TopUps>;
  /** What is shown is of an older cart. */
  stale: boolean;
  add: (skuId: string, quantity: number) => void;
}

/** Goods that bring the next step nearer; asked anew when the wish has rested, and one tap puts them into the cart. */
export function useTopUps(wish: Wish): TopUpping {
  const wanted = JSON.stringify(wish);
  const asked = useRested(wanted);
  const load = useLoad(() => resident.ask('order.topUps', JSON.parse(asked) as Wish), [asked]);
  const add = useCallback((skuId: string, quantity: number) => {
    useCart.getState().change(plusOne(skuId, quantity)).catch(toastError);
  }, []);
  return { load, stale: asked !== wanted || load.refreshing, add };
}
