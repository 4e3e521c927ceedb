import type { LinePriceKind } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';

/** Units of one SKU at one price, after steps 1 and 2; what is taken off later is kept beside it, by index. */
export interface WorkingLine {
  readonly lineId: string;
  readonly skuId: string;
  readonly categoryId: string;
  readonly quantity: number;
  readonly listUnitFen: Fen;
  /** After step 1; in a bundle floor(amount / quantity). */
  readonly unitFen: Fen;
  readonly linePrice: LinePriceKind;
  readonly offerId: string | null;
  /** The nth-item offer that reduced these units. */
  readonly nthOfferId: string | null;
  readonly noPromotion: boolean;
  readonly listFen: Fen;
  /** After step 1. */
  readonly stepOneFen: Fen;
  /** After steps 1 and 2. */
  readonly amountFen: Fen;
  /** No reduction takes the line below it. */
  readonly floorFen: Fen;
  /** Index into the basket. */
  readonly place: number;
}
