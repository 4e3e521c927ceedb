import type { Fen } from '../../../../kernel/fen';
import { MAX_UNIT_PRICE_FEN } from '../../../../kernel/limits';
import { payAfterRate } from '../../../../kernel/rate';
import type { Parameter, ParametersOf } from '../parameters';

/** A set price, a rate of the list price, or a cut: how every line-price kind says what one unit costs. */
export const unitPriceParameter = {
  type: 'variant',
  of: {
    price: { unitFen: { type: 'fen', min: 0, max: MAX_UNIT_PRICE_FEN } },
    rate: { payRateBps: { type: 'bps', min: 0, max: 9999 } },
    cut: { offFen: { type: 'fen', min: 1, max: MAX_UNIT_PRICE_FEN } },
  },
} as const satisfies Parameter;

export type UnitPrice = ParametersOf<{ readonly price: typeof unitPriceParameter }>['price'];

/** Price of one unit: a rate is rounded up to the fen, a cut never goes below 0. */
export function unitFenOf(price: UnitPrice, listUnitFen: Fen): Fen {
  switch (price.form) {
    case 'price':
      return price.unitFen;
    case 'rate':
      return payAfterRate(listUnitFen, price.payRateBps);
    case 'cut':
      return Math.max(0, listUnitFen - price.offFen);
  }
}
