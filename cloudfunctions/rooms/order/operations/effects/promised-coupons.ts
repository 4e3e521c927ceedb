import { budgetCellId, type Quantities } from '../../../../kernel/cell';
import type { CouponPromise, Reserve } from '../../../../kernel/coupon';
import type { AddOn } from '../../../settlement';
import type { Order } from '../../document';

/** A coupon that an add-on of the order promised, and what the order took from the budget for it. */
export interface PromisedCoupon {
  /** Id of the effect that issues it. */
  readonly effectId: string;
  /** The add-on's place in the quote, from 1. */
  readonly n: number;
  readonly promise: CouponPromise;
  readonly campaignId: string | null;
  /** Null: no campaign pays for it. */
  readonly reserve: Reserve | null;
}

/** One each for the add-ons of the quote that bring a coupon, in their order, which is that of `promisedCoupons`. */
export function promisedCouponsOf({
  quote,
  promisedCoupons,
}: Pick<Order, 'quote' | 'promisedCoupons'>): PromisedCoupon[] {
  const addOns = quote.addOns.flatMap((addOn, place) => (addOn.benefit.form === 'coupon' ? [{ addOn, place }] : []));
  return promisedCoupons.flatMap((promise, index) => {
    const found = addOns[index];
    if (!found) return [];
    const { addOn, place } = found;
    const { campaignId } = addOn;
    return [{ effectId: `coupon_${index + 1}`, n: place + 1, promise, campaignId, reserve: reserveOf(addOn) }];
  });
}

function reserveOf({ campaignId, offerId, costFen }: AddOn): Reserve | null {
  if (campaignId === null || costFen === 0) return null;
  return { cellId: budgetCellId(campaignId), q: { [campaignId]: costFen, [offerId]: costFen } };
}

/**
 * What the order holds of a budget cell without the coupons that its receipt issued: they carry their cost as their reserve,
 * and their own end books it or gives it back.
 */
export function withoutIssued(order: Order, cellId: string, held: Quantities): Quantities {
  const own: { [key: string]: number } = { ...held };
  for (const { effectId, reserve } of promisedCouponsOf(order)) {
    if (reserve?.cellId !== cellId || order.effects[effectId] === undefined) continue;
    for (const [key, fen] of Object.entries(reserve.q)) own[key] = Math.max(0, (own[key] ?? 0) - fen);
  }
  return own;
}
