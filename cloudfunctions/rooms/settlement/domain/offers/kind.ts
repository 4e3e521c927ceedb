import type { LinePriceKind, Scope } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import type { EpochMs } from '../../../../kernel/period';
import type { RateBps } from '../../../../kernel/rate';
import type { Tier } from '../../../../kernel/wallet';
import type { Benefit } from '../benefits';
import type { ParameterProblem, ParameterSet } from '../parameters';
import type { GiftTerms } from './gift-terms';

/** What a reduction takes off the sum of its scope. Percentages come before fixed amounts inside a step. */
export type Terms =
  | { readonly form: 'fixed'; readonly offFen: Fen }
  | { readonly form: 'percentage'; readonly payRateBps: RateBps; readonly capFen: Fen | null };

/** A threshold and what reaching it gives. */
export interface Rung {
  readonly thresholdFen: Fen;
  readonly terms: Terms;
}

export interface Ladder {
  /** Rungs that B(scope) reaches; one of them applies, the best. */
  readonly reached: readonly Rung[];
  /** The nearest rung above that gives more; null: there is none. */
  readonly next: Rung | null;
}

/** What conditions may look at. */
export interface Moment {
  readonly nowMs: EpochMs;
  readonly tier: Tier;
  readonly firstOrderRight: boolean;
}

/** Why a kind's own condition does not hold; null: it holds. */
export type Unmet =
  | { readonly reason: 'NOT_YET'; readonly opensAtMs: EpochMs }
  | { readonly reason: 'NOT_FOR_YOU' }
  | { readonly reason: 'RIGHT_USED' }
  | null;

interface KindBase<Parameters> {
  readonly parameters: ParameterSet;
  /** Rules that bind several parameters together; bounds of single ones are in the description. */
  problems?(parameters: Parameters): readonly ParameterProblem[];
  unmet?(parameters: Parameters, moment: Moment): Unmet;
}

/** How a tag of the kind looks, and whether the card of a product has room for it. */
export interface Look {
  readonly tone: 'price' | 'save' | 'gift';
  readonly onCard: boolean;
}

interface OfferKindBase<Parameters> extends KindBase<Parameters> {
  readonly look: Look;
  /** Goods that the parameters themselves name; absent: those of the offer's scope. */
  scopeOf?(parameters: Parameters): Scope;
}

/** Step 1: gives units of its scope another price. Among offers for a unit the lowest sum wins. */
export interface LinePriceOfferKind<Parameters> extends OfferKindBase<Parameters> {
  readonly lane: 'line-price';
  readonly linePrice: Exclude<LinePriceKind, 'list'>;
  /** Price of one unit with this list price; at least 0, may be above list (then it is not used). */
  unitFen(parameters: Parameters, listUnitFen: Fen): Fen;
  /** Units of one order that get it; null: all. */
  maxUnits(parameters: Parameters): number | null;
}

/** Units of one SKU in a set. */
export interface SetComponent {
  readonly skuId: string;
  readonly quantity: number;
}

/** What one unit of a component costs by itself. */
export interface ComponentPrice {
  readonly listUnitFen: Fen;
  /** Lowest that one unit may cost, at most its list price. */
  readonly floorUnitFen: Fen;
}

/** Step 1: a price for several units together. A unit is in one set at most. */
export interface BundleOfferKind<Parameters> extends OfferKindBase<Parameters> {
  readonly lane: 'bundle';
  /** In ascending SKU id, each SKU once. */
  components(parameters: Parameters): readonly SetComponent[];
  /**
   * What the units of each component cost inside one set, by component, in the order of `components`; at or above floors.
   * Null: the set is not cheaper than its units at list price.
   */
  setAmountsFen(parameters: Parameters, prices: readonly ComponentPrice[]): readonly Fen[] | null;
  /** Sets of one order; null: all. */
  maxSets(parameters: Parameters): number | null;
  /** What comes with each set; null: nothing. */
  gift(parameters: Parameters): GiftTerms | null;
}

/** Step 2: of each full `every` eligible units the `reduced` cheapest cost less. */
export interface NthOfferKind<Parameters> extends OfferKindBase<Parameters> {
  readonly lane: 'nth';
  /** Line prices that it takes in, where the offer states no others. */
  readonly takes: readonly LinePriceKind[];
  /** Units that make a group. */
  every(parameters: Parameters): number;
  /** How many of them cost less. */
  reduced(parameters: Parameters): number;
  /** Price of a reduced unit by its price after step 1: at most that, and non-decreasing in it. */
  reducedUnitFen(parameters: Parameters, unitFen: Fen): Fen;
}

/** Step 2: goods that come free with units of its scope. */
export interface GiftOfferKind<Parameters> extends OfferKindBase<Parameters> {
  readonly lane: 'gift';
  /** Units of its scope for each time. */
  everyUnits(parameters: Parameters): number;
  /** Times of one order; null: all. */
  maxTimes(parameters: Parameters): number | null;
  gift(parameters: Parameters): GiftTerms;
}

/** Step 7: a benefit that is no price, from a spend on. */
export interface AddOnOfferKind<Parameters> extends OfferKindBase<Parameters> {
  readonly lane: 'add-on';
  /** Tested on B(scope), inclusive. */
  thresholdFen(parameters: Parameters): Fen;
  benefit(parameters: Parameters): Benefit;
  /** Terms of the gift, where the benefit is one; null: it is none. */
  gift(parameters: Parameters): GiftTerms | null;
}

/** Step 8: what is left to pay of the rush fee. The lowest rate of those in force counts. */
export interface RushOfferKind<Parameters> extends OfferKindBase<Parameters> {
  readonly lane: 'rush';
  payRateBps(parameters: Parameters): RateBps;
}

/** Lanes whose offers take something off a sum, in the order of the steps. */
export type ReductionLane = 'spend-tier' | 'first-order' | 'coupon' | 'freight-base' | 'freight-coupon';

/** Steps 3, 4, 5 and 8: takes something off the sum of its scope, or off freight. */
export interface ReductionKind<Parameters> extends KindBase<Parameters> {
  readonly lane: ReductionLane;
  /** Of one group at most one applies; groups add up. */
  group(parameters: Parameters): string;
  /** What B(scope) reaches. Thresholds are inclusive. `dearestUnitFen`: highest price of one unit in its scope. */
  ladder(parameters: Parameters, baseFen: Fen, dearestUnitFen: Fen): Ladder;
  /** The same, made ready once for many carts; absent: there is nothing to make ready. */
  ladderOf?(parameters: Parameters): (baseFen: Fen, dearestUnitFen: Fen) => Ladder;
}

/** As above, for offers: coupons have no tag of their own. */
export interface ReductionOfferKind<Parameters> extends ReductionKind<Parameters>, OfferKindBase<Parameters> {}

/** Parameters seen without their kind: the registry hands each kind its own. */
export type AnyParameters = Readonly<Record<string, unknown>>;
export type AnyOfferKind =
  | LinePriceOfferKind<AnyParameters>
  | BundleOfferKind<AnyParameters>
  | NthOfferKind<AnyParameters>
  | GiftOfferKind<AnyParameters>
  | ReductionOfferKind<AnyParameters>
  | AddOnOfferKind<AnyParameters>
  | RushOfferKind<AnyParameters>;
export type OfferLane = AnyOfferKind['lane'];
