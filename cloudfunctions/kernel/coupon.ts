import { DAY_MS } from './period';

/** What a coupon promises, frozen into it at claim: the vocabulary of the coupon, settlement and draw rooms alike. */

/** Lines that a rule looks at. `all` minus `noPromotion` SKUs (rules.md section 1). */
export type Scope =
  | { readonly all: true }
  | { readonly skuIds: readonly string[] }
  | { readonly categoryIds: readonly string[] };

/** Line prices that a scope takes in (rules.md section 1, "takes"). */
export type LinePriceKind = 'list' | 'tier' | 'window' | 'bundle' | 'flash';

export const DEFAULT_TAKES: readonly LinePriceKind[] = ['list', 'tier', 'window', 'bundle'];

/** Who bears a reduction: each merchant its share in basis points, the shop the rest. */
export type Funding = { readonly [merchantId: string]: number };

interface CouponTermsBase {
  readonly scope: Scope;
  readonly takes?: readonly LinePriceKind[];
  /** Tested on B(scope), inclusive. */
  readonly minSpendFen: number;
  readonly funding?: Funding;
}

export type CouponTerms =
  | (CouponTermsBase & { readonly kind: 'fixed'; readonly offFen: number; readonly group: string })
  | (CouponTermsBase & {
      readonly kind: 'percentage';
      /** 8折 = 8,000 */
      readonly payRateBps: number;
      readonly capFen: number;
      readonly group: string;
    })
  /** At most `offFen` off freight and rush fee together. */
  | (CouponTermsBase & { readonly kind: 'freight'; readonly offFen: number })
  /** One unit of `skuId` at `priceFen` (兑换券); its scope is that SKU. */
  | (CouponTermsBase & {
      readonly kind: 'exchange';
      readonly skuId: string;
      /** What the unit costs with it, usually 0. */
      readonly priceFen: number;
      /** The most it can ever take off: the list price when the template was published. */
      readonly capFen: number;
      readonly group: string;
    });

/** A coupon promised by an offer, frozen where it is promised: what will be issued, whatever becomes of its template. */
export interface CouponPromise {
  readonly templateId: string;
  readonly title: string;
  readonly terms: CouponTerms;
  /** [issue, issue + days) */
  readonly days: number;
}

export type CouponState =
  | { readonly state: 'usable' }
  /** Came back from an order; usable again. */
  | { readonly state: 'returned'; readonly fromOrderId: string }
  | { readonly state: 'locked'; readonly orderId: string }
  | { readonly state: 'used'; readonly orderId: string; readonly atMs: number }
  | { readonly state: 'expired' }
  | { readonly state: 'revoked'; readonly reason: string };

/** One resident's coupon, in the wallet under its id. */
export interface Coupon {
  readonly templateId: string;
  /** The campaign whose budget pays for it; null: none. */
  readonly campaignId: string | null;
  readonly title: string;
  readonly terms: CouponTerms;
  readonly claimedAtMs: number;
  /** [validFromMs, validUntilMs) */
  readonly validFromMs: number;
  readonly validUntilMs: number;
  readonly status: CouponState;
  /** Validity may be lengthened once in its life (rules.md section 2). */
  readonly lengthened?: true;
  /** Why it is revoked as soon as it comes back: what brought it was undone while an order had it. */
  readonly revokeOnReturn?: string;
  /** Where it came from: 'centre', 'flyer', 'draw' … (channels of product.md C2). */
  readonly source: string;
  /** What its claim took from the campaign's budget cell: booked at use, freed at expiry. Absent: it took nothing. */
  readonly reserve?: Reserve;
}

export interface Reserve {
  readonly cellId: string;
  /** Fen per key: campaign, and template where the budget caps it too. */
  readonly q: { readonly [key: string]: number };
}

/** What brought it was undone: a free coupon is revoked, one in an order when it comes back from there. Over: the same object. */
export function revokedCoupon(coupon: Coupon, reason: string): Coupon {
  const { state } = coupon.status;
  if (state === 'usable' || state === 'returned') return { ...coupon, status: { state: 'revoked', reason } };
  if (state !== 'locked' && state !== 'used') return coupon;
  return coupon.revokeOnReturn === undefined ? { ...coupon, revokeOnReturn: reason } : coupon;
}

/** Used coupons stay in the wallet as long as its journal remembers, so that an order just undone finds them there. */
export const KEEP_USED_MS = DAY_MS;

/** The largest reduction the coupon can ever make: reserved in the budget at claim (rules.md section 8). */
export function largestReductionFen(terms: CouponTerms): number {
  return terms.kind === 'percentage' || terms.kind === 'exchange' ? terms.capFen : terms.offFen;
}
