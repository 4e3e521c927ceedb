import type { Quote } from '../../cloudfunctions/rooms/settlement';
import { COURIER, OSMANTHUS, SHOP } from '../../tools/seed/base';
import type { House } from './house';

export type Basket = { readonly [skuId: string]: number };

const linesOf = (basket: Basket) => Object.entries(basket).map(([skuId, quantity]) => ({ skuId, quantity }));

/** Someone who lives in 桂花里 3 号楼 1203, with these things in the cart. Returns the address. */
export async function settled({ driver, cloud }: House, openid: string, basket: Basket): Promise<string> {
  await driver.resident(openid, 'account.session', {});
  const home = { estateId: OSMANTHUS, building: '3 号楼', room: '1203', contactName: '周女士', phone: '13800138000' };
  const key = driver.key(cloud.clock.nowMs(), `${openid} address`);
  type Saved = { addresses: { addressId: string }[] };
  const saved = await driver.resident<Saved>(openid, 'account.saveAddress', home, key);
  await driver.resident(openid, 'account.chooseEstate', { estateId: OSMANTHUS });
  await driver.resident(openid, 'order.saveCart', { lines: linesOf(basket) });
  return saved.addresses[0]?.addressId ?? '';
}

/** Places an order at the price of the moment, not paid yet; `key` where its id, which comes from it, matters. */
export async function ordered(
  house: House,
  openid: string,
  addressId: string,
  basket: Basket,
  key = house.driver.key(house.cloud.clock.nowMs(), `${openid} order`),
): Promise<string> {
  const { driver } = house;
  const asked = { lines: linesOf(basket), addressId };
  const { quote } = await driver.resident<{ quote: Quote }>(openid, 'order.quote', asked);
  const placing = { ...asked, fingerprint: quote.fingerprint };
  const { orderId } = await driver.resident<{ orderId: string }>(openid, 'order.place', placing, key);
  return orderId;
}

/** Bought with the address that the person has, paid, delivered and received; its id. */
export async function received(house: House, openid: string, basket: Basket, key?: string): Promise<string> {
  const { driver, cloud } = house;
  type Known = { addresses: { addressId: string }[] };
  const { addresses } = await driver.resident<Known>(openid, 'account.addresses', {});
  const orderId = await ordered(house, openid, addresses[0]?.addressId ?? '', basket, key);
  await driver.resident(openid, 'order.pay', { orderId });
  await cloud.pay.pay(orderId);
  await driver.staff(SHOP.openid, 'order.move', { orderId, to: 'picked' });
  for (const to of ['dispatched', 'delivered']) await driver.staff(COURIER.openid, 'order.move', { orderId, to });
  await driver.resident(openid, 'order.receive', { orderId });
  return orderId;
}

/** Asks for units of an order back as its preview says; the refund's number. */
export async function backFrom(
  { driver, cloud }: House,
  openid: string,
  orderId: string,
  units: Basket,
  reason: string,
): Promise<string> {
  const lines = Object.entries(units).map(([lineId, count]) => ({ lineId, units: count }));
  const asking = { orderId, lines, reason };
  const seeing = { ...asking, hasPictures: false };
  const { expected } = await driver.resident<{ expected: string }>(openid, 'order.refundPreview', seeing);
  const key = driver.key(cloud.clock.nowMs(), `${orderId} ${reason}`);
  type Asked = { refundNumber: string };
  const { refundNumber } = await driver.resident<Asked>(openid, 'order.askRefund', { ...asking, expected }, key);
  return refundNumber;
}
