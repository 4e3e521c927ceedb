import { residentId } from '../../cloudfunctions/kernel/ids';
import type { Prize, Wallet } from '../../cloudfunctions/kernel/wallet';
import type { Draw } from '../../cloudfunctions/rooms/draw';
import type { Order } from '../../cloudfunctions/rooms/order';
import { COURIER, LAUNCH_DRAW, LOCAL_APPID, OWNER, SHOP } from '../../tools/seed/base';
import { type House, openHouse } from '../support/house';
import { luckyKey } from '../support/lucky';
import { ordered, received, settled } from '../support/ordering';
import { packed } from '../support/packing';
import type { Visitor } from '../support/visitor';

const LONG_MS = 120_000;
const ANN = 'o_ann';
const WHEEL = `/packages/draw/pages/wheel/index?id=${LAUNCH_DRAW}`;
const SPINS = `/packages/draw/pages/spins/index?id=${LAUNCH_DRAW}`;
const PRIZES = '/packages/draw/pages/prizes/index';
const COUNTER = '/packages/staff/pages/handover/index';
const BOARD = '/packages/staff/pages/board/index';
const BASKET = { apple_4: 1 };

describe('a draw from the spin to the hand, and to the proof', () => {
  let house: House;
  let ann: Visitor;
  let counter: Visitor;
  let addressId = '';
  let code = '';
  beforeAll(async () => {
    house = await openHouse();
    addressId = await settled(house, ANN, BASKET);
    await received(house, ANN, BASKET, luckyKey(house.cloud, ANN, 'egg'));
    ann = await house.enter(ANN, WHEEL);
  }, LONG_MS);
  afterAll(() => house.close());

  const prizeOf = (drawPrizeId: string): [string, Prize] => {
    const wallet = house.dump<Wallet>('wallets').find(({ _id }) => _id === residentId(LOCAL_APPID, ANN));
    const found = Object.entries(wallet?.prizes ?? {}).find(([, prize]) => prize.drawPrizeId === drawPrizeId);
    if (!found) throw new Error(`no prize ${drawPrizeId}`);
    return [found[0].split(':').join('-'), found[1]];
  };
  const spun = async (): Promise<void> => {
    await ann.sees('chances', 'data-count', '1');
    await ann.tap('spin');
    await ann.see('won');
  };

  test(
    'the spin brings eggs, the winner fetches them at the shop: one tap, and the code is there',
    async () => {
      await spun();
      await ann.read('抽中了鲜鸡蛋 15 枚');
      await ann.shot('won-goods-light');
      await ann.tap('way-pick-up');
      await ann.tap('won-claim');
      await ann.read('记下了，到店报码领');
      await ann.tap('my-prizes');
      const [id] = prizeOf('egg');
      await ann.tap(`code-${id}`);
      code = (await ann.see('code-signs')).replace(/\s/g, '');
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
      await ann.shot('prize-code-light');
    },
    LONG_MS,
  );

  test(
    'at the counter the code shows the prize and its winner masked; it is given once and never again',
    async () => {
      counter = await house.enter(SHOP.openid, COUNTER);
      await counter.write('handover-code', code.toLowerCase());
      await counter.tap('look');
      const found = await counter.see('found');
      expect(found).toContain('鲜鸡蛋 15 枚');
      expect(found).toContain('3 号楼 周**');
      expect(found).not.toContain('13800138000');
      await counter.longShot('staff-handover-light');
      await counter.tap('give');
      await counter.read('今天交了 1 份');
      expect(prizeOf('egg')[1].state).toBe('handed-over');
      await counter.write('handover-code', code);
      await counter.tap('look');
      await counter.sees('refused', 'data-code', 'PRIZE_CODE_USED');
      await counter.shot('staff-handover-used-light');
      await ann.open(PRIZES);
      await ann.read('领到了');
    },
    LONG_MS,
  );

  test(
    'milk goes with the next order: it stands at the till and in the bag, and is hers when it arrives',
    async () => {
      await received(house, ANN, BASKET, luckyKey(house.cloud, ANN, 'milk'));
      await ann.open(WHEEL);
      await spun();
      await ann.tap('won-claim');
      await ann.read('记下了，跟着下一单送');
      const [id] = prizeOf('milk');
      await house.driver.resident(ANN, 'order.saveCart', { lines: [{ skuId: 'rice_5', quantity: 1 }] });
      await ann.open('/packages/order/pages/checkout/index');
      expect(await ann.see(`gift-${id}`)).toContain('鲜牛奶 1 盒');
      const orderId = await ordered(house, ANN, addressId, { rice_5: 1 });
      await house.driver.resident(ANN, 'order.pay', { orderId });
      await house.cloud.pay.pay(orderId);
      const shop = await house.enter(SHOP.openid, BOARD);
      expect(await shop.see('gifts')).toContain('鲜牛奶 1 盒');
      await shop.longShot('staff-picking-prize-light');
      await packed(shop, orderId);
      await shop.tap(`move-${orderId}`);
      await shop.read('记好了，等出发');
      for (const to of ['dispatched', 'delivered'])
        await house.driver.staff(COURIER.openid, 'order.move', { orderId, to });
      await house.cloud.fireTimers();
      expect(house.dump<Order>('orders').find(({ _id }) => _id === orderId)?.state).toBe('delivered');
      expect(prizeOf('milk')[1].state).toBe('handed-over');
      expect(shop.errors).toEqual([]);
    },
    LONG_MS,
  );

  test(
    'the operator sees two units out, their pace and what they cost',
    async () => {
      const owner = await house.enter(OWNER.openid, '/packages/staff/pages/draws/index');
      await owner.sees('board-egg', 'data-out', '1');
      await owner.sees('board-milk', 'data-out', '1');
      await owner.tap('board-milk');
      await owner.see('curve');
      await owner.longShot('staff-draw-light');
      await owner.tap('tab-settlement');
      expect((await owner.see('books-egg')).replace(/\s+/g, '')).toContain('¥21.00');
      await owner.longShot('staff-settlement-light');
      expect(owner.errors).toEqual([]);
    },
    LONG_MS,
  );

  test(
    'after the end the phone that saw the fingerprint works both spins out again, and both hold',
    async () => {
      const [draw] = house.dump<Draw>('draws');
      house.cloud.clock.advance((draw?.endsAtMs ?? 0) - house.cloud.clock.nowMs());
      await ann.open(SPINS);
      await ann.sees('verdict', 'data-true', 'true');
      await ann.read('2 次都对上了');
      const [id] = prizeOf('egg');
      await ann.tap(`spin-${id}`);
      await ann.read('三步都对，结果没有被改过');
      await ann.shot('verify-light');
      expect([...ann.errors, ...counter.errors]).toEqual([]);
    },
    LONG_MS,
  );
});
