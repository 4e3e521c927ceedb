import { type Benefit, type Revocation, revokeEffect, rewardEffect } from '../../../../kernel/reward';
import type { Order } from '../../document';
import type { Effects } from './kinds';
import { promisedCouponsOf } from './promised-coupons';

type Promising = Pick<Order, '_id' | 'residentId' | 'quote' | 'promisedCoupons' | 'pendingDays'>;

interface Promised {
  /** Id of the effect that issues it. */
  readonly effectId: string;
  /** The add-on's place in the quote, from 1: the reward's number within its order. */
  readonly n: number;
  readonly benefit: Benefit;
}

function promisedOf(order: Promising): Promised[] {
  const coupons = promisedCouponsOf(order).map(({ effectId, n, promise, campaignId, reserve }): Promised => {
    return { effectId, n, benefit: { form: 'coupon', promise, campaignId, reserve } };
  });
  const points = order.quote.addOns.flatMap(({ benefit }, index) =>
    benefit.form === 'points' ? [{ n: index + 1, points: benefit.points }] : [],
  );
  return [
    ...coupons,
    ...points.map(({ n, points: count }, index): Promised => {
      const benefit: Benefit = { form: 'points', points: count, pendingDays: order.pendingDays };
      return { effectId: `points_${index + 1}`, n, benefit };
    }),
  ];
}

/** Coupons and points of the order's add-ons on receipt. */
export function addOnRewards(order: Promising, nowMs: number): Effects {
  return Object.fromEntries(
    promisedOf(order).map(({ effectId, n, benefit }) => [
      effectId,
      rewardEffect({ ...causeOf(order), n, benefit, atMs: nowMs }),
    ]),
  );
}

/** With the last unit of a received order: its coupons that were not used, and its points, into debt where they were spent. */
export function addOnRevokes(order: Promising, nowMs: number): Effects {
  return Object.fromEntries(
    promisedOf(order).map(({ effectId, n, benefit }) => {
      const undone: Revocation = { ...causeOf(order), n, benefit, atMs: nowMs, reason: 'order-refunded' };
      return [`revoke_${effectId}`, revokeEffect(undone)];
    }),
  );
}

const causeOf = ({ _id, residentId }: Promising) => ({ rule: 'order-add-on', causeId: _id, residentId }) as const;
