import type { QuoteView } from '@rooms/order/contract';
import { useEffect, useState } from 'react';
import { type Load, useLoad } from '@/hooks/useLoad';
import { resident } from '@/services/doors';
import { type CartEntry, useCart } from '@/stores/cart';

/** Five quick taps on + are one question, not five. */
const REST_MS = 250;

/** What the till asks and answers: the cart that was quoted, and the quote (null for an empty cart). */
export interface QuotedCart {
  lines: readonly CartEntry[];
  view: QuoteView | null;
}

/** The cart with its live quote. Taps show at once from the cart's store; the quote follows when they rest. */
export function useCartQuote(): Load<QuotedCart> {
  const lines = useCart((cart) => cart.lines);
  const wanted = lines === null ? null : JSON.stringify(lines);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    if (asked === wanted) return;
    const timer = setTimeout(() => setAsked(wanted), asked === null ? 0 : REST_MS);
    return () => clearTimeout(timer);
  }, [asked, wanted]);
  return useLoad(async () => {
    const cart = useCart.getState();
    const now = cart.lines ?? (await cart.fetch());
    if (now.length === 0) return { lines: now, view: null };
    return { lines: now, view: await resident.ask('order.quote', { lines: now.map((line) => ({ ...line })) }) };
  }, [asked]);
}
