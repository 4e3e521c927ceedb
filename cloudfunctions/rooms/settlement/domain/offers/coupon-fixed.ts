import { MAX_UNIT_PRICE_FEN } from '../../../../kernel/limits';
import type { ParameterSet } from '../parameters';
import { type CouponTermsOf, couponLadder } from './coupon-ladder';
import type { ReductionKind } from './kind';

/** 满减券: a fixed amount off its scope, at most what is left of it. */
const parameters = {
  offFen: { type: 'fen', min: 1, max: MAX_UNIT_PRICE_FEN },
} as const satisfies ParameterSet;

export const couponFixed = {
  lane: 'coupon',
  parameters,
  group: ({ group }) => group,
  ladder: ({ minSpendFen, offFen }, baseFen) => couponLadder(minSpendFen, { form: 'fixed', offFen }, baseFen),
} as const satisfies ReductionKind<CouponTermsOf<'fixed'>>;
