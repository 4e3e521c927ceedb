import type { CouponTerms, LinePriceKind, Scope } from '../../../kernel/coupon';
import type { Fen } from '../../../kernel/fen';
import type { EpochMs } from '../../../kernel/period';
import type { OfferKind } from './registry';

/** Where an adjustment stands in the order of steps (rules.md section 1). */
export type Step = 'line-price' | 'spend-tier' | 'first-order' | 'coupon' | 'points' | 'freight';

export type AdjustmentKind =
  | OfferKind
  | `coupon-${CouponTerms['kind']}`
  | 'member-freight'
  | 'points-goods'
  | 'points-freight';

/** The freight line in allocations. */
export const FREIGHT_LINE = 'freight';

export interface AllocationEntry {
  /** A quote line's `lineId`, or `freight`. */
  readonly lineId: string;
  /** Below 0. */
  readonly amountFen: Fen;
}

/** Who bears a reduction, in fen ≥ 0: of each line share a merchant bears floor(|share| × bps / 10,000). */
export interface FundingShares {
  readonly shopFen: Fen;
  readonly merchantsFen: Readonly<Record<string, Fen>>;
}

/** A signed amount with its source, its lines and its funder. */
export interface Adjustment {
  /** Unique in the quote and stable: `<step>:<offer or coupon id>`. */
  readonly id: string;
  readonly step: Step;
  readonly kind: AdjustmentKind;
  readonly offerId: string | null;
  readonly couponId: string | null;
  /** Template of the coupon; null: no coupon. */
  readonly templateId: string | null;
  readonly campaignId: string | null;
  /** The operator's words, or the coupon's title; null: word it by kind and numbers. */
  readonly title: string | null;
  /** Numbers for its label: thresholdFen, offFen, payRateBps, capFen, points, units … as far as the kind has them. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Below 0; the allocation sums to it. */
  readonly amountFen: Fen;
  readonly allocation: readonly AllocationEntry[];
  readonly funding: FundingShares;
}

/** Units of one SKU at one price. A SKU whose units have several prices has several lines. */
export interface QuoteLine {
  /** The SKU id; the second and later lines of a SKU end in `~2`, `~3` … */
  readonly lineId: string;
  readonly skuId: string;
  readonly quantity: number;
  readonly listUnitFen: Fen;
  /** After step 1. */
  readonly unitFen: Fen;
  readonly linePrice: LinePriceKind;
  /** The offer that made the line price; null: list price. */
  readonly offerId: string | null;
  /** listUnitFen × quantity */
  readonly listFen: Fen;
  /** After steps 1 and 2: what every threshold sees. */
  readonly amountFen: Fen;
  /** After all reductions and points. */
  readonly paidFen: Fen;
  /** Points spent on this line. */
  readonly points: number;
  readonly noPromotion: boolean;
}

export interface QuoteFreight {
  readonly baseFen: Fen;
  readonly rushFen: Fen;
  readonly paidFen: Fen;
  /** Points spent on freight. */
  readonly points: number;
}

export type Reason =
  /** B(scope) is below the threshold; `gapFen` says by how much. */
  | 'BELOW_MINIMUM'
  /** As above, and list prices would have reached it. Also said of a higher rung of an offer that applies. */
  | 'MISSED_BY_LINE_PRICE'
  /** Has not begun, or today's hours have not; `opensAtMs` says when. */
  | 'NOT_YET'
  | 'ENDED'
  | 'PAUSED'
  /** Nothing of the cart is in its scope. */
  | 'SCOPE_EMPTY'
  /** Another choice costs the resident less; `insteadId` names what took its place in the group. */
  | 'NOT_BETTER'
  /** It would take nothing: nothing is left to reduce. */
  | 'TAKES_NOTHING'
  | 'NOT_FOR_YOU'
  /** The first-order right is used, or held by another order. */
  | 'RIGHT_USED'
  /** The budget has no room for it. */
  | 'BUDGET_SPENT'
  /** It could be used, and the resident chose other coupons. */
  | 'NOT_CHOSEN';

export interface NotApplied {
  readonly source: 'offer' | 'coupon';
  /** Offer id or coupon id. */
  readonly id: string;
  readonly kind: AdjustmentKind;
  readonly title: string | null;
  readonly reason: Reason;
  /** Missing to the threshold; null: not a matter of a threshold. */
  readonly gapFen: Fen | null;
  readonly opensAtMs: EpochMs | null;
  readonly insteadId: string | null;
}

/** The nearest threshold that would bring something: "再买 ¥x，减 ¥y". */
export interface NextStep {
  readonly kind: AdjustmentKind;
  readonly source: 'offer' | 'coupon';
  readonly id: string;
  readonly title: string | null;
  readonly thresholdFen: Fen;
  readonly gapFen: Fen;
  /** What reaching it would bring beyond what this quote has, reckoned on the sum at the threshold. */
  readonly rewardFen: Fen;
  readonly scope: Scope;
}

export interface CouponOutcome {
  readonly mode: 'best' | 'own';
  readonly chosenIds: readonly string[];
  /** False: the search met its limit, and this is the best that it found. */
  readonly proven: boolean;
  /** Nodes of the search. */
  readonly considered: number;
}

export interface PointsOutcome {
  readonly wish: number;
  readonly used: number;
  readonly valueFen: Fen;
  /** The most this order could take, by balance, share and whole units. */
  readonly maxUsablePoints: number;
}

/** A price without commitment; once placed, the frozen settlement of the order. */
export interface Quote {
  readonly lines: readonly QuoteLine[];
  readonly freight: QuoteFreight;
  /** In the order in which they were taken off. */
  readonly adjustments: readonly Adjustment[];
  readonly notApplied: readonly NotApplied[];
  readonly nextStep: NextStep | null;
  readonly coupons: CouponOutcome;
  readonly points: PointsOutcome;
  readonly earns: { readonly points: number; readonly chances: number };
  /** Σ list prices. */
  readonly listFen: Fen;
  /** Goods after line prices, noPromotion included. */
  readonly goodsFen: Fen;
  /** Σ paid of the lines. */
  readonly goodsPaidFen: Fen;
  /** −Σ adjustments: list + freight and rush fee − saved = payable. */
  readonly savedFen: Fen;
  readonly payableFen: Fen;
  /** 32 hex digits over all that matters for the price: sent back on placing. */
  readonly fingerprint: string;
}
