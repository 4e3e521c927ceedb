import type { LinePriceKind } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import type { PreparedLinePrice } from '../prepared';
import { isBefore } from '../prices/tags';
import { floorUnitOf } from './price-problem';
import { isInScope } from './scope';
import type { Ware } from './wares';

/** What one unit costs. */
export interface LinePriced {
  readonly unitFen: Fen;
  readonly linePrice: LinePriceKind;
  /** Null: list price. */
  readonly offerId: string | null;
}

/** What one unit costs by itself: a single one is in no set and no nth item, and no limit is below it. */
export function priceAlone(ware: Ware, linePrices: readonly PreparedLinePrice[]): LinePriced {
  let best: PreparedLinePrice | null = null;
  let unitFen = ware.listUnitFen;
  for (const one of linePrices) {
    const { offer, kind } = one;
    if (!isInScope(offer.scope, ware)) continue;
    const fen = Math.max(kind.unitFen(offer.parameters, ware.listUnitFen), floorUnitOf(ware));
    const isBetter =
      fen < unitFen || (best !== null && fen === unitFen && isBefore(kind.linePrice, best.kind.linePrice));
    if (isBetter) [best, unitFen] = [one, fen];
  }
  return best
    ? { unitFen, linePrice: best.kind.linePrice, offerId: best.offer.offerId }
    : { unitFen, linePrice: 'list', offerId: null };
}
