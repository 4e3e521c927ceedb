import type { Cell } from '../../cloudfunctions/kernel/cell';
import type { Coupon, CouponTerms } from '../../cloudfunctions/kernel/coupon';
import { DAY_MS } from '../../cloudfunctions/kernel/period';
import { emptyWallet, type Wallet } from '../../cloudfunctions/kernel/wallet';
import type { Stored } from '../../cloudfunctions/platform/db';
import { openCell } from '../../cloudfunctions/platform/holds/open-cell';
import type { Envelope } from '../../cloudfunctions/platform/serve/envelope';
import { newResident, publishEstate } from '../../cloudfunctions/rooms/account';
import { rooms } from '../../cloudfunctions/rooms/assembly';
import { type Campaign, publishCampaign } from '../../cloudfunctions/rooms/campaign';
import { campaignNames } from '../../cloudfunctions/rooms/catalog';
import { type CouponTemplate, publishTemplate } from '../../cloudfunctions/rooms/coupon';
import { pointsBalance } from '../../cloudfunctions/rooms/loyalty';
import type { Order } from '../../cloudfunctions/rooms/order';
import type { Offer, Quote } from '../../cloudfunctions/rooms/settlement';
import { aWorld, START_MS, type World } from './world';

/** The worked example of rules.md section 1: rice 2 × ¥39.90, milk 3 × ¥12.50. */
export const GOODS = { rice: 3_990, milk: 1_250, eggs: 1_880 } as const;
export type Good = keyof typeof GOODS;

export const SHELF = 'shelf_01';
export const CAMPAIGN = 'launch';
export const BUDGET = `budget_${CAMPAIGN}`;

export interface ShopWish {
  readonly seed?: number;
  readonly stock?: { readonly [skuId: string]: number };
  readonly offers?: readonly Offer[];
  readonly budgetFen?: number;
  readonly draw?: Campaign['draw'];
  readonly templates?: readonly CouponTemplate[];
  readonly pointsAtOnce?: boolean;
}

const offerBase = {
  campaignId: CAMPAIGN,
  title: null,
  scope: { all: true },
  startsAtMs: START_MS - DAY_MS,
  endsAtMs: START_MS + 30 * DAY_MS,
} as const;

/** Milk at 8折, ¥50−5 / ¥100−12, ¥5 off the first order, freight free from ¥69: the offers of the worked example. */
export function exampleOffers(): Offer[] {
  const cut = (thresholdFen: number, offFen: number) => ({ thresholdFen, off: { form: 'fixed', offFen } as const });
  return [
    {
      ...offerBase,
      offerId: 'milk_window',
      kind: 'time-window',
      scope: { skuIds: ['milk'] },
      parameters: { windows: [], price: { form: 'rate', payRateBps: 8_000 } },
    },
    {
      ...offerBase,
      offerId: 'full_cut',
      kind: 'spend-tiers',
      parameters: { group: 'a', reach: { form: 'best', tiers: [cut(5_000, 500), cut(10_000, 1_200)] } },
    },
    { ...offerBase, offerId: 'first_cut', kind: 'first-order', parameters: { offFen: 500 } },
    { ...offerBase, offerId: 'free_freight', kind: 'free-freight', parameters: { fromFen: 6_900 } },
  ];
}

export interface Shop extends World {
  /** Gives a resident a wallet with these things in it, and an address in the estate. */
  settleIn(name: string, owns?: Partial<Wallet>): Promise<void>;
  order(orderId: string): Order;
  wallet(name: string): Wallet;
  left(cellId: string, key: string): number;
  /** Quotes, then places at that price; the reply of placing. */
  buy(name: string, wish?: Partial<Buy>): Promise<Bought>;
}

export interface Buy {
  readonly lines: { readonly [skuId: string]: number };
  readonly couponIds: readonly string[] | undefined;
  readonly pointsWish: number;
  readonly deliveryKind: 'standard' | 'express';
  readonly requestKey: string;
  readonly fingerprint: string;
}

export interface Bought {
  readonly ok: boolean;
  readonly code: string;
  readonly detail: { readonly [field: string]: unknown };
  readonly orderId: string;
  readonly state: string;
  readonly payableFen: number;
}

export const ESTATE = 'estate_1';
export const ADDRESS = 'home';

/** A shop with the worked example's goods and offers, every room in place. */
export async function aShop(wish: ShopWish = {}): Promise<Shop> {
  const world = aWorld(rooms, { seed: wish.seed ?? 1 });
  await openShop(world, wish);
  const shop: Shop = Object.assign(Object.create(Object.getPrototypeOf(world)), {});
  Object.defineProperties(shop, Object.getOwnPropertyDescriptors(world));
  return Object.assign(shop, {
    settleIn: (name: string, owns: Partial<Wallet> = {}) => settleIn(world, name, owns),
    order: (orderId: string) => find<Order>(world, 'orders', orderId),
    wallet: (name: string) => find<Wallet>(world, 'wallets', world.residentId(name)),
    left: (cellId: string, key: string) => find<Cell>(world, 'cells', cellId).left[key] ?? 0,
    buy: (name: string, buy: Partial<Buy> = {}) => buyAs(world, name, buy),
  });
}

function find<T extends Stored>(world: World, collection: string, id: string): T {
  const found = world.engine.dump<T>(collection).find(({ _id }) => _id === id);
  if (!found) throw new Error(`no ${collection}/${id}`);
  return found;
}

