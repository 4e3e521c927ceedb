import { MAX_UNIT_PRICE_FEN } from '../../../../kernel/limits';
import type { ParameterSet } from '../parameters';
import { type CouponTermsOf, couponLadder } from './coupon-ladder';
import type { ReductionKind } from './kind';

/** 折扣券: a rate on what is left of its scope, with a cap (budgets reserve the worst case at claim). */
const parameters = {
  payRateBps: { type: 'bps', min: 0, max: 9999 },
  capFen: { type: 'fen', min: 1, max: MAX_UNIT_PRICE_FEN },
} as const satisfies ParameterSet;

export const couponPercentage = {
  lane: 'coupon',
  parameters,
  group: ({ group }) => group,
  ladder: ({ minSpendFen, payRateBps, capFen }, baseFen) =>
    couponLadder(minSpendFen, { form: 'percentage', payRateBps, capFen }, baseFen),
} as const satisfies ReductionKind<CouponTermsOf<'percentage'>>;
