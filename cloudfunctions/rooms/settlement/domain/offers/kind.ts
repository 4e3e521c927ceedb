import type { LinePriceKind } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import type { EpochMs } from '../../../../kernel/period';
import type { RateBps } from '../../../../kernel/rate';
import type { Tier } from '../../../../kernel/wallet';
import type { ParameterProblem, ParameterSet } from '../parameters';

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

/** Step 1: gives units of its scope another price. Among offers for a unit the lowest sum wins. */
export interface LinePriceOfferKind<Parameters> extends KindBase<Parameters> {
  readonly lane: 'line-price';
  readonly linePrice: Exclude<LinePriceKind, 'list'>;
  /** Price of one unit with this list price; at least 0, may be above list (then it is not used). */
  unitFen(parameters: Parameters, listUnitFen: Fen): Fen;
  /** Units of one order that get it; null: all. */
  maxUnits(parameters: Parameters): number | null;
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
}

/** Parameters seen without their kind: the registry hands each kind its own. */
export type AnyParameters = Readonly<Record<string, unknown>>;
export type AnyOfferKind = LinePriceOfferKind<AnyParameters> | ReductionKind<AnyParameters>;
