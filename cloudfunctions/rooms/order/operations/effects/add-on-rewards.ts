import { hashOf } from '../../../../kernel/ids';
import type { Json } from '../../../../platform/db';
import type { Effect } from '../../../../platform/effects';
import type { Order } from '../../document';
import { type Effects, effect } from './kinds';
import { promisedCouponsOf } from './promised-coupons';

type Promising = Pick<Order, '_id' | 'residentId' | 'quote' | 'promisedCoupons' | 'pendingDays'>;

/** Also the coupon's id. */
const couponOp = (orderId: string, n: number): string => `ac_${hashOf(orderId, n)}`;
const pointsOp = (orderId: string, n: number): string => `ap_${hashOf(orderId, n)}`;

const pointsOf = ({ quote }: Promising): number[] =>
  quote.addOns.flatMap(({ benefit }) => (benefit.form === 'points' ? [benefit.points] : []));

/** Coupons and points of the order's add-ons on receipt, each once by an op of the order and its number. */
export function addOnRewards(order: Promising, nowMs: number): Effects {
  const { _id: orderId, residentId, pendingDays } = order;
  const coupons = promisedCouponsOf(order).map((promised, index): [string, Effect] => {
    const { effectId, promise, campaignId, reserve } = promised;
    const data = { promise, campaignId, reserve, source: 'add-on', receivedAtMs: nowMs } as unknown as Json;
    return [effectId, effect('coupon.issue', residentId, couponOp(orderId, index + 1), nowMs, data)];
  });
  const points = pointsOf(order).map((count, index): [string, Effect] => {
    const data = { orderId, points: count, receivedAtMs: nowMs, pendingDays };
    return [`points_${index + 1}`, effect('loyalty.grant', residentId, pointsOp(orderId, index + 1), nowMs, data)];
  });
  return Object.fromEntries([...coupons, ...points]);
}

/** With the last unit of a received order: its coupons that were not used, and its points, into debt where they were spent. */
export function addOnRevokes(order: Promising, nowMs: number): Effects {
  const { _id: orderId, residentId, promisedCoupons } = order;
  const couponIds = promisedCoupons.map((_, index) => couponOp(orderId, index + 1));
  const coupons: [string, Effect][] =
    couponIds.length === 0
      ? []
      : [['revoke_coupons', effect('coupon.revoke', residentId, `rc_${orderId}`, nowMs, { couponIds })]];
  const points = pointsOf(order).map((count, index): [string, Effect] => {
    const data = { orderId, points: count, grantOp: pointsOp(orderId, index + 1) };
    return [`revoke_points_${index + 1}`, effect('loyalty.ungrant', residentId, `rp_${data.grantOp}`, nowMs, data)];
  });
  return Object.fromEntries([...coupons, ...points]);
}
