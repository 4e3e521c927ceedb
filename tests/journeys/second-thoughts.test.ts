import type { Cell } from '../../cloudfunctions/kernel/cell';
import { residentId } from '../../cloudfunctions/kernel/ids';
import { MINUTE_MS } from '../../cloudfunctions/kernel/period';
import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import type { Order } from '../../cloudfunctions/rooms/order';
import { LOCAL_APPID, SHOP } from '../../tools/seed/base';
import { type House, openHouse } from '../support/house';
import { ordered, settled } from '../support/ordering';
import type { Visitor } from '../support/visitor';

const LONG_MS = 120_000;
/** A dialog has faded in. */
const FADE_MS = 300;
const HOME = '/pages/home/index';
const CART = '/pages/cart/index';
const CHECKOUT = '/packages/order/pages/checkout/index';
const LAND = '/packages/outreach/pages/land/index';
const BOARD = '/packages/staff/pages/board/index';
const DETAIL = '/packages/order/pages/detail/index';

/** The worked example: rice 2 × ¥39.90, milk 3 × ¥12.50. */
const EXAMPLE = { rice_5: 2, milk_950: 3 };
/** All the crabs of the shop (tools/seed/data/goods). */
const ALL_CRABS = { crab_4: 60 };

describe('what can go wrong on the way is said, and takes nothing', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  }, LONG_MS);
  afterAll(() => house.close());

  const walletOf = (openid: string): Wallet => {
    const found = house.dump<Wallet>('wallets').find(({ _id }) => _id === residentId(LOCAL_APPID, openid));
    if (!found) throw new Error(`${openid} has no wallet`);
    return found;
  };
  const ordersOf = (openid: string): Order[] =>
    house.dump<Order>('orders').filter((order) => order.residentId === residentId(LOCAL_APPID, openid));
  const leftOf = (skuId: string): number =>
    house
      .dump<Cell>('cells')
      .reduce((sum, cell) => sum + (cell._id.startsWith('shelf_') ? (cell.left[skuId] ?? 0) : 0), 0);

  /** What the resident owns, without the history of how. */
  const belongings = ({ coupons, lots, holds, firstOrder, chances, prizes, counters }: Wallet) => ({
    ...{ coupons: Object.values(coupons).map(({ templateId, validUntilMs }) => ({ templateId, validUntilMs })) },
    ...{ lots, holds, firstOrder, chances, prizes, counters },
  });

  /** At the till with a coupon from the flyer: ¥84.80. */
  async function atTheTill(openid: string, options = {}): Promise<Visitor> {
    await settled(house, openid, EXAMPLE);
    const key = house.driver.key(house.cloud.clock.nowMs(), `${openid} claim`);
    await house.driver.resident(openid, 'outreach.claim', { scene: house.flyers.active }, key);
    const visitor = await house.enter(openid, CHECKOUT, options);
    await visitor.see('place');
    return visitor;
  }

  test(
    'a paid order that its resident cancels gives money, coupon and stock back; the first-order right is used, and it says so',
    async () => {
      const visitor = await atTheTill('o_cancels');
      const before = belongings(walletOf('o_cancels'));
      const [rice, milk] = [leftOf('rice_5'), leftOf('milk_950')];
      await visitor.tap('place');
      await visitor.page.waitForURL('**/cashier?**');
      await visitor.page.click('#pay');
      await visitor.tap('see-order');
      expect([leftOf('rice_5'), leftOf('milk_950')]).toEqual([rice - 2, milk - 3]);
      await visitor.tap('cancel');
      await visitor.read('第一单立减已经用过，不再退回');
      await visitor.answer('取消它');
      await visitor.sees('order', 'data-state', 'cancelled');
      await house.cloud.fireTimers();
      expect([leftOf('rice_5'), leftOf('milk_950')]).toEqual([rice, milk]);
      const [{ _id = '' } = {}] = ordersOf('o_cancels');
      const counters = { ...before.counters, orders_paid: 1 };
      const firstOrder = { state: 'used', orderId: _id };
      expect(belongings(walletOf('o_cancels'))).toEqual({ ...before, counters, firstOrder });
      const [payment] = house.cloud.pay.list();
      expect(payment?.refunds.map(({ refundFen, status }) => [refundFen, status])).toEqual([[8_480, 'SUCCESS']]);
      await visitor.open(`${DETAIL}?id=${_id}`);
      await visitor.read('1 到 3 天到账');
      expect(visitor.errors).toEqual([]);
    },
    LONG_MS,
  );

  test(
    'a paid order that the shop cancels gives the first-order right back too',
    async () => {
      const visitor = await atTheTill('o_sorry');
      const before = belongings(walletOf('o_sorry'));
      await visitor.tap('place');
      await visitor.page.waitForURL('**/cashier?**');
      await visitor.page.click('#pay');
      await visitor.see('see-order');
      const [{ _id = '' } = {}] = ordersOf('o_sorry');
      const shop = await house.enter(SHOP.openid, BOARD);
      await shop.tap(`cancel-${_id}`);
      await shop.answer('取消它');
      await shop.read('取消好了，钱在退');
      await house.cloud.fireTimers();
      const { firstOrder, coupons, holds } = belongings(walletOf('o_sorry'));
      expect({ firstOrder, coupons, holds }).toEqual({
        firstOrder: { state: 'open' },
        coupons: before.coupons,
        holds: {},
      });
      const payment = house.cloud.pay.list().find((one) => one._id === _id);
      expect(payment?.refunds.map(({ refundFen, status }) => [refundFen, status])).toEqual([[8_480, 'SUCCESS']]);
      await visitor.tap('see-order');
      await visitor.sees('order', 'data-state', 'cancelled');
      expect([...visitor.errors, ...shop.errors]).toEqual([]);
    },
    LONG_MS,
  );

  test(
    'an answer lost on the way and two quick taps are one order',
    async () => {
      const visitor = await atTheTill('o_lift', { expectedErrors: [/ERR_FAILED/] });
      let lost = 0;
      await visitor.page.route('**/call/resident', async (route) => {
        const isFirst = lost === 0 && (route.request().postData() ?? '').includes('"order.place"');
        if (!isFirst) return route.continue();
        lost += 1;
        await route.fetch();
        await route.abort();
      });
      await visitor.at('place').last().dblclick();
      await visitor.page.waitForURL('**/cashier?**');
      expect([lost, ordersOf('o_lift').map(({ state }) => state)]).toEqual([1, ['placed']]);
      const asked = { count: 0 };
      visitor.page.on('request', (request) => {
        if ((request.postData() ?? '').includes('"order.detail"')) asked.count += 1;
      });
      await visitor.page.click('#cancel');
      // Who turned back is told at once, by the first answer.
      expect(await visitor.see('paid-title')).toBe('还没付款');
      expect([asked.count, await visitor.at('pay-again').count()]).toEqual([1, 1]);
      expect(visitor.errors).toEqual([]);
    },
    LONG_MS,
  );

  test(
    'sold out between cart and till: said at the till, explained in the cart, and out with one tap',
    async () => {
      await settled(house, 'o_late', { crab_4: 1, rice_5: 2 });
      const visitor = await house.enter('o_late', CHECKOUT);
      await visitor.see('place');
      const addressId = await settled(house, 'o_quick', ALL_CRABS);
      await ordered(house, 'o_quick', addressId, ALL_CRABS);
      await visitor.tap('place');
      await visitor.read('慢了一步，卖完了');
      expect(ordersOf('o_late').filter(({ state }) => state === 'placed')).toEqual([]);
      await visitor.open(CART);
      expect(await visitor.see('line-crab_4')).toContain('卖完了，不算进这一单');
      await visitor.shot('cart-sold-out-light');
      await visitor.tap('take-out-crab_4');
      await visitor.at('line-crab_4').waitFor({ state: 'hidden' });
      expect(await visitor.see('slip')).not.toContain('大闸蟹');
      expect(visitor.errors).toEqual([]);
    },
    LONG_MS,
  );

  test(
    'a flyer that was taken back says so and leads into the shop',
    async () => {
      const visitor = await house.enter('o_passer', `${LAND}?scene=${house.flyers.retired}`);
      await visitor.sees('no-offer', 'data-code', 'FLYER_RETIRED');
      await visitor.read('这张传单已经收回了');
      await visitor.open(`${LAND}?scene=${house.flyers.sleeping}`);
      await visitor.sees('no-offer', 'data-code', 'FLYER_SLEEPING');
      await visitor.tap('enter-shop');
      await visitor.see('search-entry');
      expect(visitor.errors).toEqual([]);
    },
    LONG_MS,
  );

  test(
    '10 guessed codes close guessing for 10 minutes, not the shop',
    async () => {
      for (let n = 0; n < 10; n += 1)
        await house.driver.resident('o_guesses', 'outreach.land', { scene: `guess_${n}_guess` }).catch(() => undefined);
      const visitor = await house.enter('o_guesses', `${LAND}?scene=${house.flyers.active}`);
      await visitor.sees('no-offer', 'data-code', 'TOO_MANY_TRIES');
      await visitor.read('今天 10:34 再来');
      await visitor.tap('enter-shop');
      await visitor.see('search-entry');
      house.cloud.clock.advance(10 * MINUTE_MS + 1);
      await visitor.open(`${LAND}?scene=${house.flyers.active}`);
      await visitor.see('flyer-claim');
    },
    LONG_MS,
  );

  test(
    'no signal: what did not happen is said, and one tap tries again',
    async () => {
      const visitor = await house.enter('o_cellar', '/pages/me/index', { expectedErrors: [/ERR_FAILED/] });
      await visitor.see('my-name');
      await visitor.page.route('**/call/**', (route) => route.abort());
      await visitor.open(HOME);
      expect(await visitor.see('failure')).toContain('没有扣钱');
      await visitor.shot('no-signal-light');
      await visitor.page.unroute('**/call/**');
      await visitor.tap('retry');
      await visitor.see('coupon-strip');
      expect(visitor.errors).toEqual([]);
    },
    LONG_MS,
  );

  test(
    'the market closes at 11:00 while someone stands at the till: the new price is asked about before it is paid',
    async () => {
      const visitor = await atTheTill('o_slow');
      expect(await visitor.see('slip')).toContain('84.80');
      house.cloud.clock.moveTo(Date.UTC(2026, 10, 22, 3));
      await visitor.tap('place');
      await visitor.page.locator('.taro__modal').getByText('刚才是 ¥84.80，现在要付 ¥92.30').waitFor();
      await visitor.page.waitForTimeout(FADE_MS);
      await visitor.shot('price-changed-light');
      await visitor.answer('再看看');
      await visitor.read('92', 'slip');
      expect(ordersOf('o_slow').filter(({ state }) => state === 'placed')).toEqual([]);
      await visitor.tap('place');
      await visitor.page.waitForURL('**/cashier?**');
      expect(await visitor.page.getByLabel('92.30 元').isVisible()).toBe(true);
      expect(visitor.errors).toEqual([]);
    },
    LONG_MS,
  );
});
