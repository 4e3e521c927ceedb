export { earningFen } from './domain/earned';
export type * from './domain/input';
export { type LinePriced, offersTouching, priceNow } from './domain/price-now';
export type * from './domain/quote';
export type { OfferKind, OfferParameters } from './domain/registry';
export { offerKinds, problemsOfOffer } from './domain/registry';
export { settle } from './domain/settle';
export { type ShownAdjustment, type ShownQuote, shownQuote } from './domain/shown';
