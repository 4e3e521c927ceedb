import type { Context } from '../../../platform/context';
import type { OrderState } from '../domain/states';
import { endedOrders, ordersOfReferrals } from '../store';

/** What a referral may know of an order that was placed with it. */
export interface ReferralOrder {
  readonly referralId: string;
  readonly orderId: string;
  readonly state: OrderState;
  readonly placedAtMs: number;
}

/** Orders placed with these referrals that may still tell, or have yet to tell, of their receipt. One round trip. */
export async function referralOrders(
  { db }: Pick<Context, 'db'>,
  referralIds: readonly string[],
): Promise<ReferralOrder[]> {
  const orders = await ordersOfReferrals(db, referralIds);
  return orders.flatMap(({ _id: orderId, referralId, state, at: placedAtMs, effects }) => {
    const isTold = state === 'received' && effects.referral?.done !== false;
    return referralId === undefined || isTold ? [] : [{ referralId, orderId, state, placedAtMs }];
  });
}

/** Of a neighbour who may have been new: a handful of orders, so a page tells all. */
const NEWEST = 50;

/**
 * Whether the resident received another order before this one, placed without this referral. One placed with it tells of its own
 * receipt: of two, whichever is heard first counts.
 */
export async function hasReceivedBefore(
  { db }: Pick<Context, 'db'>,
  residentId: string,
  {
    orderId,
    receivedAtMs,
    referralId,
  }: { readonly orderId: string; readonly receivedAtMs: number; readonly referralId: string },
): Promise<boolean> {
  const orders = await endedOrders(db, residentId, NEWEST);
  return orders.some(
    (order) =>
      order._id !== orderId &&
      order.referralId !== referralId &&
      (order.timeline.received?.atMs ?? receivedAtMs) < receivedAtMs,
  );
}

export interface OftenBought {
  readonly productId: string;
  readonly skuIds: readonly string[];
  /** Received orders with it, of the newest 50. */
  readonly times: number;
}

/** What the resident often receives, most often first. */
export async function oftenBought(
  { db }: Pick<Context, 'db'>,
  residentId: string,
  most: number,
): Promise<OftenBought[]> {
  const orders = (await endedOrders(db, residentId, NEWEST)).filter(({ state }) => state === 'received');
  const found = new Map<string, { skuIds: Set<string>; times: number }>();
  for (const { goods } of orders)
    for (const productId of new Set(goods.map((good) => good.productId))) {
      const known = found.get(productId) ?? { skuIds: new Set<string>(), times: 0 };
      for (const { skuId } of goods.filter((good) => good.productId === productId)) known.skuIds.add(skuId);
      found.set(productId, { ...known, times: known.times + 1 });
    }
  return [...found]
    .map(([productId, { skuIds, times }]) => ({ productId, skuIds: [...skuIds], times }))
    .sort((a, b) => b.times - a.times || (a.productId < b.productId ? -1 : 1))
    .slice(0, most);
}
