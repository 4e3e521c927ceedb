import type { LinePriceKind, Scope } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import type { Benefit } from '../benefits';
import type { Source } from '../choice/option';

/** What is not reached yet and what it would bring: the next step is chosen among these. */
export interface StepAhead {
  readonly from: Source;
  readonly thresholdFen: Fen;
  /** For units: what they cost at least, at prices of now. */
  readonly gapFen: Fen;
  readonly gapUnits: number | null;
  readonly rewardFen: Fen;
  readonly benefit: Benefit | null;
  /** Goods that bring it nearer. */
  readonly scope: Scope;
  readonly takes?: readonly LinePriceKind[];
}
