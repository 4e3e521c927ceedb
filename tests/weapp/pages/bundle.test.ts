import { MORE_OFFERS } from '../../../tools/seed/base';
import { expectCalm, expectCheap, expectSmall } from './support/budget';
import { inTheShop } from './support/here';
import { slipOf, textOf } from './support/read';

const here = inTheShop({ settled: true });

const openSet = (id: string) =>
  here.shop.phone(here.ann, { route: 'packages/catalog/pages/bundle/index', query: { id } });
type Cart = { lines: { skuId: string; quantity: number }[] };
const cartOf = async () => {
  const { lines } = await here.shop.ask<Cart>(here.ann, 'order.cart');
  return Object.fromEntries(lines.map(({ skuId, quantity }) => [skuId, quantity]));
};

describe('a set of goods in WeChat', () => {
  test('¥35.90 for toast, juice and cheese: one tap puts all of it beside what is in the cart, and the slip names it', async () => {
    await here.shop.putInCart(here.ann, [{ skuId: 'toast_400', quantity: 1 }]);
    const phone = await openSet(MORE_OFFERS.breakfastSet);
    expect(textOf(phone, '#set-price .ll-price')).toBe('¥35.90');
    expect(textOf(phone, '#bundle-goods')).toContain('3 样 3 件');
    await phone.tap('#add-to-cart');
    await phone.until(() => textOf(phone, '#to-cart').includes('4') && phone.$$('.ll-btn--busy').length === 0);
    expect(await cartOf()).toEqual({ toast_400: 2, juice_1: 1, cheese_12: 1 });
    expectSmall(phone);
    expectCheap(phone.cost);
    expectCalm(phone);

    const cart = await here.shop.phone(here.ann, { route: 'pages/cart/index' });
    expect(slipOf(cart).rows.map(([what]) => what)).toContainEqual(expect.stringContaining('早饭一桌'));
  });

  test('a set with a gift shows it with its worth and what follows it', async () => {
    const phone = await openSet(MORE_OFFERS.welcomeSet);
    expect(textOf(phone, '#bundle-gift')).toContain('值 ¥12.90');
    expect(textOf(phone, '#bundle-gift')).toContain('送完换');
    expect(phone.text).toContain('给第一次来的邻居');
    expectCalm(phone);
  });

  test('one for new residents is not for who has bought: it says so, and its button does nothing', async () => {
    const address = await here.shop.settleIn(here.ann);
    const orderId = await here.shop.place(here.ann, [{ skuId: 'rice_5', quantity: 1 }], address);
    await here.shop.deliver(here.ann, orderId);
    await here.shop.ask(here.ann, 'order.receive', { orderId });
    const phone = await openSet(MORE_OFFERS.welcomeSet);
    expect(textOf(phone, '#add-to-cart')).toBe('这套是给第一次来的邻居的');
    await phone.tap('#add-to-cart');
    expect((await cartOf()).pot_22).toBeUndefined();
    expectCalm(phone);
  });

  test('a set that is not known, or over, says so and leads to the others; what was shown of it is gone', async () => {
    const phone = await openSet('no_such_set');
    expect(phone.text).toContain('这套没有在卖');
    await phone.tap('#empty-action');
    expect(phone.route).toBe('pages/shop/index');
    await phone.until(() => phone.$$('#sets').length === 1);
    expectCalm(phone);
  });
});
