import { residentId } from '../../cloudfunctions/kernel/ids';
import type { Order, OrderState } from '../../cloudfunctions/rooms/order';
import {
  CHEN,
  GUI,
  LAUNCH_DRAW,
  LOCAL_APPID,
  MORE_OFFERS,
  NEWCOMER,
  OWNER,
  PROMOTER,
  SHOP,
  SUPPORT,
  ZHOU,
} from '../../tools/seed/base';
import { type House, openHouse } from '../support/house';
import { backFrom, received } from '../support/ordering';
import type { Visitor } from '../support/visitor';

const LONG_MS = 300_000;

/** One page as one person sees it, and what must be there before the picture is taken. */
interface Sight {
  readonly name: string;
  readonly who: string;
  readonly page: string | ((house: House) => string);
  /** Id of a part that only the finished page has. */
  readonly until: string;
  readonly act?: (visitor: Visitor, house: House) => Promise<void>;
}

/** The newest order of a resident that stands so. */
function orderPage(openid: string, state: OrderState, page: 'detail' | 'paid') {
  return (house: House): string => {
    const [newest] = house
      .dump<Order>('orders')
      .filter((order) => order.residentId === residentId(LOCAL_APPID, openid) && order.state === state)
      .sort((a, b) => b.at - a.at);
    if (!newest) throw new Error(`${openid} has no order that is ${state}`);
    return `/packages/order/pages/${page}/index?id=${newest._id}`;
  };
}

const landing = (flyer: keyof House['flyers']) => (house: House) =>
  `/packages/outreach/pages/land/index?scene=${house.flyers[flyer]}`;

/** Units with a gift, a gift by the sum, a second item at half price, and add-ons. */
const WITH_GIFTS = { dumpling_500: 2, soap_3: 2, lotion_500: 1, pot_22: 1, toast_400: 1 } as const;

const fillCart = async (visitor: Visitor): Promise<void> => {
  for (const product of ['p_rice', 'p_milk', 'p_crab']) {
    await visitor.open(`/packages/catalog/pages/product/index?id=${product}`);
    await visitor.tap('add-to-cart');
    await visitor.read('放进购物车了');
  }
  await visitor.open('/pages/cart/index');
  await visitor.see('slip');
};

/** An order of Chen's with a refund that is paid at once and one that waits for support. */
const given = { orderId: '', instant: '', asked: '' };

async function giveBack(house: House): Promise<void> {
  given.orderId = await received(house, CHEN.openid, { rice_5: 3, milk_950: 3 });
  given.instant = await backFrom(house, CHEN.openid, given.orderId, { milk_950: 1 }, 'missing');
  given.asked = await backFrom(house, CHEN.openid, given.orderId, { rice_5: 1 }, 'quality');
}

