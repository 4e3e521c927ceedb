export { earningFen, pointsEarned } from './domain/earned';
export type * from './domain/input';
export type { ParameterProblem } from './domain/parameters';
export { type LinePriced, offersTouching, type PricedItem, priceNow } from './domain/price-now';
export type * from './domain/quote';
export type { OfferKind, OfferParameters } from './domain/registry';
export { couponKinds, offerKinds, problemsOfOffer } from './domain/registry';
export { settle } from './domain/settle';
export { refundShare, refundShareByAdjustment, type UnitShare } from './domain/shares';
