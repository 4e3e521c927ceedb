import { MAX_UNIT_PRICE_FEN } from '../../../../kernel/limits';
import type { ParameterSet } from '../parameters';
import { type CouponTermsOf, couponLadder } from './coupon-ladder';
import type { ReductionKind } from './kind';

/** 运费券: at most this much off freight and rush fee together; one an order. */
const parameters = {
  offFen: { type: 'fen', min: 1, max: MAX_UNIT_PRICE_FEN },
} as const satisfies ParameterSet;

export const couponFreight = {
  lane: 'freight-coupon',
  parameters,
  group: () => 'freight',
  ladder: ({ minSpendFen, offFen }, baseFen) => couponLadder(minSpendFen, { form: 'fixed', offFen }, baseFen),
} as const satisfies ReductionKind<CouponTermsOf<'freight'>>;