async function openShop(world: World, wish: ShopWish): Promise<void> {
  const { engine } = world;
  const context = world.context();
  await publishEstate(context, {
    _id: ESTATE,
    name: '云栖苑',
    district: '西湖区',
    street: '云栖路 1 号',
    buildings: ['1', '2'],
    served: true,
    distanceMeters: 800,
    baseFreightFen: 500,
    rushFeeFen: 600,
  });
  for (const [skuId, listFen] of Object.entries(GOODS))
    engine.put('skus', { ...skuOf(skuId, listFen), _id: skuId } as Stored);
  await openCell(engine, SHELF, { rice: 30, milk: 30, eggs: 30, ...wish.stock });
  for (const template of wish.templates ?? []) await publishTemplate(context, template);
  const published = await publishCampaign(
    context,
    {
      campaignId: CAMPAIGN,
      version: 1,
      title: '新小区开业',
      line: '',
      estateIds: [ESTATE],
      widensTo: [],
      startsAtMs: START_MS - DAY_MS,
      endsAtMs: START_MS + 30 * DAY_MS,
      offers: wish.offers ?? exampleOffers(),
      banners: [],
      pointsAtOnce: wish.pointsAtOnce ?? false,
      cards: [],
      notice: null,
      draw: wish.draw ?? { drawId: 'wheel', chancesPerOrder: 1 },
      budget: { capFen: wish.budgetFen ?? 1_000_000, offerCapsFen: {} },
    },
    campaignNames(context),
  );
  if (!published.ok) throw new Error(JSON.stringify(published));
}

const skuOf = (skuId: string, listFen: number) => ({
  skuId,
  spec: '1 份',
  listFen,
  floorFen: 0,
  noPromotion: false,
  shelfCellId: SHELF,
  productId: skuId,
  name: skuId,
  picture: skuId,
  tint: 'oat',
  categoryId: 'food',
  onSale: true,
});

async function settleIn(world: World, name: string, owns: Partial<Wallet>): Promise<void> {
  const residentId = world.residentId(name);
  const wallet = { ...emptyWallet(residentId), ...owns };
  world.engine.put('wallets', wallet);
  openAccount(world, wallet);
  const address = {
    estateId: ESTATE,
    estateName: '云栖苑',
    building: '1',
    room: '101',
    contactName: name,
    phone: '13800000000',
    isDefault: true,
    savedAtMs: START_MS,
  };
  world.engine.put('residents', {
    ...newResident(residentId, START_MS),
    estateId: ESTATE,
    addresses: { [ADDRESS]: address },
  } as Stored);
}

/** What somebody brought into the shop has its entries too, or a night would find points and coupons without a cause. */
function openAccount({ engine }: World, { _id: target, ...wallet }: Wallet): void {
  engine.put('reckonings', { _id: target, horizon: 0, points: pointsBalance({ _id: target, ...wallet }) } as Stored);
  for (const op of Object.keys(wallet.coupons))
    engine.put('ledger', { _id: `${target}:${op}`, target, op, at: 0, s: 'done', kind: 'opening' } as Stored);
}

/** ¥60−8 on everything, valid for 30 days: the coupon of the worked example. */
export function exampleCoupon(over: Partial<Coupon> = {}): Coupon {
  const terms: CouponTerms = { kind: 'fixed', scope: { all: true }, minSpendFen: 6_000, offFen: 800, group: 'a' };
  return {
    templateId: 'tpl_60_8',
    campaignId: null,
    title: '满 60 减 8',
    terms,
    claimedAtMs: START_MS - DAY_MS,
    validFromMs: START_MS - DAY_MS,
    validUntilMs: START_MS + 30 * DAY_MS,
    status: { state: 'usable' },
    source: 'centre',
    ...over,
  };
}

/** Points that can be spent, earned yesterday. */
export const someLots = (points: number): Wallet['lots'] => ({
  lot_1: {
    points,
    earned: points,
    earnedAtMs: START_MS - DAY_MS,
    spendableFromMs: START_MS - DAY_MS,
    expiresAtMs: START_MS + 300 * DAY_MS,
    cause: 'order:past',
  },
});

const EXAMPLE_LINES = { rice: 2, milk: 3 };

async function buyAs(world: World, name: string, buy: Partial<Buy>): Promise<Bought> {
  const lines = Object.entries(buy.lines ?? EXAMPLE_LINES).map(([skuId, quantity]) => ({ skuId, quantity }));
  const more = { deliveryKind: buy.deliveryKind ?? 'standard', ...(buy.couponIds ? { couponIds: buy.couponIds } : {}) };
  const asked = { lines, pointsWish: buy.pointsWish ?? 0, ...more };
  const quoted = await world.call(name, 'order.quote', { ...asked, addressId: ADDRESS });
  const fingerprint =
    buy.fingerprint ?? (quoted.ok ? (quoted.data as { quote: Quote }).quote.fingerprint : '0'.repeat(32));
  const input = { ...asked, addressId: ADDRESS, fingerprint };
  return boughtOf(await world.call(name, 'order.place', input, buy.requestKey ?? world.key()));
}

export function boughtOf(reply: Envelope): Bought {
  const empty = { ok: reply.ok, code: '', detail: {}, orderId: '', state: '', payableFen: 0 };
  if (!reply.ok) return { ...empty, code: reply.code, detail: reply.detail as Bought['detail'] };
  return { ...empty, ...(reply.data as object) };
}
