export { earningFen, pointsEarned } from './domain/earned';
export { couponKinds, offerKinds, problemsOfOffer } from './domain/registry';
export { settle } from './domain/settle';
export { refundShare, refundShareByAdjustment, type UnitShare } from './domain/shares';
export type * from './domain/types';
