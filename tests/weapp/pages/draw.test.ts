import { COURIER, LAUNCH_DRAW, SHOP } from '../../../tools/seed/base';
import { expectCalm, expectCheap, expectSmall } from './support/budget';
import { textOf } from './support/read';
import { Shop } from './support/shop';

let shop: Shop;
let ann = '';
let people = 0;
beforeAll(async () => {
  shop = await Shop.open();
}, 120_000);
beforeEach(() => {
  people += 1;
  ann = `o_ann_${people}`;
});
afterEach(() => shop.closePhones());
afterAll(() => shop.close());

const WHEEL = 'packages/draw/pages/wheel/index';
const LINES = [{ skuId: 'apple_4', quantity: 1 }];

/** The disc's angle; sector k of 8 stands under the pointer at −45° k. */
function sectorUnderPointer(style: string): number {
  const degrees = Number(/rotate\((-?[\d.]+)deg\)/.exec(style)?.[1]);
  return ((((-degrees % 360) + 360) % 360) / 45) % 8;
}

async function received(): Promise<void> {
  const addressId = await shop.settleIn(ann);
  const orderId = await shop.place(ann, LINES, addressId);
  await shop.deliver(ann, orderId);
  await shop.ask(ann, 'order.receive', { orderId });
}

describe('the wheel in WeChat', () => {
  test('odds, counts and values stand there in text before the first spin, and sum to 100 %', async () => {
    const phone = await shop.phone(ann, { route: WHEEL });
    const rows = phone
      .$$('.odds__row')
      .slice(1)
      .map(({ dom }) => [...dom.children].map((cell) => cell.textContent ?? ''));
    expect(rows).toEqual([
      ['五常大米 5kg', '0.2%', '20 袋', '¥39.90'],
      ['鲜鸡蛋 15 枚', '1%', '60 盒', '¥21.00'],
      ['鲜牛奶 1 盒', '3%', '200 盒', '¥12.50'],
      ['满 60 减 8 券', '8%', '600 张', '¥8.00'],
      ['免运费券', '10%', '800 张', '¥5.00'],
      ['88 积分', '17.8%', '不限', '¥0.88'],
      ['20 积分', '20%', '不限', '¥0.20'],
      ['5 积分', '40%', '不限', '¥0.05'],
    ]);
    expect(rows.reduce((sum, [, odds]) => sum + Number.parseFloat(odds ?? ''), 0)).toBeCloseTo(100, 10);
    expect(textOf(phone, '#odds-rice')).toContain('还剩 20 袋，每天 1 袋，每户最多中 1 次');
    expect(textOf(phone, '#odds-pace')).toContain('匀着放');
    expect(textOf(phone, '#rules')).toContain('主办：邻礼桂花里店');
    expect(textOf(phone, '#seed-hash')).toMatch(/[0-9a-f]{8} [0-9a-f]{8} … [0-9a-f]{8}/);
    expect(phone.$$('#seed')).toHaveLength(0);
    expect(phone.$$('.ll-wheel__cell')).toHaveLength(8);
    expectSmall(phone);
    expectCheap(phone.cost);
    expectCalm(phone);
  });

  test('without a chance the hub is still, and a tap spins nothing', async () => {
    const phone = await shop.phone(ann, { route: WHEEL });
    const before = phone.calls.length;
    await phone.tap('#spin');
    expect(phone.calls).toHaveLength(before);
    expect(phone.$$('.ll-wheel__hub--still')).toHaveLength(1);
  });

  test('a received order brings one chance; the spin turns to the prize that the server gave, and it is in my prizes', async () => {
    await received();
    const phone = await shop.phone(ann, { route: WHEEL });
    expect(textOf(phone, '#chances')).toContain('1');
    expectCheap(await phone.measure(() => phone.tap('#spin')));
    const spins = phone.calls.filter(({ data }) => (data as { operation: string }).operation === 'draw.spin');
    expect(spins).toHaveLength(1);
    const [prize] = Object.values(shop.wallet(ann).prizes);
    if (!prize) throw new Error('the server gave nothing');
    const fields = (await shop.ask<{ prizes: { drawPrizeId: string }[] }>(ann, 'draw.view', { drawId: LAUNCH_DRAW }))
      .prizes;
    const index = fields.findIndex(({ drawPrizeId }) => drawPrizeId === prize.drawPrizeId);
    expect(sectorUnderPointer(String(phone.attribute('#wheel-disc', 'style')))).toBe(index);
    // While it turns nothing is told.
    expect(phone.$$('#won')).toHaveLength(0);
    await phone.until(() => phone.$$('#won').length === 1);
    expect(phone.text).toContain(prize.title);
    await phone.tap(phone.$$('#won-close').length === 1 ? '#won-close' : '#won-claim');
    await phone.until(() => phone.$$('.ll-wheel__hub--still').length === 1);
    await phone.tap('#my-prizes');
    expect(phone.route).toBe('packages/draw/pages/prizes/index');
    expect(phone.text).toContain(prize.title);
    expect(Object.keys(shop.wallet(ann).prizes)).toHaveLength(1);
    expectCalm(phone);
  });

  test('from the order: the resident says "received" on its page, and its button leads to the wheel', async () => {
    const addressId = await shop.settleIn(ann);
    const orderId = await shop.place(ann, LINES, addressId);
    const phone = await shop.phone(ann, { route: 'packages/order/pages/detail/index', query: { id: orderId } });
    phone.answers.requestPayment = async () => {
      await shop.cloud.pay.pay(orderId);
      return {};
    };
    await phone.tap('#pay');
    expect(shop.orders(ann)).toMatchObject([{ state: 'paid' }]);
    await shop.staff(SHOP.openid, 'order.move', { orderId, to: 'picked' });
    for (const to of ['dispatched', 'delivered']) await shop.staff(COURIER.openid, 'order.move', { orderId, to });
    await phone.tap('#see-order');
    await phone.until(() => phone.$$('#receive').length === 1);
    expectCheap(await phone.measure(() => phone.tap('#receive')));
    await phone.until(() => phone.$$('#spin').length === 1);
    expect(shop.orders(ann)).toMatchObject([{ state: 'received' }]);
    await phone.tap('#spin');
    expect(phone.route).toBe(WHEEL);
    expect(textOf(phone, '#chances')).toContain('1');
    expectCalm(phone);
  });

  test('a spin whose answer is lost gives the same prize at the next tap', async () => {
    await received();
    let losing = true;
    const phone = await shop.phone(ann, {
      route: WHEEL,
      call: async (name, event) => {
        const answer = await shop.cloud.invoke(name, event, { openid: ann });
        if (losing && (event as { operation: string }).operation === 'draw.spin') throw new Error('timeout');
        return answer;
      },
    });
    await phone.tap('#spin');
    await phone.until(() => phone.toasts.length > 0);
    const given = Object.values(shop.wallet(ann).prizes);
    expect(given).toHaveLength(1);
    losing = false;
    await phone.tap('#spin');
    await phone.until(() => phone.$$('#won').length === 1);
    expect(phone.text).toContain(given[0]?.title);
    expect(Object.values(shop.wallet(ann).prizes)).toEqual(given);
  });
});