const SIGHTS: readonly Sight[] = [
  { name: 'home', who: ZHOU.openid, page: '/pages/home/index', until: 'coupon-strip' },
  { name: 'shop', who: ZHOU.openid, page: '/pages/shop/index', until: 'product-p_greens' },
  { name: 'product', who: ZHOU.openid, page: '/packages/catalog/pages/product/index?id=p_milk', until: 'add-to-cart' },
  {
    name: 'product-gift',
    who: ZHOU.openid,
    page: '/packages/catalog/pages/product/index?id=p_dumpling',
    until: 'offers-card',
  },
  {
    name: 'product-in-sets',
    who: ZHOU.openid,
    page: '/packages/catalog/pages/product/index?id=p_cheese',
    until: 'bundles',
  },
  {
    name: 'bundle',
    who: ZHOU.openid,
    page: `/packages/catalog/pages/bundle/index?id=${MORE_OFFERS.breakfastSet}`,
    until: 'bundle-goods',
  },
  {
    name: 'bundle-not-for-me',
    who: ZHOU.openid,
    page: `/packages/catalog/pages/bundle/index?id=${MORE_OFFERS.welcomeSet}`,
    until: 'bundle-gift',
  },
  {
    name: 'shop-sets',
    who: ZHOU.openid,
    page: '/pages/shop/index',
    until: 'category-:sets',
    act: async (visitor) => {
      await visitor.tap('category-:sets');
      await visitor.see('sets');
    },
  },
  { name: 'search', who: ZHOU.openid, page: '/packages/catalog/pages/search/index', until: 'search-go' },
  {
    name: 'search-found',
    who: ZHOU.openid,
    page: '/packages/catalog/pages/search/index',
    until: 'search-go',
    act: async (visitor) => {
      await visitor.write('search-input', '牛奶');
      await visitor.tap('search-go');
      await visitor.see('found');
    },
  },
  { name: 'cart-empty', who: GUI.openid, page: '/pages/cart/index', until: 'empty-action' },
  { name: 'cart', who: ZHOU.openid, page: '/pages/home/index', until: 'search-entry', act: fillCart },
  {
    name: 'cart-gifts',
    who: ZHOU.openid,
    page: '/pages/home/index',
    until: 'search-entry',
    act: async (visitor, { driver }) => {
      const lines = Object.entries(WITH_GIFTS).map(([skuId, quantity]) => ({ skuId, quantity, selected: true }));
      await driver.resident(ZHOU.openid, 'order.saveCart', { lines });
      await visitor.open('/pages/cart/index');
      await visitor.see('why-not');
      await visitor.tap('why-not');
    },
  },
  {
    name: 'cart-top-up',
    who: ZHOU.openid,
    page: '/pages/cart/index',
    until: 'top-up',
    act: async (visitor) => {
      await visitor.tap('top-up');
      await visitor.see('top-up-done');
    },
  },
  { name: 'checkout', who: ZHOU.openid, page: '/packages/order/pages/checkout/index', until: 'place' },
  {
    name: 'checkout-coupons',
    who: ZHOU.openid,
    page: '/packages/order/pages/checkout/index',
    until: 'place',
    act: async (visitor) => {
      await visitor.tap('coupons');
      await visitor.see('coupons-done');
    },
  },
  {
    name: 'cashier',
    who: GUI.openid,
    page: orderPage(GUI.openid, 'placed', 'detail'),
    until: 'pay',
    act: async (visitor) => {
      await visitor.tap('pay');
      await visitor.page.waitForURL('**/cashier?**');
      await visitor.see('amount');
    },
  },
  { name: 'order-unpaid', who: GUI.openid, page: orderPage(GUI.openid, 'placed', 'detail'), until: 'pay' },
  { name: 'order-paid-page', who: GUI.openid, page: orderPage(GUI.openid, 'dispatched', 'paid'), until: 'see-order' },
  { name: 'order-delivered', who: ZHOU.openid, page: orderPage(ZHOU.openid, 'delivered', 'detail'), until: 'receive' },
  { name: 'order-received', who: ZHOU.openid, page: orderPage(ZHOU.openid, 'received', 'detail'), until: 'rewards' },
  {
    name: 'order-refunds',
    who: CHEN.openid,
    page: () => `/packages/order/pages/detail/index?id=${given.orderId}`,
    until: 'order',
  },
  {
    name: 'aftersales',
    who: CHEN.openid,
    page: () => `/packages/order/pages/aftersales/index?orderId=${given.orderId}`,
    until: 'claim',
    act: async (visitor) => {
      await visitor.tap('units-rice_5-more');
      await visitor.tap('reason-broken');
      await visitor.sees('brings', 'data-stale', 'false');
    },
  },
  {
    name: 'refund',
    who: CHEN.openid,
    page: () => `/packages/order/pages/refund/index?orderId=${given.orderId}&refundNumber=${given.instant}`,
    until: 'refund',
  },
  { name: 'refunds', who: CHEN.openid, page: '/packages/order/pages/refunds/index', until: 'refunds' },
  { name: 'orders', who: GUI.openid, page: '/packages/order/pages/list/index', until: 'tab-done' },
  { name: 'coupons', who: GUI.openid, page: '/pages/coupon/index', until: 'coupon-wallet' },
  { name: 'my-coupons', who: GUI.openid, page: '/packages/coupon/pages/mine/index', until: 'tab-usable' },
  { name: 'wheel', who: ZHOU.openid, page: '/packages/draw/pages/wheel/index', until: 'my-prizes' },
  { name: 'prizes', who: GUI.openid, page: '/packages/draw/pages/prizes/index', until: 'prizes' },
  { name: 'verify', who: GUI.openid, page: `/packages/draw/pages/spins/index?id=${LAUNCH_DRAW}`, until: 'spins' },
  { name: 'winners', who: GUI.openid, page: `/packages/draw/pages/winners/index?id=${LAUNCH_DRAW}`, until: 'winners' },
  { name: 'me', who: GUI.openid, page: '/pages/me/index', until: 'my-prizes' },
  { name: 'me-new', who: NEWCOMER.openid, page: '/pages/me/index', until: 'my-prizes' },
  { name: 'points', who: GUI.openid, page: '/packages/loyalty/pages/points/index', until: 'points-history' },
  { name: 'addresses', who: GUI.openid, page: '/packages/order/pages/addresses/index', until: 'add-address' },
  { name: 'address-form', who: NEWCOMER.openid, page: '/packages/order/pages/address/index', until: 'choose-estate' },
  { name: 'landing', who: NEWCOMER.openid, page: landing('active'), until: 'flyer-claim' },
  { name: 'landing-retired', who: NEWCOMER.openid, page: landing('retired'), until: 'no-offer' },
  { name: 'estate', who: NEWCOMER.openid, page: '/packages/outreach/pages/estate/index', until: 'estate-guihuali' },
  {
    name: 'estate-none',
    who: NEWCOMER.openid,
    page: '/packages/outreach/pages/estate/index',
    until: 'estate-guihuali',
    act: async (visitor) => {
      await visitor.write('estate-search', '翠竹');
      await visitor.read('没有找到这个小区');
    },
  },
  { name: 'referral', who: GUI.openid, page: '/packages/referral/pages/mine/index', until: 'neighbours' },
  { name: 'referral-card', who: GUI.openid, page: '/packages/referral/pages/card/index', until: 'card-form' },
  { name: 'referral-rules', who: GUI.openid, page: '/packages/referral/pages/rules/index', until: 'referral-rules' },
  { name: 'referral-held', who: SUPPORT.openid, page: '/packages/staff/pages/referrals/index', until: 'empty-action' },
  { name: 'staff-handover', who: SHOP.openid, page: '/packages/staff/pages/handover/index', until: 'handovers' },
  { name: 'staff-draws', who: OWNER.openid, page: '/packages/staff/pages/draws/index', until: 'board' },
  { name: 'staff-board', who: SHOP.openid, page: '/packages/staff/pages/board/index', until: 'board' },
  {
    name: 'staff-board-short',
    who: SHOP.openid,
    page: '/packages/staff/pages/board/index',
    until: 'board',
    act: async (visitor) => {
      await visitor.page.locator('[id^="short-"]').first().click();
      await visitor.see('short-done');
    },
  },
  { name: 'staff-refunds', who: SUPPORT.openid, page: '/packages/staff/pages/refunds/index', until: 'staff-refunds' },
  {
    name: 'staff-refunds-decide',
    who: SUPPORT.openid,
    page: '/packages/staff/pages/refunds/index',
    until: 'staff-refunds',
    act: async (visitor) => {
      await visitor.tap(`decide-${given.asked}`);
      await visitor.see('decided');
    },
  },
  {
    name: 'staff-flyer',
    who: PROMOTER.openid,
    page: '/packages/staff/pages/flyer/index',
    until: 'my-flyers',
    act: async (visitor, { flyers }) => {
      await visitor.write('flyer-code', `https://linli.example/#/land?scene=${flyers.sleeping}`);
      await visitor.tap('flyer-look');
      await visitor.tap('place-lift');
      await visitor.see('activate');
    },
  },
];

