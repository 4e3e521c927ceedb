import { rooms } from '../../../cloudfunctions/rooms/assembly';
import type { Order } from '../../../cloudfunctions/rooms/order';
import type { Quote } from '../../../cloudfunctions/rooms/settlement';
import { OSMANTHUS, seedForTests, TEST_NOW_MS } from '../../../tools/seed/base';
import { dataOf } from '../../support/launch-shop';
import { aWorld, type World } from '../../support/world';

type Snapshot = ReturnType<World['engine']['store']['snapshot']>;

/** The shop on its first morning, in one process, with Ann at home in it and one order of hers to look at. */
export interface House {
  readonly world: World;
  readonly flyers: { readonly active: string; readonly sleeping: string; readonly retired: string };
  /** Ann's. */
  readonly addressId: string;
  /** Ann's: placed, not paid. */
  readonly orderId: string;
  /** Every document of every collection. */
  snapshot(): Snapshot;
}

export const LINES = [{ skuId: 'apple_4', quantity: 2, selected: true }];

export async function aHouse(): Promise<House> {
  const world = aWorld(rooms, { startAtMs: TEST_NOW_MS });
  const { flyers } = await seedForTests(world.engine, { appid: 'wx_test', nowMs: TEST_NOW_MS });
  const addressId = await settleIn(world, 'ann');
  const { orderId } = await placeOrder(world, 'ann', addressId);
  world.asStaff('bob');
  return { world, flyers, addressId, orderId, snapshot: () => world.engine.store.snapshot() };
}

/** Their address in 桂花里小区. */
export async function settleIn(world: World, name: string): Promise<string> {
  await world.call(name, 'account.session', {});
  const home = { estateId: OSMANTHUS, building: '3 号楼', room: '101', contactName: name, phone: '13800138009' };
  const saved = await world.call(name, 'account.saveAddress', home, world.key());
  const [address] = dataOf<{ addresses: { addressId: string }[] }>(saved).addresses;
  if (!address) throw new Error('no address was saved');
  return address.addressId;
}

export async function quoteOf(world: World, name: string, addressId: string, lines = LINES): Promise<Quote> {
  return dataOf<{ quote: Quote }>(await world.call(name, 'order.quote', { lines, addressId })).quote;
}

export async function placeOrder(
  world: World,
  name: string,
  addressId: string,
  lines = LINES,
): Promise<{ orderId: string; payableFen: number }> {
  const { fingerprint } = await quoteOf(world, name, addressId, lines);
  return dataOf(await world.call(name, 'order.place', { lines, addressId, fingerprint }, world.key()));
}

export const ordersOf = (world: World): Order[] => world.engine.dump<Order>('orders');
