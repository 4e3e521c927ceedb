import type { LinePriceKind } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';

/** Units of one SKU at one price, after step 1; what is taken off later is kept beside it, by index. */
export interface WorkingLine {
  readonly lineId: string;
  readonly skuId: string;
  readonly categoryId: string;
  readonly quantity: number;
  readonly listUnitFen: Fen;
  readonly unitFen: Fen;
  readonly linePrice: LinePriceKind;
  readonly offerId: string | null;
  /** The nth-item offer that reduced these units; null: none did. */
  readonly nthOfferId: string | null;
  readonly noPromotion: boolean;
  readonly listFen: Fen;
  readonly amountFen: Fen;
  /** No reduction takes the line below it. */
  readonly floorFen: Fen;
}
