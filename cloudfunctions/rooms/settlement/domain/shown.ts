import type { Adjustment, Quote } from './quote';

/** A quote as the resident sees it: every fen of it, without who bears the reductions. */
export type ShownAdjustment = Omit<Adjustment, 'funding'>;
export type ShownQuote = Omit<Quote, 'adjustments'> & { readonly adjustments: readonly ShownAdjustment[] };

/** Who bears what between shop and merchants is their own affair: it stays in the order. */
export function shownQuote(quote: Quote): ShownQuote {
  return { ...quote, adjustments: quote.adjustments.map(({ funding: _, ...shown }) => shown) };
}
