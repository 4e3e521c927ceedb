import { endOf, type IssueData, lotCause, type RewardRule, type RewardSource, sourceOf } from '../../../kernel/reward';
import type { PointsKind, Prize, Wallet } from '../../../kernel/wallet';

/** What the rooms that own a benefit do with it, handed in so that this decision is a pure one. */
export interface Givers {
  coupon(wallet: Wallet, couponId: string, data: CouponData): Wallet;
  points(wallet: Wallet, op: string, data: PointsData): Wallet;
  chances(wallet: Wallet, data: ChancesData): Wallet;
}

type Of<Form extends IssueData['benefit']['form']> = Extract<IssueData['benefit'], { readonly form: Form }>;
export type CouponData = Omit<Of<'coupon'>, 'form'> & { readonly source: string; readonly atMs: number };
export type PointsData = Omit<Of<'points'>, 'form'> & { readonly cause: string; readonly atMs: number };
export type ChancesData = Omit<Of<'chances'>, 'form'> & { readonly orderId: string; readonly atMs: number };

/** Channel of product.md C2, which the coupon keeps. */
const COUPON_SOURCES: { readonly [rule in RewardRule]: string } = {
  'order-received': 'order',
  'order-add-on': 'add-on',
  'referral-invitee': 'referral',
  'referral-inviter': 'referral',
  'event-check-in': 'event',
  review: 'review',
  compensation: 'compensation',
};

const POINTS_KINDS: { readonly [source in RewardSource]: PointsKind } = {
  order: 'order-add-on',
  referral: 'referral-earned',
  event: 'event-earned',
  review: 'review-earned',
  compensation: 'compensated',
};

/**
 * The wallet with the reward in it, under its op. Total: what was promised is given, whatever the wallet holds. `isUndone`: its
 * revocation came first, and what cannot be owed is not given then.
 */
export function issued(wallet: Wallet, op: string, data: IssueData, give: Givers, isUndone: boolean) {
  const { rule, causeId, benefit, atMs } = data;
  switch (benefit.form) {
    case 'coupon': {
      const { form: _, ...coupon } = benefit;
      const after = give.coupon(wallet, op, { ...coupon, source: COUPON_SOURCES[rule], atMs });
      return { wallet: after, cause: causeId, kind: 'coupon-issued' };
    }
    case 'points': {
      const { points, pendingDays } = benefit;
      const after = give.points(wallet, op, { cause: lotCause(rule, causeId), points, pendingDays, atMs });
      return { wallet: after, cause: causeId, kind: POINTS_KINDS[sourceOf(rule)], points };
    }
    case 'chances': {
      const { form: _, ...chances } = benefit;
      const after = isUndone ? wallet : give.chances(wallet, { ...chances, orderId: causeId, atMs });
      return { wallet: after, cause: causeId, kind: 'chances-issued' };
    }
    case 'service': {
      const after = isUndone || wallet.prizes[op] ? wallet : withService(wallet, op, rule, benefit, atMs);
      return { wallet: after, cause: causeId, kind: 'service-issued' };
    }
    case 'payout':
      throw new Error(`payout ${op} is no wallet's`);
  }
}

/** Among the prizes, to be claimed and handed over as they are. */
function withService(wallet: Wallet, op: string, rule: RewardRule, benefit: Of<'service'>, atMs: number): Wallet {
  const { title, valueFen, days } = benefit;
  const prize: Prize = {
    ...{ drawId: '', drawPrizeId: rule, drawTitle: '', title, unit: '次', kind: 'service' },
    ...{ wonAtMs: atMs, claimUntilMs: endOf(atMs, days), state: 'to-claim', givenId: null, picture: '', valueFen },
  };
  return { ...wallet, prizes: { ...wallet.prizes, [op]: prize } };
}
