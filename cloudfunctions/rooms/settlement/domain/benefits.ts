import type { Fen } from '../../../kernel/fen';
import type { FundingShares } from './funding';

/**
 * Entitled units of a gift: times × `giftsEach`, where times = min over `needs` of floor(units kept / units needed), at
 * most `maxTimes`. Asked again when units are refunded (rules.md section 2).
 */
export interface UnitsTrigger {
  readonly form: 'units';
  readonly needs: readonly { readonly lineIds: readonly string[]; readonly units: number }[];
  readonly giftsEach: number;
  readonly maxTimes: number | null;
}

/** A threshold met at purchase is not tested again; the gift goes back with the last unit. */
export interface SpendTrigger {
  readonly form: 'spend';
  readonly thresholdFen: Fen;
}

/** A line with list price 0 and a stated value. It counts in nothing. */
export interface GiftLine {
  /** `gift:<offer id>`, its substitute `gift:<offer id>~2`. */
  readonly lineId: string;
  readonly skuId: string;
  readonly quantity: number;
  /** Stated value of one unit: booked to the budget, and deducted where a gift is kept that was to come back. */
  readonly valueUnitFen: Fen;
  readonly offerId: string;
  readonly campaignId: string | null;
  readonly title: string | null;
  /** The SKU it stands in for, which is out of stock; null: it is the stated gift. */
  readonly substituteFor: string | null;
  readonly trigger: UnitsTrigger | SpendTrigger;
  readonly funding: FundingShares;
}

/** What a spend add-on brings that is no price (rules.md section 1, step 7). Gifts are gift lines as well. */
export type Benefit =
  | { readonly form: 'gift'; readonly skuId: string; readonly quantity: number }
  | { readonly form: 'coupon'; readonly templateId: string; readonly costFen: Fen }
  /** Express delivery for free: the rush fee is 0. */
  | { readonly form: 'freight-upgrade' }
  | { readonly form: 'warranty'; readonly months: number }
  | { readonly form: 'support'; readonly days: number }
  | { readonly form: 'chances'; readonly drawId: string; readonly chances: number }
  | { readonly form: 'points'; readonly points: number };

/** A threshold that was reached and what it brings. */
export interface AddOn {
  readonly offerId: string;
  readonly campaignId: string | null;
  readonly title: string | null;
  readonly thresholdFen: Fen;
  readonly benefit: Benefit;
  /** Face value, booked to the budget; gifts are booked as gift lines, so theirs is 0 here. */
  readonly costFen: Fen;
  readonly funding: FundingShares;
}
