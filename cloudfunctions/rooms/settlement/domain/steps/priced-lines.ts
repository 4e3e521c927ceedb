import type { Fen } from '../../../../kernel/fen';
import type { AnyOfferKind } from '../offers/kind';
import type { Prepared, PreparedNth } from '../prepared';
import type { UnitPriceOffer } from '../prices/problem';
import type { Basket } from './basket';
import type { WorkingLine } from './working-line';

export type PricingOffer = Prepared<AnyOfferKind>;

/**
 * A basket after steps 1 and 2. All lists but the basket's are by line; what the quote does not show stands beside its
 * lines, which are made once.
 */
export interface PricedLines {
  readonly basket: Basket;
  readonly lines: readonly WorkingLine[];
  /** Indices into the basket, ascending. */
  readonly places: readonly number[];
  readonly stepOneFen: readonly Fen[];
  /** No reduction takes the line below it. */
  readonly floorsFen: readonly Fen[];
  /** Made the line price; null: list price. */
  readonly pricedBy: readonly (PricingOffer | null)[];
  readonly reducedBy: readonly (PreparedNth | null)[];
  /** Open prices that lower some line of the basket. */
  readonly offered: readonly UnitPriceOffer[];
  /** False: the search for the best prices met its limit. */
  readonly proven: boolean;
  readonly considered: number;
}
