import type { QuoteInput } from '../input';
import type { PreparedOffers } from '../prepared';
import type { NotApplied } from '../quote';
import type { Basket } from './basket';
import type { LineSets } from './line-sets';
import type { Openness } from './openness';
import type { PricedLines } from './priced-lines';
import type { StepAhead } from './step-ahead';
import type { WorkingLine } from './working-line';

/** What the steps after line prices look at: a cart, priced, and the offers as they stand for its resident. */
export interface Measured {
  readonly input: QuoteInput;
  readonly prepared: PreparedOffers;
  readonly openness: Openness;
  readonly basket: Basket;
  /** After steps 1 and 2. */
  readonly priced: PricedLines;
  /** Those of `priced`. */
  readonly lines: readonly WorkingLine[];
  readonly sets: LineSets;
  readonly notes: Notes;
}

/** What steps note down on their way: what did not apply, and what is ahead. */
export interface Notes {
  readonly missed: NotApplied[];
  readonly ahead: StepAhead[];
}
