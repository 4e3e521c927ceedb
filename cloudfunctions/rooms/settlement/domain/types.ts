import type { Coupon, CouponTerms, Funding, LinePriceKind, Scope } from '../../../kernel/coupon';
import type { Fen } from '../../../kernel/fen';
import type { EpochMs } from '../../../kernel/period';
import type { RateBps } from '../../../kernel/rate';
import type { Tier } from '../../../kernel/wallet';
import type { OfferKind, OfferParameters } from './registry';

// ---- what a quote is made from

/** One SKU of the cart, with the catalogue's numbers. */
export interface CartLine {
  readonly skuId: string;
  readonly categoryId: string;
  /** List price of one unit. */
  readonly listUnitFen: Fen;
  /** 1 to 999. */
  readonly quantity: number;
  /** Unselected lines are in nothing. */
  readonly selected: boolean;
  /** Gift cards, top-ups, infant formula: in no scope, earns and takes no points, only in the amount to pay. */
  readonly noPromotion?: boolean;
  /** Lowest that one unit may cost after all reductions; default 0. */
  readonly floorUnitFen?: Fen;
}

export interface QuoteResident {
  readonly tier: Tier;
  /** Multiplies points earned; 10,000 = once. */
  readonly pointsRateBps: RateBps;
  /** What is left to pay of freight for this tier; 10,000 = all. */
  readonly freightRateBps: RateBps;
  readonly isNew: boolean;
  readonly estateId: string | null;
  /** Open in the wallet (not held by another order, not used). */
  readonly firstOrderRight: boolean;
  /** Points that can be spent now. */
  readonly spendablePoints: number;
}

export interface Delivery {
  readonly kind: string;
  readonly baseFreightFen: Fen;
  readonly rushFeeFen: Fen;
}

/** Whom an offer is for; what is absent does not matter. */
export interface Audience {
  readonly estateIds?: readonly string[];
  readonly tiers?: readonly Tier[];
  readonly residents?: 'new' | 'returning';
}

/** One configured rule of a kind. */
export interface OfferOf<K extends OfferKind> {
  readonly offerId: string;
  readonly kind: K;
  readonly campaignId: string | null;
  /** The operator's own words; null: the client words it by kind and numbers. */
  readonly title: string | null;
  readonly scope: Scope;
  /** Line prices that its scope takes in; default list, tier, window and bundle. */
  readonly takes?: readonly LinePriceKind[];
  /** [startsAtMs, endsAtMs) */
  readonly startsAtMs: EpochMs;
  readonly endsAtMs: EpochMs;
  readonly paused?: boolean;
  readonly audience?: Audience;
  readonly funding?: Funding;
  readonly parameters: OfferParameters<K>;
}

export type Offer = { [K in OfferKind]: OfferOf<K> }[OfferKind];

/** A usable coupon of the resident's wallet. */
export interface CouponInHand
  extends Pick<Coupon, 'templateId' | 'campaignId' | 'title' | 'terms' | 'validFromMs' | 'validUntilMs'> {
  readonly couponId: string;
  readonly audience?: Audience;
}

/** u points = v fen, and how much of the goods they may pay. */
export interface PointsRule {
  /** Points of one unit, default 100. */
  readonly unitPoints: number;
  /** What one unit pays, default 100. */
  readonly unitFen: Fen;
  /** Share of goods left that points may pay, default 5,000. */
  readonly shareBps: RateBps;
}

export type CouponChoice = 'best' | { readonly ids: readonly string[] };

/** All that a price depends on. Order of lists does not matter. */
export interface QuoteInput {
  readonly nowMs: EpochMs;
  readonly resident: QuoteResident;
  readonly lines: readonly CartLine[];
  readonly delivery: Delivery;
  /** Offers of running campaigns, at most one day before and after their time (for "not yet" and "ended"). */
  readonly offers: readonly Offer[];
  /** At most 200. */
  readonly coupons: readonly CouponInHand[];
  /** 'best', or the resident's own choice (none: an empty list). */
  readonly couponChoice: CouponChoice;
  readonly pointsWish: number;
  readonly pointsRule: PointsRule;
  /** Draw chances that the order brings on receipt. */
  readonly chancesOnReceipt: number;
  /** Offers and coupon templates that the budget refused at placing: quoted without. */
  readonly withoutBudget?: readonly string[];
  /** Nodes the search for the best choice may look at, default 20,000. */
  readonly nodeLimit?: number;
}

// ---- the quote

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
  /** As above, and the list prices would have reached it: a line price made it miss. */
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
  /** The resident chose other coupons. */
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
