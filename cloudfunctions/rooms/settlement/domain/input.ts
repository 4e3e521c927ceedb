import type { Coupon, Funding, LinePriceKind, Scope } from '../../../kernel/coupon';
import type { Fen } from '../../../kernel/fen';
import type { EpochMs } from '../../../kernel/period';
import type { RateBps } from '../../../kernel/rate';
import type { Tier } from '../../../kernel/wallet';
import type { OfferKind, OfferParameters } from './registry';

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
  /** Of express delivery (加急); 0: not asked for. */
  readonly rushFeeFen: Fen;
}

/** Goods that the next step may name, as they are sold now. */
export interface ShelfItem {
  readonly skuId: string;
  readonly categoryId: string;
  readonly listUnitFen: Fen;
  readonly noPromotion?: boolean;
  readonly floorUnitFen?: Fen;
  /** Units that can still be bought beyond the cart's. */
  readonly left: number;
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
  /** Units of gift SKUs on the shelf, the cart's own units not taken off; a SKU that is not named counts as in stock. */
  readonly giftStock?: Readonly<Record<string, number>>;
  /** Goods for the next step's cheapest way; absent: no way is named. */
  readonly shelf?: readonly ShelfItem[];
  /** Offers and coupon templates that the budget refused at placing: quoted without. */
  readonly withoutBudget?: readonly string[];
  /** Nodes the search for the best choice may look at, default 20,000. */
  readonly nodeLimit?: number;
}