const DARK_AND_LIGHT = ['light', 'dark'] as const;

describe('every page at 390 × 844', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ history: { days: 8, orders: 60 } });
    await giveBack(house);
  }, LONG_MS);
  afterAll(() => house.close());

  test.each(DARK_AND_LIGHT)(
    'in %s: stands, is no wider than the phone, and complains of nothing',
    async (colorScheme) => {
      const people = new Map<string, Visitor>();
      const findings: string[] = [];
      for (const { name, who, page, until, act } of SIGHTS) {
        const address = typeof page === 'string' ? page : page(house);
        const visitor = people.get(who) ?? (await house.enter(who, '/pages/me/index', { colorScheme }));
        people.set(who, visitor);
        try {
          await visitor.open(address);
          await visitor.see(until);
          await act?.(visitor, house);
          await visitor.page.waitForLoadState('networkidle');
          const widthPx = await visitor.widthPx();
          if (widthPx > 390) findings.push(`${name}: ${widthPx} px wide`);
        } catch (error) {
          findings.push(`${name}: ${String(error).split('\n')[0]}`);
        }
        await visitor.shot(`${name}-${colorScheme}`);
        await visitor.longShot(`${name}-long-${colorScheme}`);
      }
      for (const visitor of people.values()) findings.push(...visitor.errors);
      expect(findings).toEqual([]);
    },
    LONG_MS,
  );
});
