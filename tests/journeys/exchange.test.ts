import path from 'node:path';
import type { Cell } from '../../cloudfunctions/kernel/cell';
import { DAY_MS } from '../../cloudfunctions/kernel/period';
import type { Order } from '../../cloudfunctions/rooms/order';
import { COURIER, SUPPORT } from '../../tools/seed/base';
import { type House, openHouse } from '../support/house';
import { received, settled } from '../support/ordering';
import type { Visitor } from '../support/visitor';

const LONG_MS = 120_000;
const ANN = 'o_ann';
const DETAIL = '/packages/order/pages/detail/index';
const DESK = '/packages/staff/pages/refunds/index';
const OPEN = '/packages/staff/pages/order/index';
const PICTURE = path.join(__dirname, '../../assets/pictures/tomato.webp');
const BASKET = { milk_950: 3, rice_5: 1 };

describe('a broken milk is exchanged, and weeks later support opens a refund for another', () => {
  let house: House;
  let ann: Visitor;
  let sue: Visitor;
  let orderId = '';
  beforeAll(async () => {
    house = await openHouse();
    await settled(house, ANN, BASKET);
    orderId = await received(house, ANN, BASKET);
    ann = await house.enter(ANN, `${DETAIL}?id=${orderId}`);
    sue = await house.enter(SUPPORT.openid, DESK);
  }, LONG_MS);
  afterAll(() => house.close());

  const order = (): Order => {
    const found = house.dump<Order>('orders').find(({ _id }) => _id === orderId);
    if (!found) throw new Error('no order');
    return found;
  };
  const milkLeft = (): number =>
    house
      .dump<Cell>('cells')
      .reduce((sum, { _id, left }) => sum + (_id.startsWith('shelf') ? (left.milk_950 ?? 0) : 0), 0);
  const lineId = (): string => order().quote.lines.find(({ skuId }) => skuId === 'milk_950')?.lineId ?? '';

  test(
    'she asks for the same goods again, with a picture, and sees when she is answered',
    async () => {
      await ann.tap('after-sales');
      await ann.tap(`units-${lineId()}-more`);
      await ann.tap('reason-broken');
      const [chooser] = await Promise.all([ann.page.waitForEvent('filechooser'), ann.tap('add-picture')]);
      await chooser.setFiles(PICTURE);
      await ann.sees('picture', 'data-state', 'sent');
      await ann.tap('remedy-exchange');
      expect(await ann.see('exchange-brings')).toContain('钱、积分和券都不动');
      await ann.longShot('exchange-ask-light');
      await ann.at('submit').last().dblclick();
      await ann.sees('exchange', 'data-state', 'asked');
      await ann.page.reload();
      await ann.sees('exchange', 'data-state', 'asked');
      await ann.longShot('exchange-asked-light');
      expect(Object.values(order().exchanges ?? {})).toHaveLength(1);
    },
    LONG_MS,
  );

  test(
    'support agrees and the shelf has one milk less; the courier sends it and hands it over; the bad one is spoiled',
    async () => {
      const [no = ''] = Object.keys(order().exchanges ?? {});
      const before = milkLeft();
      await sue.open(DESK);
      await sue.tap('tab-exchange');
      await sue.see(`exchange-${no}`);
      await sue.shot('staff-exchanges-light');
      await sue.tap(`decide-${no}`);
      await sue.see('exchange-decided');
      await sue.shot('staff-exchange-decide-light');
      await sue.tap('exchange-decided');
      await sue.see(`dispatch-${no}`);
      expect(milkLeft()).toBe(before - 1);
      await sue.shot('staff-exchange-reserved-light');

      const carl = await house.enter(COURIER.openid, `${DESK}?only=exchange`);
      await carl.tap(`dispatch-${no}`);
      await carl.see(`hand-over-${no}`);
      await ann.open(`${DETAIL}?id=${orderId}`);
      await ann.read('换货，新的在路上');
      await ann.shot('exchange-order-light');
      await carl.tap(`hand-over-${no}`);
      await carl.read('等坏的交回来');
      await carl.tap(`goods-${no}`);
      await carl.see('bad-spoiled');
      await carl.shot('staff-exchange-goods-light');
      await carl.tap('bad-spoiled');
      await carl.read('没有要换的');
      expect([milkLeft(), order().exchanges?.[no]?.state]).toEqual([before - 1, 'done']);
      await ann.tap(`exchange-${no}`);
      await ann.sees('exchange', 'data-state', 'done');
      await ann.page.reload();
      await ann.sees('exchange', 'data-state', 'done');
      await ann.longShot('exchange-done-light');
      await ann.open('/packages/order/pages/refunds/index');
      await ann.see(`exchange-${no}`);
      await ann.shot('exchange-mine-light');
      expect(carl.errors).toEqual([]);
    },
    LONG_MS,
  );

  test(
    '20 days later she cannot ask any more; support opens it by the number that she reads out, and it is paid',
    async () => {
      house.cloud.clock.advance(20 * DAY_MS);
      await ann.open(`/packages/order/pages/aftersales/index?orderId=${orderId}`);
      await ann.read('这一单现在不能退');
      await sue.open(DESK);
      await sue.tap('find-order');
      await sue.write('order-number', order().number);
      await sue.tap('find');
      await sue.tap(`units-${lineId()}-more`);
      await sue.tap('reason-quality');
      await sue.page.locator('[id="answer"] textarea').filter({ visible: true }).last().fill('超过 7 天了，店长同意退');
      await sue.sees('brings', 'data-paid-by', 'wechat');
      await sue.longShot('staff-open-refund-light');
      const shownFen = Number(await sue.at('brings').last().getAttribute('data-amount'));
      await sue.tap('open-refund');
      await sue.see('find-order');
      await house.cloud.fireTimers();
      expect(house.cloud.pay.list().flatMap(({ refunds }) => refunds.map((one) => one.refundFen))).toEqual([shownFen]);
      await ann.open('/packages/order/pages/refunds/index');
      const [refundNumber = ''] = Object.keys(order().refunds);
      await ann.tap(`refund-${refundNumber}`);
      await ann.read('超过 7 天了，店长同意退');
      await ann.page.reload();
      await ann.read('超过 7 天了，店长同意退');
      await ann.longShot('refund-opened-light');
    },
    LONG_MS,
  );

  test(
    'past a year WeChat pays nothing back: support opens it for a transfer, and notes its number',
    async () => {
      house.cloud.clock.advance(400 * DAY_MS);
      await sue.open(`${OPEN}?number=${order().number}`);
      await sue.tap(`units-${lineId()}-more`);
      await sue.tap('reason-quality');
      await sue.page.locator('[id="answer"] textarea').filter({ visible: true }).last().fill('一年前的，转账给您');
      await sue.sees('brings', 'data-paid-by', 'transfer');
      await sue.longShot('staff-open-transfer-light');
      await sue.tap('open-refund');
      await sue.open(DESK);
      await sue.tap('tab-trouble');
      const waiting = Object.entries(order().refunds).find(([, { state }]) => state === 'refused');
      await sue.tap(`mend-${waiting?.[0] ?? ''}`);
      await sue.see('mend-transferred');
      await sue.shot('staff-transfer-light');
      expect(await sue.at('mend-again').count()).toBe(0);
      await sue.page.locator('[id="transfer-number"] textarea').filter({ visible: true }).last().fill('B20280101');
      await sue.tap('mend-transferred');
      await sue.read('没有要人管的');
      expect(order().refunds[waiting?.[0] ?? '']).toMatchObject({ state: 'transferred', transferNumber: 'B20280101' });
      expect([...ann.errors, ...sue.errors]).toEqual([]);
    },
    LONG_MS,
  );
});
