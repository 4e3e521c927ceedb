import { LAUNCH, OFFERS, OPERATOR, TEMPLATES } from '../../../tools/seed/base';
import type { WxOptions } from '../harness';
import { expectCalm, expectCheap, expectSmall } from './support/budget';
import { inTheShop } from './support/here';
import { slipOf, textOf } from './support/read';
import type { Line } from './support/shop';

const here = inTheShop();

const TILL = 'packages/order/pages/checkout/index';
const PAID = 'packages/order/pages/paid/index';
const WORKED = [
  { skuId: 'rice_5', quantity: 2 },
  { skuId: 'milk_950', quantity: 3 },
];

/** At the till with the worked example in the cart. */
async function atTheTill(lines: readonly Line[] = WORKED) {
  await here.shop.putInCart(here.ann, lines);
  return here.shop.phone(here.ann, { route: TILL });
}

const ordersOf = () => here.shop.orders(here.ann);

describe('the till in WeChat', () => {
  test('without an address it says what is missing, and takes no order', async () => {
    const phone = await atTheTill();
    expect(textOf(phone, '#place')).toBe('先填地址');
    await phone.tap('#place');
    expect(phone.route).toBe(TILL);
    expect(ordersOf()).toEqual([]);
    await phone.tap('#add-first-address');
    expect(phone.route).toBe('packages/order/pages/address/index');
    expectCalm(phone);
  });

  test('shows address, goods at their prices, the best coupon and a slip that adds up, within the budgets', async () => {
    await here.shop.settleIn(here.ann);
    await here.shop.ask(here.ann, 'outreach.claim', { scene: here.shop.flyers.active });
    await here.shop.ask(here.ann, 'coupon.claim', { templateId: TEMPLATES.freight });
    const phone = await atTheTill();
    expect(textOf(phone, '#address')).toContain('桂花里小区 3 号楼 1203');
    expect(textOf(phone, '#coupons')).toContain('2 张券都试过了');
    expect(slipOf(phone).total).toBe('¥84.80');
    expect(textOf(phone, '#place')).toBe('微信支付');
    expectSmall(phone);
    expectCheap(phone.cost);
    expectCalm(phone);
  });

  test('the sheet: without coupons it costs ¥92.80, the best again ¥84.80', async () => {
    await here.shop.settleIn(here.ann);
    await here.shop.ask(here.ann, 'outreach.claim', { scene: here.shop.flyers.active });
    const phone = await atTheTill();
    expectCheap(await phone.measure(() => phone.tap('#coupons')));
    const [coupon] = Object.keys(here.shop.wallet(here.ann).coupons);
    await phone.tap(`#use-${coupon}`);
    expect(textOf(phone, '#coupons-done')).toBe('这单不用券');
    expectCheap(
      await phone.measure(async () => {
        await phone.tap('#coupons-done');
        await phone.until(() => slipOf(phone).total === '¥92.80');
      }),
    );
    await phone.until(() => phone.$$('#coupons-best').length === 0);
    await phone.tap('#coupons');
    await phone.tap('#coupons-best');
    await phone.until(() => slipOf(phone).total === '¥84.80');
    expectCalm(phone);
  });

  test('placed, WeChat Pay opens with the payment that cloudPay made, and the paid page knows when it is paid', async () => {
    await here.shop.settleIn(here.ann);
    const phone = await atTheTill();
    const asked: WxOptions[] = [];
    phone.answers.requestPayment = async (options) => {
      asked.push(options);
      await here.shop.cloud.pay.pay(ordersOf()[0]?._id ?? '');
      return {};
    };
    await phone.input('#note', '放门口就行');
    expectCheap(await phone.measure(() => phone.tap('#place')));
    const [order] = ordersOf();
    const payment = here.shop.cloud.pay.find(order?._id ?? '');
    expect(order).toMatchObject({ state: 'paid', payableFen: 9_280, note: '放门口就行' });
    expect(payment).toMatchObject({ terms: { totalFen: 9_280 } });
    expect(asked).toMatchObject([
      {
        package: `prepay_id=${payment?.prepayId}`,
        signType: 'MD5',
        paySign: expect.any(String),
        nonceStr: expect.any(String),
        timeStamp: expect.any(String),
      },
    ]);
    expect(phone.route).toBe(PAID);
    expect(textOf(phone, '#paid-title')).not.toBe('');
    expect(phone.$$('#pay-again')).toHaveLength(0);
    expect(phone.text).toContain('¥92.80');
    expect((await here.shop.ask<{ lines: object[] }>(here.ann, 'order.cart')).lines).toEqual([]);
    await phone.tap('#see-order');
    expect(phone.route).toBe('packages/order/pages/detail/index');
    expect(phone.text).toContain('放门口就行');
    expectCalm(phone);
  });

  test('what is sold out is said at the till, is not in the order, and stays in the cart', async () => {
    await here.shop.settleIn(here.ann);
    const phone = await atTheTill([
      { skuId: 'milk_950', quantity: 1 },
      { skuId: 'apple_4', quantity: 999 },
    ]);
    expect(textOf(phone, '#left-out')).toBe('有 1 样货不够，不算进这一单，留在购物车里');
    await phone.tap('#place');
    await phone.until(() => ordersOf()[0]?.state === 'placed');
    expect(ordersOf()[0]?.goods.map(({ skuId }) => skuId)).toEqual(['milk_950']);
    const { lines } = await here.shop.ask<{ lines: object[] }>(here.ann, 'order.cart');
    expect(lines).toEqual([{ skuId: 'apple_4', quantity: 999, selected: true }]);
  });

  test('a cart of everything in the shop stays inside the budgets, at the till and as an order', async () => {
    await here.shop.settleIn(here.ann);
    const phone = await atTheTill(await here.shop.everything(here.ann));
    expectSmall(phone);
    expectCheap(phone.cost);
    await phone.tap('#place');
    await phone.until(() => ordersOf()[0]?.state === 'placed');
    const [order] = ordersOf();
    const detail = await here.shop.phone(here.ann, {
      route: 'packages/order/pages/detail/index',
      query: { id: order?._id ?? '' },
    });
    expect(detail.$$('#slip')).toHaveLength(1);
    expectSmall(detail);
    expectCheap(detail.cost);
    expectCalm(phone);
  });

  test('a payment that is cancelled leaves the order to be paid, once, from the next page', async () => {
    await here.shop.settleIn(here.ann);
    const phone = await atTheTill();
    await phone.tap('#place');
    expect(phone.route).toBe(PAID);
    expect(ordersOf()).toMatchObject([{ state: 'placed' }]);
    await phone.until(() => phone.$$('#paid').length === 1);
    expect(textOf(phone, '#paid-title')).toBe('还没付款');
    expect(phone.$$('#pay-again')).toHaveLength(1);
    phone.answers.requestPayment = async () => {
      await here.shop.cloud.pay.pay(ordersOf()[0]?._id ?? '');
      return {};
    };
    await phone.tap('#pay-again');
    await phone.until(() => phone.$$('#see-order').length === 1);
    expect(ordersOf()).toMatchObject([{ state: 'paid' }]);
  });

  test('two quick taps place one order', async () => {
    await here.shop.settleIn(here.ann);
    const phone = await atTheTill();
    await Promise.all([phone.tap('#place'), phone.tap('#place')]);
    expect(ordersOf()).toHaveLength(1);
  });

  test('an answer that is lost: the same tap finds the same order', async () => {
    await here.shop.settleIn(here.ann);
    await here.shop.putInCart(here.ann, WORKED);
    let losing = true;
    const phone = await here.shop.phone(here.ann, {
      route: TILL,
      call: async (name, event) => {
        const answer = await here.shop.cloud.invoke(name, event, { openid: here.ann });
        if (losing && (event as { operation: string }).operation === 'order.place') throw new Error('timeout');
        return answer;
      },
    });
    await phone.tap('#place');
    await phone.until(() => phone.toasts.length > 0);
    expect(ordersOf()).toHaveLength(1);
    expect(phone.route).toBe(TILL);
    losing = false;
    await phone.tap('#place');
    await phone.until(() => phone.route === PAID);
    expect(ordersOf()).toHaveLength(1);
  });

  test('an offer that was stopped meanwhile: no order, words, and the price as it is now', async () => {
    await here.shop.settleIn(here.ann);
    const phone = await atTheTill();
    const tiers = { campaignId: LAUNCH, offerId: OFFERS.tiers };
    await here.shop.staff(OPERATOR.openid, 'campaign.pause', tiers);
    try {
      await phone.tap('#place');
      await phone.until(() => slipOf(phone).total === '¥104.80');
      expect(phone.toasts).toHaveLength(1);
      expect(ordersOf()).toEqual([]);
      expect(here.shop.cloud.pay.list().filter(({ terms }) => terms.payer === here.ann)).toEqual([]);
    } finally {
      await here.shop.staff(OPERATOR.openid, 'campaign.resume', tiers);
    }
    expectCalm(phone);
  });

  test('points: the switch takes 5 yuan of points off, and puts them back', async () => {
    await here.shop.settleIn(here.ann);
    await here.shop.ask(here.ann, 'account.session');
    earnPoints(here.ann, 500);
    const phone = await atTheTill();
    expect(slipOf(phone).total).toBe('¥87.80');
    expectCheap(
      await phone.measure(async () => {
        await phone.tap('#use-points');
        await phone.until(() => slipOf(phone).total === '¥92.80');
      }),
    );
    await phone.tap('#use-points');
    await phone.until(() => slipOf(phone).total === '¥87.80');
    expectCalm(phone);
  });

  // The last one: the clock never runs backwards.
  test('after 11 the morning price is over: it asks with both prices, and orders at the one that was agreed to', async () => {
    await here.shop.settleIn(here.ann);
    const phone = await atTheTill();
    expect(slipOf(phone).total).toBe('¥92.80');
    here.shop.cloud.clock.advance(40 * 60_000);
    const asked: WxOptions[] = [];
    phone.answers.showModal = (options) => {
      asked.push(options);
      return { confirm: asked.length > 1, cancel: asked.length === 1 };
    };
    await phone.tap('#place');
    await phone.until(() => slipOf(phone).total === '¥100.30');
    expect(asked).toMatchObject([{ content: expect.stringMatching(/¥92\.80.*¥100\.30.*没有扣钱/) }]);
    expect(ordersOf()).toEqual([]);
    await phone.tap('#place');
    await phone.until(() => phone.route === PAID);
    expect(asked).toHaveLength(1);
    expect(ordersOf()).toMatchObject([{ payableFen: 10_030 }]);
    expectCalm(phone);
  });
});

/** As if earned a month ago: the page is under test here, not the earning. */
function earnPoints(openid: string, points: number): void {
  const nowMs = here.shop.cloud.clock.nowMs();
  const lot = {
    points,
    earned: points,
    earnedAtMs: nowMs - 1,
    spendableFromMs: nowMs - 1,
    expiresAtMs: nowMs + 10_000_000_000,
    cause: 'order:past',
  };
  const change = { $set: { 'lots.lot_1': lot } };
  here.shop.cloud.store.modifyNow('wallets', { _id: here.shop.residentId(openid) }, change);
}
