import type { FunnelRow } from '../../cloudfunctions/rooms/outreach/domain/funnel';
import { placeOrder, settleIn } from '../doors/support/house';
import { dataOf, type LaunchShop } from './launch-shop';

export const land = ({ world }: LaunchShop, who: string, scene: string) => world.call(who, 'outreach.land', { scene });

export const claim = ({ world }: LaunchShop, who: string, scene: string, key = world.key()) =>
  world.call(who, 'outreach.claim', { scene, templateId: 'hello60' }, key);

/** Places an order as somebody who lives in 桂花里 and pays it; its id. */
export async function buy({ world }: LaunchShop, who: string): Promise<string> {
  const addressId = await settleIn(world, who);
  const { orderId } = await placeOrder(world, who, addressId);
  await pay(world, who, orderId);
  return orderId;
}

export async function pay(world: LaunchShop['world'], who: string, orderId: string): Promise<void> {
  dataOf(await world.call(who, 'order.pay', { orderId }));
  world.pay.settle(orderId);
  await world.payCallback(orderId);
}

/** The counts of a funnel row; what is not there has counted nobody. */
export function countsOf({ world }: LaunchShop, id: string) {
  const row = world.engine.dump<FunnelRow>('funnels').find(({ _id }) => _id === id);
  return row
    ? { scanned: row.scanned, joined: row.joined, claimed: row.claimed, paid: row.paid }
    : { scanned: 0, joined: 0, claimed: 0, paid: 0 };
}

/** The timer's part, until nothing is owed and nothing is waited for. */
export async function settle({ world }: LaunchShop, minutes = 13): Promise<void> {
  for (let n = 0; n < minutes; n += 1) {
    world.advance(60_000);
    await world.tick();
  }
}
