import { SHOP, SUPPORT } from '../../../tools/seed/base';
import type { Weapp } from '../harness';
import { expectCalm, expectCheap, expectSmall } from './support/budget';
import { inTheShop } from './support/here';
import { textOf } from './support/read';

const CLAIM = 'packages/order/pages/aftersales/index';
const REFUND = 'packages/order/pages/refund/index';
const REFUNDS = 'packages/order/pages/refunds/index';
const DETAIL = 'packages/order/pages/detail/index';
const DESK = 'packages/staff/pages/refunds/index';
const OPEN = 'packages/staff/pages/order/index';
const DAY_MS = 86_400_000;

const here = inTheShop();

/** 2 rice of ¥39.90 and 3 bananas, received. */
async function received(): Promise<string> {
  const address = await here.shop.settleIn(here.ann);
  const lines = [
    { skuId: 'rice_5', quantity: 2 },
    { skuId: 'banana_1', quantity: 3 },
  ];
  const orderId = await here.shop.place(here.ann, lines, address);
  await here.shop.deliver(here.ann, orderId);
  await here.shop.ask(here.ann, 'order.receive', { orderId });
  return orderId;
}

const orderOf = (orderId: string) => {
  const order = here.shop.orders(here.ann).find(({ _id }) => _id === orderId);
  if (!order) throw new Error(`no order ${orderId}`);
  return order;
};
const statesOf = (orderId: string) => Object.values(orderOf(orderId).exchanges ?? {}).map(({ state }) => state);
const exchange = (orderId: string, units: number, reason = 'broken') =>
  here.shop.ask(here.ann, 'order.askExchange', { orderId, lines: [{ lineId: 'banana_1', units }], reason });
const desk = (who = SUPPORT.openid, query = {}) => here.shop.phone(who, { route: DESK, query });

describe('the same goods again, in WeChat', () => {
  test('who says what is wrong may choose money or an exchange; who does not want it may not', async () => {
    const phone = await here.shop.phone(here.ann, { route: CLAIM, query: { orderId: await received() } });
    await phone.tap('#units-banana_1-more');
    expect(phone.$$('#remedy-exchange')).toHaveLength(0);
    await phone.tap('#reason-unwanted');
    expect(phone.$$('#remedy-exchange')).toHaveLength(0);
    await phone.tap('#reason-broken');
    await phone.tap('#remedy-exchange');
    expect(phone.text).toContain('钱、积分和券都不动');
    expect(phone.$$('#brings')).toHaveLength(0);
    expect(textOf(phone, '#submit')).toBe('提交换货');
    expectSmall(phone);
    expectCalm(phone);
  });

  test('two taps are one exchange, whose page says how far it is; it can be withdrawn', async () => {
    const orderId = await received();
    const phone = await here.shop.phone(here.ann, { route: CLAIM, query: { orderId } });
    await phone.tap('#units-banana_1-more');
    await phone.tap('#reason-broken');
    await phone.tap('#remedy-exchange');
    await Promise.all([phone.tap('#submit'), phone.tap('#submit')]);
    await phone.until(() => phone.route === REFUND);
    expect(statesOf(orderId)).toEqual(['asked']);
    await phone.until(() => phone.$$('#exchange').length > 0);
    expect(phone.text).toContain('客服在看');
    expect(phone.text).toContain('换 1 件');
    await phone.tap('#withdraw');
    expect(statesOf(orderId)).toEqual(['withdrawn']);
    expect(phone.text).toContain('您撤回了');
    expectCalm(phone);
  });

  test('the order and the list of mine show it', async () => {
    const orderId = await received();
    await exchange(orderId, 1);
    const order = await here.shop.phone(here.ann, { route: DETAIL, query: { id: orderId } });
    expect(order.text).toContain('换货，客服在看');
    expect(order.text).toContain('在换 1 件');
    const mine = await here.shop.phone(here.ann, { route: REFUNDS });
    expect(mine.$$(`#exchange-${orderId}-x1`)).toHaveLength(1);
    expectCalm(order);
    expectCalm(mine);
  });
});

