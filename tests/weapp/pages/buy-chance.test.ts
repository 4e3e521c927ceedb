import { DAY_MS } from '../../../cloudfunctions/kernel/period';
import { LAUNCH_DRAW, OWNER } from '../../../tools/seed/base';
import { expectCalm, expectCheap } from './support/budget';
import { textOf } from './support/read';
import { Shop } from './support/shop';

const WHEEL = 'packages/draw/pages/wheel/index';
const ANN = 'o_ann';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
}, 120_000);
afterEach(() => shop.closePhones());
afterAll(() => shop.close());

const pointsOf = (openid: string): number =>
  Object.values(shop.wallet(openid).lots).reduce((sum, lot) => sum + lot.points, 0);

describe('a chance for points', () => {
  test('without points the button says how many are missing, and a tap buys nothing', async () => {
    const phone = await shop.phone('o_new', { route: WHEEL });
    expect(textOf(phone, '#buy')).toBe('还差 100 积分');
    const before = phone.calls.length;
    await phone.tap('#buy');
    expect(phone.calls).toHaveLength(before);
  });

  test('100 points buy one: asked first, one tap, one more chance; a second one only tomorrow', async () => {
    const addressId = await shop.settleIn(ANN);
    const orderId = await shop.place(ANN, [{ skuId: 'rice_5', quantity: 6 }], addressId);
    await shop.deliver(ANN, orderId);
    await shop.ask(ANN, 'order.receive', { orderId });
    await shop.ask(ANN, 'draw.spin', { drawId: LAUNCH_DRAW, chanceId: `order:${orderId}:1` });
    shop.cloud.clock.advance(8 * DAY_MS); // points of an order rest for the 7 days in which it can come back
    const before = pointsOf(ANN);
    const phone = await shop.phone(ANN, { route: WHEEL });
    const had = phone.$$('#chances').length;
    expect(had).toBe(1);
    phone.answers.showModal = () => ({ confirm: false, cancel: true });
    await phone.tap('#buy');
    expect(pointsOf(ANN)).toBe(before);
    phone.answers.showModal = () => ({ confirm: true, cancel: false });
    expectCheap(await phone.measure(() => phone.tap('#buy')));
    expect(pointsOf(ANN)).toBe(before - 100);
    expect(textOf(phone, '#chances')).toContain('积分换的');
    expect(textOf(phone, '#buy')).toBe('明天再换');
    await phone.tap('#spin');
    await phone.until(() => phone.$$('#won').length === 1);
    expect(Object.values(shop.wallet(ANN).chances).filter(({ state }) => state === 'used')).toHaveLength(2);
    expectCalm(phone);
  });

  test('who works for the shop looks on: nothing to spin, nothing to buy', async () => {
    const phone = await shop.phone(OWNER.openid, { route: WHEEL });
    expect(textOf(phone, '#chances')).toContain('店里的人不参加抽奖');
    expect(phone.$$('#buy')).toHaveLength(0);
    expectCalm(phone);
  });
});
