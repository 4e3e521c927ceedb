import type { Coupon, CouponPromise, Reserve } from '../../../kernel/coupon';
import { DAY_MS } from '../../../kernel/period';
import { asRemembered } from '../../../kernel/revoked-coupons';
import type { Wallet } from '../../../kernel/wallet';
import { type CouponTemplate, reserveOf, validUntilMs } from './template';

export interface Issue {
  /** Also the coupon's id: issuing it again finds it. */
  readonly op: string;
  readonly atMs: number;
  /** Channel of product.md C2. */
  readonly source: string;
  /**
   * reserved: the issuing operation took its reserve from the campaign's budget. set-aside: its cost was booked
   * beforehand (a draw's prizes, at publishing), so no budget is asked again.
   */
  readonly cost: 'reserved' | 'set-aside';
}

/** One resident's coupon with the promise frozen into it: nothing is read again from the template. */
export function couponOf(template: CouponTemplate, issue: Issue): Coupon {
  const reserve = issue.cost === 'reserved' ? reserveOf(template) : null;
  return {
    templateId: template._id,
    campaignId: issue.cost === 'reserved' ? template.campaignId : null,
    title: template.title,
    terms: template.terms,
    claimedAtMs: issue.atMs,
    validFromMs: issue.atMs,
    validUntilMs: validUntilMs(template.validity, issue.atMs),
    status: { state: 'usable' },
    source: issue.source,
    ...(reserve ? { reserve } : {}),
  };
}

/**
 * Puts a coupon into the wallet under its op, once. Limits are the caller's: a claim tests them before, a prize that was
 * won is never refused. The journal entry is the caller's too.
 */
export function issueCoupon(wallet: Wallet, template: CouponTemplate, issue: Issue): Wallet {
  if (wallet.coupons[issue.op]) return wallet;
  return { ...wallet, coupons: { ...wallet.coupons, [issue.op]: couponOf(template, issue) } };
}

/** A coupon that a reward promised, frozen where it was promised. */
export interface Promised {
  readonly promise: CouponPromise;
  /** The campaign of the offer. */
  readonly campaignId: string | null;
  /** What its cause booked for it; null: nothing. */
  readonly reserve: Reserve | null;
  /** Channel of product.md C2. */
  readonly source: string;
  /** [issue, issue + days of the promise) */
  readonly atMs: number;
}

/**
 * A coupon that an offer promised, as it was promised, under the effect's op, once. Its cost was booked with its cause, so no
 * budget is asked again: from here on it is the coupon's reserve, booked by its use and freed by its end. A promise is kept
 * whatever the wallet holds.
 */
export function issuePromised(wallet: Wallet, couponId: string, data: Promised): Wallet {
  if (wallet.coupons[couponId]) return wallet;
  const { promise, campaignId, reserve, source, atMs } = data;
  const { templateId, title, terms, days } = promise;
  const coupon: Coupon = {
    templateId,
    campaignId,
    title,
    terms,
    claimedAtMs: atMs,
    validFromMs: atMs,
    validUntilMs: atMs + days * DAY_MS,
    status: { state: 'usable' },
    source,
    ...(reserve ? { reserve } : {}),
  };
  // Its cause may have been undone before it came: then it ends at once, and its end gives its reserve back.
  return { ...wallet, coupons: { ...wallet.coupons, [couponId]: asRemembered(wallet, couponId, coupon) } };
}
