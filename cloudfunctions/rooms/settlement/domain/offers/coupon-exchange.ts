import { MAX_UNIT_PRICE_FEN } from '../../../../kernel/limits';
import type { ParameterSet } from '../parameters';
import { type CouponTermsOf, couponLadder } from './coupon-ladder';
import type { ReductionKind } from './kind';

/** 兑换券: one unit of its SKU at the stated price, usually 0; at its turn a fixed amount off that SKU's lines. */
const parameters = {
  priceFen: { type: 'fen', min: 0, max: MAX_UNIT_PRICE_FEN },
  capFen: { type: 'fen', min: 1, max: MAX_UNIT_PRICE_FEN },
} as const satisfies ParameterSet;

export const couponExchange = {
  lane: 'coupon',
  parameters,
  group: ({ group }) => group,
  /** Of units at several prices the dearest is exchanged. */
  ladder: ({ minSpendFen, priceFen, capFen }, baseFen, dearestUnitFen) => {
    const offFen = Math.min(Math.max(0, dearestUnitFen - priceFen), capFen);
    return couponLadder(minSpendFen, { form: 'fixed', offFen }, baseFen);
  },
} as const satisfies ReductionKind<CouponTermsOf<'exchange'>>;
