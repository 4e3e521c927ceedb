import type { Quote } from '../../cloudfunctions/rooms/settlement';
import { OSMANTHUS } from '../../tools/seed/base';
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

/** Places an order at the price of the moment, not paid yet. */
export async function ordered(house: House, openid: string, addressId: string, basket: Basket): Promise<string> {
  const { driver, cloud } = house;
  const asked = { lines: linesOf(basket), addressId };
  const { quote } = await driver.resident<{ quote: Quote }>(openid, 'order.quote', asked);
  const key = driver.key(cloud.clock.nowMs(), `${openid} order`);
  const placing = { ...asked, fingerprint: quote.fingerprint };
  const { orderId } = await driver.resident<{ orderId: string }>(openid, 'order.place', placing, key);
  return orderId;
}
