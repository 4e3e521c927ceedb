import { aShop, exampleCoupon, type Shop, type ShopWish, someLots } from './shop';

const NEIGHBOUR = { coupons: { c1: exampleCoupon() }, lots: someLots(500) };

/** Ann has the coupon and 500 points of the worked example. */
export async function withAnn(wish: ShopWish = {}): Promise<Shop> {
  const shop = await aShop(wish);
  await shop.settleIn('ann', NEIGHBOUR);
  return shop;
}

export async function paidOrder(shop: Shop): Promise<string> {
  const { orderId } = await shop.buy('ann', { pointsWish: 500 });
  await shop.call('ann', 'order.pay', { orderId });
  shop.pay.settle(orderId);
  await shop.payCallback(orderId);
  return orderId;
}

export async function deliver(shop: Shop, orderId: string): Promise<void> {
  shop.asStaff('bob', ['shop']);
  for (const to of ['picked', 'dispatched', 'delivered']) await shop.staffCall('bob', 'order.move', { orderId, to });
}
