export { couponKinds, offerKinds, problemsOfOffer } from './domain/registry';
export type * from './domain/types';
