import type { LinePriceKind } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';

/** Units of one SKU. */
export interface PricedLine {
  readonly quantity: number;
  readonly listUnitFen: Fen;
  /** Default 0; where it is above list price, list price counts. */
  readonly floorUnitFen?: Fen;
}

/** A price for units. The list price is not among them: it is always there. */
export interface UnitPriceOffer {
  /** Position by ascending offer id over all offers of the problem. */
  readonly rank: number;
  readonly kind: 'tier' | 'window' | 'flash';
  /** By line; undefined: not for this line, or not below list. Already at or above the floor. */
  readonly unitFen: readonly (Fen | undefined)[];
  /** Units an order; null: no limit. */
  readonly maxUnits: number | null;
}

export interface BundleComponent {
  readonly line: number;
  readonly units: number;
  /** What these units cost inside one set, together, already at or above their floors. */
  readonly amountFen: Fen;
}

/** A set of units at a price; a set takes all its components, each line at most once. */
export interface BundleOffer {
  readonly rank: number;
  readonly components: readonly BundleComponent[];
  readonly maxSets: number | null;
}

/** Nth item: of each full `every` units the `reduced` cheapest cost less. */
export interface NthOffer {
  readonly rank: number;
  readonly every: number;
  readonly reduced: number;
  readonly lines: readonly number[];
  readonly takes: readonly LinePriceKind[];
  /** Price of a reduced unit with this step-1 price: at or above the floor, ≤ unitFen, non-decreasing in unitFen. */
  reducedFen(line: number, unitFen: Fen): Fen;
}

/** Steps 1 and 2 as one choice. Order of offers does not matter; order of lines breaks ties of nth items. */
export interface PriceProblem {
  readonly lines: readonly PricedLine[];
  readonly prices: readonly UnitPriceOffer[];
  readonly bundles: readonly BundleOffer[];
  readonly nths: readonly NthOffer[];
  /** Nodes the search may look at; beyond it the best found is given, not proven. */
  readonly nodeLimit: number;
  /** Steps of arithmetic that one search may take; absent: what a quote may take. */
  readonly workLimit?: number;
}

/** Units of one line with one price and one part in nth items. */
export interface Part {
  readonly line: number;
  readonly kind: LinePriceKind;
  /** Index into the problem's prices. */
  readonly price: number | null;
  /** Index into the problem's bundles. */
  readonly bundle: number | null;
  /** Index of the nth offer whose group counts these units. */
  readonly nth: number | null;
  readonly isReduced: boolean;
  readonly units: number;
  /** Step-1 price of one unit; in a bundle the floor of its component's amount over its units. */
  readonly stepOneFen: Fen;
  /** All its units after step 1, exact in a bundle too. */
  readonly stepOneAmountFen: Fen;
  /** All its units after step 2. */
  readonly amountFen: Fen;
}

export interface ChosenPrices {
  /** By line, then bundle, flash, window, tier, list, then rank, then group; reduced units last. */
  readonly parts: readonly Part[];
  /** Sum after step 2. */
  readonly sumFen: Fen;
  /** False: the node limit ended the search. */
  readonly proven: boolean;
  /** Nodes the search looked at; 0 where nothing had to be searched. */
  readonly considered: number;
}
