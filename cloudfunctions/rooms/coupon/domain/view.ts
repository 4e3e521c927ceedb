import type { Coupon, CouponTerms } from '../../../kernel/coupon';
import { DAY_MS } from '../../../kernel/period';
import type { Wallet } from '../../../kernel/wallet';
import { claimCounter, isOfResidents, isOfTier, refusalByWindow } from './eligibility';
import { type CouponTemplate, type Validity, validUntilMs } from './template';

/** Who bears the reduction is the shop's and its merchants' own affair. */
export type ShownTerms = Shown<CouponTerms>;
type Shown<T> = T extends CouponTerms ? Omit<T, 'funding'> : never;

export interface CouponView extends Omit<Coupon, 'status' | 'reserve' | 'terms'> {
  readonly terms: ShownTerms;
  readonly couponId: string;
  readonly state: 'usable' | 'returned' | 'locked' | 'used' | 'expired' | 'revoked';
  readonly orderId: string | null;
  /** Usable and within 3 days of its end. */
  readonly expiring: boolean;
}

export interface TemplateView {
  readonly templateId: string;
  readonly campaignId: string | null;
  readonly title: string;
  readonly terms: ShownTerms;
  /** How long a claimed one lives: until a moment, or days from claim. */
  readonly validity: Validity;
  readonly left: number;
  readonly total: number;
  readonly state: 'to-claim' | 'claimed' | 'gone' | 'tier-locked' | 'not-started' | 'not-for-you';
  readonly tierNeeded: string | null;
  readonly perResident: number;
  readonly claimedByMe: number;
  readonly endsAtMs: number;
  readonly startsAtMs: number;
}

/** Words "soon over" on a coupon: 3 days, as design's coupon card says. */
const EXPIRING_MS = 3 * DAY_MS;

/** Usable by its state and by the clock: one second after its end it is over, whether or not a job has noted it. */
export function isUsable(coupon: Coupon, nowMs: number): boolean {
  const free = coupon.status.state === 'usable' || coupon.status.state === 'returned';
  return free && nowMs < coupon.validUntilMs;
}

function shownTerms({ funding: _, ...terms }: CouponTerms): ShownTerms {
  return terms;
}

/** What the resident is shown of a coupon; the budget's reserve is the shop's own affair. */
export function couponView(couponId: string, coupon: Coupon, nowMs: number): CouponView {
  const { status, reserve: _, terms, ...rest } = coupon;
  const isFree = status.state === 'usable' || status.state === 'returned';
  const state = isFree && nowMs >= coupon.validUntilMs ? 'expired' : status.state;
  const orderId = status.state === 'locked' || status.state === 'used' ? status.orderId : null;
  const expiring = isUsable(coupon, nowMs) && coupon.validUntilMs - nowMs <= EXPIRING_MS;
  return { ...rest, terms: shownTerms(terms), couponId, state, orderId, expiring };
}

/** A template as this resident sees it. `left` counts what the cells have now. */
export function templateView(template: CouponTemplate, wallet: Wallet, left: number, nowMs: number): TemplateView {
  const claimedByMe = wallet.counters[claimCounter(template._id)] ?? 0;
  return {
    templateId: template._id,
    campaignId: template.campaignId,
    title: template.title,
    terms: shownTerms(template.terms),
    validity: template.validity,
    left,
    total: template.total,
    state: templateState(template, wallet, claimedByMe, left, nowMs),
    tierNeeded: template.tierNeeded,
    perResident: template.perResident,
    claimedByMe,
    endsAtMs: template.endsAtMs,
    startsAtMs: template.startsAtMs,
  };
}

function templateState(
  template: CouponTemplate,
  wallet: Wallet,
  claimedByMe: number,
  left: number,
  nowMs: number,
): TemplateView['state'] {
  const window = refusalByWindow(template, nowMs);
  if (window?.code === 'COUPON_NOT_YET') return 'not-started';
  if (claimedByMe >= template.perResident) return 'claimed';
  if (window || left === 0 || validUntilMs(template.validity, nowMs) <= nowMs) return 'gone';
  if (!isOfTier(template, wallet)) return 'tier-locked';
  return isOfResidents(template, wallet) ? 'to-claim' : 'not-for-you';
}
