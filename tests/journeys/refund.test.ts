import path from 'node:path';
import { residentId } from '../../cloudfunctions/kernel/ids';
import { DAY_MS } from '../../cloudfunctions/kernel/period';
import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import type { Order } from '../../cloudfunctions/rooms/order';
import { COURIER, LOCAL_APPID, SHOP, SUPPORT } from '../../tools/seed/base';
import { type House, openHouse } from '../support/house';
import { publishKitchen, SUPPER } from '../support/kitchen';
import { settled } from '../support/ordering';
import { packed } from '../support/packing';
import type { Visitor } from '../support/visitor';

const LONG_MS = 120_000;
const ANN = 'o_ann';
const CHECKOUT = '/packages/order/pages/checkout/index';
const DETAIL = '/packages/order/pages/detail/index';
const BOARD = '/packages/staff/pages/board/index';
const DESK = '/packages/staff/pages/refunds/index';
const PICTURE = path.join(__dirname, '../../assets/pictures/tomato.webp');

/** Two suppers (4 tomatoes, 2 boxes of eggs) and a bag of rice. */
const BASKET = { tomato_500: 4, egg_15: 2, rice_5: 1 };

describe('a bundle with its gift and an add-on is bought, and one unit of it comes back after receipt', () => {
  let house: House;
  let ann: Visitor;
  beforeAll(async () => {
    house = await openHouse();
    await publishKitchen(house);
    await settled(house, ANN, BASKET);
    const key = house.driver.key(house.cloud.clock.nowMs(), 'claim');
    await house.driver.resident(ANN, 'outreach.claim', { scene: house.flyers.active }, key);
    ann = await house.enter(ANN, CHECKOUT);
  }, LONG_MS);
  afterAll(() => house.close());

  const order = (): Order => {
    const [found, ...others] = house.dump<Order>('orders');
    if (!found || others.length > 0) throw new Error(`${others.length + 1} orders where one was expected`);
    return found;
  };
  const wallet = (): Wallet => {
    const found = house.dump<Wallet>('wallets').find(({ _id }) => _id === residentId(LOCAL_APPID, ANN));
    if (!found) throw new Error('no wallet');
    return found;
  };
  const pointsOf = ({ lots }: Wallet): number => Object.values(lots).reduce((sum, lot) => sum + lot.points, 0);
  const paidBack = (): number[] => house.cloud.pay.list().flatMap(({ refunds }) => refunds.map((one) => one.refundFen));
  /** What the page says is given and taken, by row. */
  const rowOf = async (key: string): Promise<string> => (await ann.see(`row-${key}`)).replace(/\s+/g, '');
  const countOf = (text: string): number =>
    Number(/−?[\d,]+(?=分$)/.exec(text)?.[0].replace('−', '-').replace(',', ''));

  test(
    'the till shows the bundle, its two gifts and the add-on; paid at the cashier',
    async () => {
      await ann.see('place');
      expect((await ann.see('slip')).replace(/\s+/g, ' ')).toContain('番茄炒蛋套餐');
      await ann.tap('place');
      await ann.page.waitForURL('**/cashier?**');
      await ann.page.click('#pay');
      await ann.sees('paid', 'data-state', 'paid');
      const { quote } = order();
      expect(quote.gifts.map(({ skuId, quantity }) => [skuId, quantity])).toEqual([['greens_300', 2]]);
      expect(quote.addOns.map(({ benefit }) => benefit)).toEqual([{ form: 'points', points: SUPPER.points }]);
    },
    LONG_MS,
  );

  test(
    'the shop packs goods and gifts, tick by tick, before it can be picked',
    async () => {
      const { _id: orderId } = order();
      const shop = await house.enter(SHOP.openid, BOARD);
      expect(await shop.see('gifts')).toContain('还要放进去 1 样，不收钱');
      expect(await shop.see(`move-${orderId}`)).toBe('还有 4 样没放');
      await packed(shop, orderId);
      await shop.shot('picking-light');
      await shop.tap(`move-${orderId}`);
      await shop.read('记好了，等出发');
      for (const to of ['dispatched', 'delivered'])
        await house.driver.staff(COURIER.openid, 'order.move', { orderId, to });
      await house.driver.resident(ANN, 'order.receive', { orderId });
      await house.cloud.fireTimers();
      expect(shop.errors).toEqual([]);
    },
    LONG_MS,
  );

  test(
    'one broken tomato, with its picture: what the page shows is what comes back, in money and in points',
    async () => {
      const { _id: orderId } = order();
      const before = pointsOf(wallet());
      await ann.open(`${DETAIL}?id=${orderId}`);
      await ann.tap('after-sales');
      const { lineId } = order().quote.lines.find(({ skuId }) => skuId === 'tomato_500') ?? { lineId: '' };
      await ann.tap(`units-${lineId}-more`);
      await ann.tap('reason-broken');
      const [chooser] = await Promise.all([ann.page.waitForEvent('filechooser'), ann.tap('add-picture')]);
      await chooser.setFiles(PICTURE);
      await ann.sees('picture', 'data-state', 'sent');
      await ann.sees('brings', 'data-way', 'instant');
      await ann.sees('brings', 'data-stale', 'false');
      const shownFen = Number(await ann.at('brings').last().getAttribute('data-amount'));
      const taken = countOf(await rowOf('points-taken'));
      expect(await rowOf('gift-greens_300')).toContain('−¥4.00');
      await ann.longShot('aftersales-light');
      await ann.at('submit').last().dblclick();
      await ann.sees('refund', 'data-amount', String(shownFen));
      await house.cloud.fireTimers();
      expect(paidBack()).toEqual([shownFen]);
      expect(pointsOf(wallet()) - before).toBe(taken);
      expect(Object.values(order().refunds)).toHaveLength(1);
    },
    LONG_MS,
  );

  test(
    'the refund arrives, and the page says so; its picture is there',
    async () => {
      for (let hour = 0; hour < 3 && Object.values(order().refunds)[0]?.state !== 'succeeded'; hour += 1) {
        house.cloud.clock.advance(DAY_MS);
        await house.cloud.pay.deliverDue();
        await house.cloud.fireTimers();
      }
      await ann.page.reload();
      await ann.sees('refund', 'data-state', 'succeeded');
      expect(await ann.see('refund-state')).toBe('退好了');
      await ann.see('picture-0');
      await ann.longShot('refund-light');
      expect(ann.errors).toEqual([]);
    },
    LONG_MS,
  );

  test(
    'eggs that are not good and have no picture are support’s to decide; what was agreed to is paid, and no unit twice',
    async () => {
      const { _id: orderId } = order();
      await ann.open(`/packages/order/pages/aftersales/index?orderId=${orderId}`);
      const { lineId } = order().quote.lines.find(({ skuId }) => skuId === 'egg_15') ?? { lineId: '' };
      await ann.tap(`units-${lineId}-more`);
      await ann.tap('reason-quality');
      await ann.sees('brings', 'data-stale', 'false');
      const shownFen = Number(await ann.at('brings').last().getAttribute('data-amount'));
      await ann.tap('submit');
      await ann.sees('refund', 'data-state', 'asked');
      const [first = 0] = paidBack();
      expect(paidBack()).toEqual([first]);
      const desk = await house.enter(SUPPORT.openid, DESK);
      const [refundNumber = ''] = Object.entries(order().refunds).flatMap(([number, { state }]) =>
        state === 'asked' ? [number] : [],
      );
      await desk.tap(`decide-${refundNumber}`);
      await desk.tap('decided');
      await desk.read('同意了，钱在退');
      await house.cloud.fireTimers();
      expect(paidBack()).toEqual([first, shownFen]);
      expect(first + shownFen).toBeLessThan(order().payableFen);
      expect([...ann.errors, ...desk.errors]).toEqual([]);
    },
    LONG_MS,
  );
});
