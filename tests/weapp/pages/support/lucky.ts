import { LAUNCH_DRAW } from '../../../../tools/seed/base';
import { luckyKey } from '../../../support/lucky';
import type { Shop } from './shop';

/** A received order whose chance draws this prize of the launch draw; the chance's id. */
export async function luckyChance(shop: Shop, openid: string, drawPrizeId: string): Promise<string> {
  const addressId = await shop.settleIn(openid);
  const key = luckyKey(shop.cloud, openid, drawPrizeId);
  const orderId = await shop.place(openid, [{ skuId: 'apple_4', quantity: 1 }], addressId, key);
  await shop.deliver(openid, orderId);
  await shop.ask(openid, 'order.receive', { orderId });
  return `order:${orderId}:1`;
}

/** Spins it as well: the prize lies in the winner's wallet. */
export async function won(shop: Shop, openid: string, drawPrizeId: string): Promise<string> {
  const chanceId = await luckyChance(shop, openid, drawPrizeId);
  await shop.ask(openid, 'draw.spin', { drawId: LAUNCH_DRAW, chanceId });
  return chanceId;
}
