import type { CouponTerms, LinePriceKind, Scope } from '../../../kernel/coupon';
import type { Fen } from '../../../kernel/fen';
import type { EpochMs } from '../../../kernel/period';
import type { AddOn, Benefit, GiftLine } from './benefits';
import type { FundingShares } from './funding';
import type { OfferKind } from './registry';

export type { FundingShares };

/** Where an adjustment stands in the order of steps (rules.md section 1). */
export type Step = 'line-price' | 'nth-item' | 'spend-tier' | 'first-order' | 'coupon' | 'points' | 'freight';

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

/**
 * Units of one SKU at one price. A SKU whose units have several prices has several lines; units reduced as nth item
 * stand apart from their neighbours, and so do the units of each bundle.
 */
export interface QuoteLine {
  /** The SKU id; the second and later lines of a SKU end in `~2`, `~3` … */
  readonly lineId: string;
  readonly skuId: string;
  readonly quantity: number;
  readonly listUnitFen: Fen;
  /** After step 1; in a bundle floor(amount / quantity), `amountFen` is exact. */
  readonly unitFen: Fen;
  readonly linePrice: LinePriceKind;
  /** The offer that made the line price; null: list price. */
  readonly offerId: string | null;
  /** The nth-item offer that reduced these units; null: none did. */
  readonly nthOfferId: string | null;
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
  /** Too few units of its scope: `gapUnits` says by how many. */
  | 'NOT_ENOUGH_UNITS'
  /** The gift and its substitute are out of stock. */
  | 'GIFT_OUT_OF_STOCK'
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
  /** Missing units, of the scope or (GIFT_OUT_OF_STOCK) of the gift; null: not a matter of units. */
  readonly gapUnits: number | null;
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
  /** Missing units of the scope, where the offer counts units (nth item, gift, bundle); null: it counts fen. */
  readonly gapUnits: number | null;
  /** What reaching it would bring beyond what this quote has, reckoned on the sum at the threshold. */
  readonly rewardFen: Fen;
  /** What it would bring that is no price; null: a reduction. */
  readonly benefit: Benefit | null;
  readonly scope: Scope;
  /** The cheapest way there among the goods that were offered (`QuoteInput.shelf`); null: none reaches it. */
  readonly reach: { readonly skuId: string; readonly quantity: number; readonly addsFen: Fen } | null;
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
  readonly gifts: readonly GiftLine[];
  readonly addOns: readonly AddOn[];
  readonly freight: QuoteFreight;
  /** In the order in which they were taken off. */
  readonly adjustments: readonly Adjustment[];
  readonly notApplied: readonly NotApplied[];
  readonly nextStep: NextStep | null;
  readonly coupons: CouponOutcome;
  /** Of line prices and coupon choice together: false where a search met its limit. */
  readonly proven: boolean;
  /** Who bears reductions, gifts and add-ons, in sum. */
  readonly funding: FundingShares;
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
