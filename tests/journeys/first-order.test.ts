import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import type { Order } from '../../cloudfunctions/rooms/order';
import { COURIER, NEWCOMER, SHOP, TEMPLATES } from '../../tools/seed/base';
import { type House, openHouse } from '../support/house';
import { packed } from '../support/packing';
import type { Visitor } from '../support/visitor';

const LAND = '/packages/outreach/pages/land/index';
const BOARD = '/packages/staff/pages/board/index';
const CALM_MS = 120_000;

/**
 * The worked example of the rules for somebody without points: rice 2 × ¥39.90 and milk 3 × ¥12.50 are ¥117.30; the morning
 * market takes ¥7.50, ¥100−12 and the first order's ¥5, the flyer's ¥60−8, freight is free from ¥69: ¥84.80.
 */
const PAYABLE_FEN = 8_480;

describe('a new neighbour from the flyer in the lift to the prize', () => {
  let house: House;
  let neighbour: Visitor;

  beforeAll(async () => {
    house = await openHouse();
    neighbour = await house.enter(NEWCOMER.openid, `${LAND}?scene=${house.flyers.active}`);
  }, CALM_MS);
  afterAll(() => house.close());

  const wallet = (): Wallet => {
    const [found, ...others] = house.dump<Wallet>('wallets');
    if (!found || others.length > 0) throw new Error(`${others.length + 1} wallets where one was expected`);
    return found;
  };
  const order = (): Order => {
    const [found, ...others] = house.dump<Order>('orders');
    if (!found || others.length > 0) throw new Error(`${others.length + 1} orders where one was expected`);
    return found;
  };

  test(
    'the landing says what the flyer brings, and one tap has it',
    async () => {
      expect(await neighbour.see('landing')).toContain('楼下小店送您 ¥13，现在就能用');
      expect(await neighbour.see('land-place')).toContain('桂花里小区');
      await neighbour.tap('flyer-claim');
      await neighbour.sees('flyer-coupon', 'data-state', 'claimed');
      await neighbour.shot('landing-claimed-light');
      expect(Object.values(wallet().coupons).map(({ templateId }) => templateId)).toEqual([TEMPLATES.hello60]);
      await neighbour.tap('enter-shop');
      await neighbour.read('桂花里小区', 'estate');
    },
    CALM_MS,
  );

  test(
    'two products go into the cart, and its slip names every fen',
    async () => {
      await neighbour.tap('search-entry');
      await neighbour.write('search-input', '大米');
      await neighbour.tap('search-go');
      await neighbour.tap('product-p_rice');
      await neighbour.tap('add-to-cart');
      await neighbour.read('放进购物车了');
      await neighbour.open('/packages/catalog/pages/product/index?id=p_milk');
      await neighbour.tap('add-to-cart');
      await neighbour.read('放进购物车了');
      await neighbour.tap('to-cart');
      await neighbour.tap('count-rice_5-more');
      await neighbour.tap('count-milk_950-more');
      await neighbour.tap('count-milk_950-more');
      await neighbour.read('84', 'slip');
      const slip = (await neighbour.see('slip')).replace(/\s+/g, ' ');
      for (const amount of ['¥117.30', '−¥7.50', '−¥12.00', '−¥5.00', '−¥8.00', '免', '¥84.80'])
        expect(slip).toContain(amount);
    },
    CALM_MS,
  );

  test(
    'the address is written at the till, and the order is paid at the cashier',
    async () => {
      await neighbour.tap('checkout');
      await neighbour.tap('add-first-address');
      await neighbour.tap('choose-building');
      await neighbour.tap('building-3');
      await neighbour.write('room', '1203');
      await neighbour.write('contactName', '周女士');
      await neighbour.write('phone', '13800138000');
      await neighbour.tap('save-address');
      expect(await neighbour.see('address')).toContain('桂花里小区 3 号楼 1203');
      await neighbour.tap('place');
      await neighbour.page.waitForURL('**/cashier?**');
      expect(await neighbour.page.getByLabel('84.80 元').isVisible()).toBe(true);
      await neighbour.page.click('#pay');
      await neighbour.sees('paid', 'data-state', 'paid');
      expect(order()).toMatchObject({ state: 'paid', quote: { payableFen: PAYABLE_FEN } });
      expect(wallet()).toMatchObject({ firstOrder: { state: 'used', orderId: order()._id }, holds: {} });
    },
    CALM_MS,
  );

  test(
    'the same order paid by two duplicate and one late callback is paid once',
    async () => {
      const before = { order: order(), wallet: wallet(), cells: house.dump('cells'), ledger: house.dump('ledger') };
      await house.cloud.pay.sendCallback(before.order._id, { times: 2 });
      await house.cloud.pay.sendCallback(before.order._id, { delayMs: 60_000 });
      house.cloud.clock.advance(60_000);
      await house.cloud.pay.deliverDue();
      expect(house.cloud.pay.list().map(({ notices }) => notices.map(({ state }) => state.name))).toEqual([
        ['accepted', 'accepted', 'accepted', 'accepted'],
      ]);
      expect({ order: order(), wallet: wallet(), cells: house.dump('cells'), ledger: house.dump('ledger') }).toEqual(
        before,
      );
      expect(house.dump('alerts')).toEqual([]);
    },
    CALM_MS,
  );

  test(
    'shop and courier move it along on phones of their own',
    async () => {
      const { _id } = order();
      const shop = await house.enter(SHOP.openid, BOARD);
      expect(await shop.see(`order-${_id}`)).toContain('138****8000');
      await packed(shop, _id);
      await shop.tap(`move-${_id}`);
      await shop.read('记好了，等出发');
      const courier = await house.enter(COURIER.openid, BOARD);
      await courier.tap('tab-picked');
      await courier.tap(`move-${_id}`);
      await courier.read('记好了，在路上');
      await courier.tap('tab-dispatched');
      await courier.tap(`move-${_id}`);
      await courier.read('记好了，已送到');
      expect(order().state).toBe('delivered');
      expect([...shop.errors, ...courier.errors]).toEqual([]);
    },
    CALM_MS,
  );

  test(
    'receipt brings 84 points and one chance, and a late callback brings no more',
    async () => {
      await neighbour.open(`/packages/order/pages/detail/index?id=${order()._id}`);
      await neighbour.tap('receive');
      await neighbour.answer('收到了');
      await neighbour.sees('order', 'data-state', 'received');
      expect(await neighbour.see('rewards')).toContain('84 积分、1 次抽奖');
      const before = wallet();
      expect(Object.values(before.lots).map(({ points }) => points)).toEqual([84]);
      expect(Object.values(before.chances).map(({ state }) => state)).toEqual(['open']);
      await house.cloud.pay.sendCallback(order()._id);
      expect(wallet()).toEqual(before);
    },
    CALM_MS,
  );

  test(
    'the wheel turns once, and the prize lies in my prizes',
    async () => {
      await neighbour.tap('spin');
      await neighbour.sees('chances', 'data-count', '1');
      await neighbour.tap('spin');
      await neighbour.see('won');
      await neighbour.shot('won-light');
      const [prize, ...others] = Object.values(wallet().prizes);
      expect(others).toEqual([]);
      await neighbour.tap('won-close');
      await neighbour.sees('chances', 'data-count', '0');
      await neighbour.tap('my-prizes');
      expect(await neighbour.see('prizes')).toContain(prize?.title);
      expect(neighbour.errors).toEqual([]);
    },
    CALM_MS,
  );
});
