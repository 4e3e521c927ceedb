import type { Coupon } from '../../../../kernel/coupon';
import { DAY_MS } from '../../../../kernel/period';
import { emptyWallet, type Wallet } from '../../../../kernel/wallet';
import type { CouponTemplate } from '../template';

/** 2026-11-22 10:00 in Shanghai. */
export const NOW_MS = Date.UTC(2026, 10, 22, 2);

/** ¥8 off ¥60, for everybody, 50 of them, one each, for a week. */
export function aTemplate(change: Partial<CouponTemplate> = {}): CouponTemplate {
  return {
    _id: 'welcome8',
    campaignId: null,
    title: '满 60 减 8',
    terms: { kind: 'fixed', offFen: 800, minSpendFen: 6_000, scope: { all: true }, group: 'a' },
    validity: { days: 7 },
    total: 50,
    perResident: 1,
    startsAtMs: NOW_MS - DAY_MS,
    endsAtMs: NOW_MS + 7 * DAY_MS,
    cellCount: 1,
    channels: ['centre'],
    tierNeeded: null,
    residents: 'all',
    onShow: true,
    budgetKeys: [],
    ...change,
  };
}

export function aCoupon(change: Partial<Coupon> = {}): Coupon {
  return {
    templateId: 'welcome8',
    campaignId: null,
    title: '满 60 减 8',
    terms: { kind: 'fixed', offFen: 800, minSpendFen: 6_000, scope: { all: true }, group: 'a' },
    claimedAtMs: NOW_MS - DAY_MS,
    validFromMs: NOW_MS - DAY_MS,
    validUntilMs: NOW_MS + 6 * DAY_MS,
    status: { state: 'usable' },
    source: 'centre',
    ...change,
  };
}

export function aWallet(change: Partial<Wallet> = {}): Wallet {
  return { ...emptyWallet('r_test'), ...change };
}

/** That many usable coupons, c000 and on. */
export function coupons(count: number): Wallet['coupons'] {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`c${String(index).padStart(3, '0')}`, aCoupon()]),
  );
}
