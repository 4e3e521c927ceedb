import type { AddOn, GiftLine } from './benefits';
import type { FundingShares } from './funding';
import type { Adjustment, Quote } from './quote';

/** A quote as the resident sees it: every fen of it, without who bears the reductions. */
export type ShownAdjustment = Omit<Adjustment, 'funding'>;
export type ShownQuote = Omit<Quote, 'adjustments' | 'gifts' | 'addOns' | 'funding'> & {
  readonly adjustments: readonly ShownAdjustment[];
  readonly gifts: readonly Omit<GiftLine, 'funding'>[];
  readonly addOns: readonly Omit<AddOn, 'funding'>[];
};

/** Who bears what between shop and merchants is their own affair: it stays in the order. */
export function shownQuote(quote: Quote): ShownQuote {
  const { funding: _, adjustments, gifts, addOns, ...open } = quote;
  return { ...open, adjustments: adjustments.map(unfunded), gifts: gifts.map(unfunded), addOns: addOns.map(unfunded) };
}

function unfunded<T extends { readonly funding: FundingShares }>({ funding: _, ...shown }: T): Omit<T, 'funding'> {
  return shown;
}