describe('support exchanges, in WeChat', () => {
  async function asked(): Promise<{ orderId: string; no: string; phone: Weapp }> {
    const orderId = await received();
    await exchange(orderId, 1);
    const phone = await desk();
    await phone.tap('#tab-exchange');
    return { orderId, no: `${orderId}-x1`, phone };
  }

  test('agrees, sends, hands over, and says that the bad one is spoiled: it is off the list', async () => {
    const { orderId, no, phone } = await asked();
    expectSmall(phone);
    await phone.tap(`#decide-${no}`);
    expect(textOf(phone, '#exchange-decided')).toBe('换给住户');
    expectCheap(await phone.measure(() => phone.tap('#exchange-decided')));
    expect(statesOf(orderId)).toEqual(['reserved']);
    await phone.tap(`#dispatch-${no}`);
    expect(statesOf(orderId)).toEqual(['dispatched']);
    await phone.tap(`#hand-over-${no}`);
    expect(statesOf(orderId)).toEqual(['handed-over']);
    await phone.tap(`#goods-${no}`);
    await phone.tap('#bad-spoiled');
    expect(statesOf(orderId)).toEqual(['done']);
    expect(phone.$$(`#exchange-${no}`)).toHaveLength(0);
    const mine = await here.shop.phone(here.ann, { route: REFUND, query: { orderId, exchangeNumber: no } });
    expect(mine.text).toContain('换好了');
    expectCalm(phone);
    expectCalm(mine);
  });

  test('declines only with words, which the resident reads', async () => {
    const { orderId, no, phone } = await asked();
    await phone.tap(`#decide-${no}`);
    await phone.tap('#choose-decline');
    expect(textOf(phone, '#exchange-decided')).toBe('先写为什么');
    await phone.tap('#exchange-decided');
    expect(statesOf(orderId)).toEqual(['asked']);
    await phone.input('#exchange-answer', '照片里看不出来');
    await phone.tap('#exchange-decided');
    expect(statesOf(orderId)).toEqual(['declined']);
    const mine = await here.shop.phone(here.ann, { route: REFUND, query: { orderId, exchangeNumber: no } });
    expect(mine.text).toContain('照片里看不出来');
    expectCalm(phone);
  });

  test('gives money instead of what was set aside: the refund is led to', async () => {
    const { orderId, no, phone } = await asked();
    await phone.tap(`#decide-${no}`);
    await phone.tap('#exchange-decided');
    await phone.tap(`#decide-${no}`);
    await phone.tap('#choose-money');
    await phone.tap('#exchange-decided');
    expect(statesOf(orderId)).toEqual(['refunded']);
    const mine = await here.shop.phone(here.ann, { route: REFUND, query: { orderId, exchangeNumber: no } });
    await mine.tap('#see-refund');
    await mine.until(() => mine.$$('#refund').length > 0);
    expectCalm(phone);
    expectCalm(mine);
  });

  test('the shop’s own people see exchanges, and no refunds', async () => {
    const { no } = await asked();
    const phone = await desk(SHOP.openid, { only: 'exchange' });
    expect(phone.$$(`#exchange-${no}`)).toHaveLength(1);
    expect(phone.$$('#tab-to-decide')).toHaveLength(0);
    expectCalm(phone);
  });
});

describe('support opens a refund, in WeChat', () => {
  test('8 days after receipt, by the number that was read out: what is shown is given, once, with words', async () => {
    const orderId = await received();
    here.shop.cloud.clock.advance(8 * DAY_MS);
    const phone = await here.shop.phone(SUPPORT.openid, { route: OPEN });
    await phone.input('#order-number', orderOf(orderId).number);
    await phone.tap('#find');
    await phone.until(() => phone.$$('#opening').length > 0);
    expect(textOf(phone, '#open-refund')).toBe('先选退哪样');
    await phone.tap('#units-banana_1-more');
    await phone.tap('#reason-quality');
    expect(textOf(phone, '#open-refund')).toBe('先写对住户说的话');
    await phone.input('#answer', '店长同意退');
    await phone.until(() => phone.$$('#brings').length > 0 && phone.$$('#open-refund.ll-btn--busy').length === 0);
    const amount = textOf(phone, '#refund-slip .ll-price').replace('¥', '');
    await Promise.all([phone.tap('#open-refund'), phone.tap('#open-refund')]);
    const refunds = Object.values(orderOf(orderId).refunds);
    expect(refunds).toMatchObject([{ answer: '店长同意退' }]);
    expect(refunds.map(({ amounts }) => (amounts.amountFen / 100).toFixed(2))).toEqual([amount]);
    expectCalm(phone);
  });

  test('a number of no order says so', async () => {
    const phone = await here.shop.phone(SUPPORT.openid, { route: OPEN });
    await phone.input('#order-number', '26112200000001');
    await phone.tap('#find');
    await phone.until(() => phone.text.includes('没有这一单'));
    expectCalm(phone);
  });
});
