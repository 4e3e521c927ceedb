import type { Cell } from '../../../cloudfunctions/kernel/cell';
import { emptyWallet, type Wallet } from '../../../cloudfunctions/kernel/wallet';
import type { Stored } from '../../../cloudfunctions/platform/db';
import type { Envelope } from '../../../cloudfunctions/platform/serve/envelope';
import { aTemplate } from '../../../cloudfunctions/rooms/coupon/domain/support/builders';
import { publishTemplate } from '../../../cloudfunctions/rooms/coupon/operations/publish';
import { publishDraw } from '../../../cloudfunctions/rooms/draw';
import {
  aChance,
  aConsolation,
  aDraw,
  aProduct,
  aStock,
} from '../../../cloudfunctions/rooms/draw/domain/support/builders';
import type { Order } from '../../../cloudfunctions/rooms/order';
import type { Quote } from '../../../cloudfunctions/rooms/settlement';
import { ADDRESS, aShop, type Shop } from '../../support/shop';

/** Where a rush takes place: in one process or behind the wire. */
export interface Ground {
  call(name: string, operation: string, input: object, requestKey?: string): Promise<Envelope>;
  key(): string;
  dump<T extends Stored>(collection: string): T[];
}

export const crowd = (count: number): string[] => Array.from({ length: count }, (_, index) => `n${index}`);

export const COUPONS = 50;
export const STOCK = 30;
export const TOP_PRIZES = 3;
const TEMPLATE = 'rush50';
const DRAW = 'rush';

/** 50 coupons, 30 boxes of eggs, 3 kettles that every spin draws; everybody has a wallet, an address and a chance. */
export async function aRushedShop(names: readonly string[]): Promise<Shop> {
  const shop = await aShop({ stock: { eggs: STOCK }, offers: [] });
  await publishTemplate(shop.context(), aTemplate({ _id: TEMPLATE, total: COUPONS, cellCount: 4 }));
  const grand = aProduct({ oddsPpm: 1_000_000, stock: aStock({ count: TOP_PRIZES, burst: TOP_PRIZES }) });
  const published = await publishDraw(shop.context(), aDraw({ drawId: DRAW, prizes: [grand, aConsolation()] }));
  if (!published.ok) throw new Error(JSON.stringify(published));
  for (const name of names) {
    const chances = { [`gift:${name}:1`]: aChance({ drawId: DRAW, orderId: null }) };
    await shop.settleIn(name, { ...emptyWallet(shop.residentId(name)), chances });
  }
  return shop;
}

export interface Rush {
  readonly codes: { readonly [code: string]: number };
}

const count = (replies: readonly Envelope[]): Rush => {
  const codes: { [code: string]: number } = {};
  for (const reply of replies) {
    const code = reply.ok ? 'ok' : reply.code;
    codes[code] = (codes[code] ?? 0) + 1;
  }
  return { codes };
};

/** Everybody at once; one key each. */
async function atOnce(names: readonly string[], act: (name: string) => Promise<Envelope>): Promise<Rush> {
  return count(await Promise.all(names.map(act)));
}

export async function claimAtOnce(ground: Ground, names: readonly string[]): Promise<Rush & { coupons: number }> {
  const rush = await atOnce(names, (name) => ground.call(name, 'coupon.claim', { templateId: TEMPLATE }, ground.key()));
  const wallets = ground.dump<Wallet>('wallets');
  return { ...rush, coupons: wallets.reduce((sum, { coupons }) => sum + Object.keys(coupons).length, 0) };
}

export async function buyAtOnce(ground: Ground, names: readonly string[]): Promise<Rush & { sold: number }> {
  const asked = { lines: [{ skuId: 'eggs', quantity: 1 }], couponIds: [], addressId: ADDRESS };
  const [first = ''] = names;
  const quoted = await ground.call(first, 'order.quote', asked);
  if (!quoted.ok) throw new Error(JSON.stringify(quoted));
  const { fingerprint } = (quoted.data as { quote: Quote }).quote;
  const rush = await atOnce(names, (name) => ground.call(name, 'order.place', { ...asked, fingerprint }, ground.key()));
  const placed = ground.dump<Order>('orders').filter(({ state }) => state === 'placed');
  return { ...rush, sold: placed.reduce((sum, { goods }) => sum + (goods[0]?.quantity ?? 0), 0) };
}

export async function spinAtOnce(
  ground: Ground,
  names: readonly string[],
): Promise<Rush & { prizes: { readonly [prizeId: string]: number } }> {
  const rush = await atOnce(names, (name) =>
    ground.call(name, 'draw.spin', { drawId: DRAW, chanceId: `gift:${name}:1` }, ground.key()),
  );
  const prizes: { [prizeId: string]: number } = {};
  for (const wallet of ground.dump<Wallet>('wallets'))
    for (const { drawPrizeId } of Object.values(wallet.prizes)) prizes[drawPrizeId] = (prizes[drawPrizeId] ?? 0) + 1;
  return { ...rush, prizes };
}

/** Units left over all cells whose id begins so. */
export const leftIn = (ground: Ground, prefix: string, key = 'n'): number =>
  ground
    .dump<Cell>('cells')
    .filter(({ _id }) => _id.startsWith(prefix))
    .reduce((sum, { left }) => sum + (left[key] ?? 0), 0);
