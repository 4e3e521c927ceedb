import type { Fen } from '../../../../kernel/fen';
import { MAX_UNIT_PRICE_FEN } from '../../../../kernel/limits';
import type { ParameterSet, ParametersOf } from '../parameters';

/** A gift as its offer states it: what is given each time, and what stands in for it where it is out of stock. */
export interface GiftTerms {
  readonly skuId: string;
  /** Units given each time. */
  readonly quantity: number;
  /** Stated value of one unit. */
  readonly valueUnitFen: Fen;
  readonly substitute: { readonly skuId: string; readonly valueUnitFen: Fen } | null;
}

/** More of one gift in one order is a slip of the operator's. */
const MOST_GIFTS_EACH = 20;

/** Gift SKU, units each, stated value and substitute: the same fields wherever an offer gives goods. */
export const giftFields = {
  giftSkuId: { type: 'gift-sku' },
  quantity: { type: 'count', min: 1, max: MOST_GIFTS_EACH },
  valueUnitFen: { type: 'fen', min: 0, max: MAX_UNIT_PRICE_FEN },
  substitute: {
    type: 'fields',
    of: { giftSkuId: { type: 'gift-sku' }, valueUnitFen: { type: 'fen', min: 0, max: MAX_UNIT_PRICE_FEN } },
    optional: true,
  },
} as const satisfies ParameterSet;

export function giftTermsOf({
  giftSkuId,
  quantity,
  valueUnitFen,
  substitute,
}: ParametersOf<typeof giftFields>): GiftTerms {
  const instead = substitute ? { skuId: substitute.giftSkuId, valueUnitFen: substitute.valueUnitFen } : null;
  return { skuId: giftSkuId, quantity, valueUnitFen, substitute: instead };
}

/** A gift cannot stand in for itself. */
export function isItsOwnSubstitute({ giftSkuId, substitute }: ParametersOf<typeof giftFields>): boolean {
  return substitute?.giftSkuId === giftSkuId;
}
