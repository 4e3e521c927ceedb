import type { LinePriceKind, Scope } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import type { Benefit } from '../benefits';
import type { CartLine } from '../input';
import type { Source } from '../source';
import type { PricedLines } from './priced-lines';

/** What is not reached yet and what it would bring: the next step is chosen among these. */
export interface StepAhead {
  readonly from: Source;
  readonly thresholdFen: Fen;
  /** For units: what they cost at least, at prices of now. */
  readonly gapFen: Fen;
  /** Missing units; null: it counts fen. */
  readonly gapUnits: number | null;
  readonly rewardFen: Fen;
  readonly benefit: Benefit | null;
  /** Goods that bring it nearer. */
  readonly scope: Scope;
  readonly takes?: readonly LinePriceKind[];
  /** Whether a cart whose lines are these would have it. */
  isReached(then: PricedLines): boolean;
}

/**
 * Steps 1 and 2 of another cart, with the offers that are open for this one. `rough`: the search looks at few nodes, for
 * trying ways; carts without sets and nth items are exact either way.
 */
export type PriceAs = (cart: readonly CartLine[], how: 'rough' | 'exact') => PricedLines;
