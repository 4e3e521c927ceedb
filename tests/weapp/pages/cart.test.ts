import { expectCalm, expectCheap, expectSmall } from './support/budget';
import { inTheShop } from './support/here';
import { linesOf, slipOf, textOf } from './support/read';

const here = inTheShop({ settled: true });

const CART = 'pages/cart/index';
/** The worked example of the rules: rice 2 × ¥39.90, milk 3 × ¥12.50, milk at 8折 until 11. */
const WORKED = [
  { skuId: 'rice_5', quantity: 2 },
  { skuId: 'milk_950', quantity: 3 },
];

async function openCart(lines: readonly { skuId: string; quantity: number; selected?: boolean }[]) {
  await here.shop.putInCart(here.ann, lines);
  return here.shop.phone(here.ann, { route: CART });
}

const priceOf = async (lines: readonly object[]) => {
  const { quote } = await here.shop.ask<{ quote: { payableFen: number } }>(here.ann, 'order.quote', { lines });
  return quote.payableFen;
};

describe('the cart in WeChat', () => {
  test('the worked example, with the flyer’s 60−8: every fen has its name, and they add up to ¥84.80', async () => {
    await here.shop.ask(here.ann, 'outreach.claim', { scene: here.shop.flyers.active });
    const phone = await openCart(WORKED);
    expect(linesOf(phone)).toEqual([
      { name: '鲜牛奶 950ml', price: '¥10.00', was: '¥12.50', quantity: '3' },
      { name: '五常大米 5kg', price: '¥39.90', was: '', quantity: '2' },
    ]);
    const { rows, total } = slipOf(phone);
    expect(rows).toEqual([
      ['商品原价，共 5 件', '¥117.30'],
      [expect.stringContaining('8 折'), '−¥7.50'],
      [expect.stringContaining('满 100 减 12'), '−¥12.00'],
      [expect.stringContaining('第一单'), '−¥5.00'],
      [expect.stringContaining('券'), '−¥8.00'],
      [expect.stringContaining('运费'), '¥5.00免'],
    ]);
    expect(total).toBe('¥84.80');
    expect(phone.text).toContain('送到桂花里小区');
    expectSmall(phone);
    expectCheap(phone.cost);
    expectCalm(phone);
  });

  test('+ changes number and total, within 8 setData and 64 KB, and the server keeps it', async () => {
    const phone = await openCart(WORKED);
    expect(slipOf(phone).total).toBe('¥92.80');
    const plus = phone.$$('#line-milk_950 .ll-step__btn')[1];
    if (!plus) throw new Error('no plus on the milk');
    const cost = await phone.measure(async () => {
      await phone.tap(plus);
      expect(linesOf(phone)[0]?.quantity).toBe('4');
      await phone.until(() => slipOf(phone).total === '¥102.80');
    });
    expectCheap(cost);
    const { lines } = await here.shop.ask<{ lines: object[] }>(here.ann, 'order.cart');
    expect(lines).toContainEqual({ skuId: 'milk_950', quantity: 4, selected: true });
    expect(await priceOf(lines)).toBe(10_280);
    expectCalm(phone);
  });

  test('five quick taps are one question more, and end at the sum of all five', async () => {
    const phone = await openCart([{ skuId: 'milk_950', quantity: 1 }]);
    const quotesBefore = quotesAsked(phone.calls);
    const cost = await phone.measure(async () => {
      for (let n = 0; n < 5; n += 1) {
        const plus = phone.$$('#line-milk_950 .ll-step__btn')[1];
        if (plus) await phone.tap(plus);
      }
      await phone.until(() => slipOf(phone).rows[0]?.[0] === '商品原价，共 6 件');
    });
    expect(cost.bytes).toBeLessThanOrEqual(64 * 1024);
    expect(quotesAsked(phone.calls) - quotesBefore).toBeLessThanOrEqual(2);
    const { lines } = await here.shop.ask<{ lines: { quantity: number }[] }>(here.ann, 'order.cart');
    expect(lines[0]?.quantity).toBe(6);
  });

  test('a line that is not chosen is not in the price', async () => {
    const phone = await openCart(WORKED);
    await phone.tap('#select-rice_5');
    await phone.until(() => slipOf(phone).rows[0]?.[0] === '商品原价，共 3 件');
    expect(slipOf(phone)).toMatchObject({
      rows: [['商品原价，共 3 件', '¥37.50'], expect.anything(), expect.anything(), ['运费', '¥5.00']],
      total: '¥30.00',
    });
    await phone.tap('#select-milk_950');
    await phone.until(() => phone.$$('#slip').length === 0);
    expect(phone.$('#checkout').dom.textContent).toBe('先选一样');
    await phone.tap('#checkout');
    expect(phone.route).toBe(CART);
  });

  test('− on the last one asks first, and takes the line out', async () => {
    const phone = await openCart([{ skuId: 'milk_950', quantity: 1 }]);
    const [minus] = phone.$$('#line-milk_950 .ll-step__btn');
    if (!minus) throw new Error('no minus');
    phone.answers.showModal = () => ({ confirm: false, cancel: true });
    await phone.tap(minus);
    expect(linesOf(phone)).toHaveLength(1);
    phone.answers.showModal = () => ({ confirm: true, cancel: false });
    await phone.tap(minus);
    await phone.until(() => phone.text.includes('篮子还空着'));
    expect((await here.shop.ask<{ lines: object[] }>(here.ann, 'order.cart')).lines).toEqual([]);
  });

  test('more than the shelf holds says how many are left, counts in nothing, and one tap mends it', async () => {
    const phone = await openCart([
      { skuId: 'apple_4', quantity: 999 },
      { skuId: 'milk_950', quantity: 1 },
    ]);
    expect(phone.text).toContain('只剩 400 份了');
    expect(slipOf(phone).rows[0]).toEqual(['商品原价，共 1 件', '¥12.50']);
    await phone.tap('#fewer-apple_4');
    await phone.until(() => slipOf(phone).rows[0]?.[0] === '商品原价，共 401 件');
  });

  test('a cart of everything in the shop, 40 lines, stays inside the budgets of page and interaction', async () => {
    const phone = await openCart(await here.shop.everything(here.ann));
    expectCheap(phone.cost);
    expectSmall(phone);
    expect(linesOf(phone)).toHaveLength(16);
    for (const [left, shown] of [
      [24, 32],
      [8, 40],
    ]) {
      expect(textOf(phone, '#more-lines')).toBe(`还有 ${left} 样，接着看`);
      expectCheap(await phone.measure(() => phone.tap('#more-lines')));
      expect(linesOf(phone)).toHaveLength(shown ?? 0);
    }
    expect(phone.$$('#more-lines')).toHaveLength(0);
    const plus = phone.$$('.ll-step__btn')[1];
    if (!plus) throw new Error('no plus');
    const total = slipOf(phone).total;
    const cost = await phone.measure(async () => {
      await phone.tap(plus);
      await phone.until(() => slipOf(phone).total !== total);
    });
    expectCheap(cost);
  });

  test('two dumplings bring garlic, which stands under them at price 0; a third brings no second one', async () => {
    const phone = await openCart([{ skuId: 'dumpling_500', quantity: 2 }]);
    expect(phone.$$('.ll-gift--under')).toHaveLength(1);
    expect(textOf(phone, '.ll-gift--under')).toContain('值 ¥3.90');
    expect(textOf(phone, '.ll-gift--under')).toContain('¥0.00');
    const plus = phone.$$('#line-dumpling_500 .ll-step__btn')[1];
    if (!plus) throw new Error('no plus');
    await phone.tap(plus);
    await phone.until(() => slipOf(phone).rows[0]?.[0] === '商品原价，共 3 件');
    expect(textOf(phone, '.ll-gift--under')).toContain('×1');
    expectCalm(phone);
  });

  test('why nothing was taken off is closed until it is tapped', async () => {
    const phone = await openCart(WORKED);
    expect(phone.$$('.ll-why-not')).toHaveLength(0);
    await phone.tap('#why-not');
    expect(phone.$$('.ll-why-not').length).toBeGreaterThan(0);
    expect(textOf(phone, '.ll-why-not')).not.toMatch(/undefined|NaN/);
  });

  test('the sheet reaches the next step: one tap adds the goods on top, at the price it said, and asks anew', async () => {
    const phone = await openCart([{ skuId: 'milk_950', quantity: 3 }]);
    await phone.tap('#top-up');
    await phone.until(() => phone.$$('.ll-top-up__best').length === 1);
    const [best] = await bestOf(3);
    if (!best) throw new Error('nothing reaches it');
    const cost = await phone.measure(async () => {
      await phone.tap(`#top-up-best-${best.skuId}`);
      await phone.until(() => phone.text.includes(yuanText(best.payableFen)));
    });
    expectCheap(cost);
    const { lines } = await here.shop.ask<{ lines: object[] }>(here.ann, 'order.cart');
    const had = best.skuId === 'milk_950' ? 3 : 0;
    expect(lines).toContainEqual({ skuId: best.skuId, quantity: had + best.quantity, selected: true });
    expect(await priceOf(lines)).toBe(best.payableFen);
    await phone.until(() => phone.$$('#top-up-done').length === 1);
    await phone.tap('#top-up-done');
    expect(phone.route).toBe('packages/order/pages/checkout/index');
    expectCalm(phone);
  });

  test('an empty cart leads to the goods', async () => {
    const phone = await openCart([]);
    expect(phone.text).toContain('篮子还空着');
    await phone.tapText('去看看今天的菜');
    expect(phone.route).toBe('pages/home/index');
  });

  test('checkout opens the till', async () => {
    const phone = await openCart(WORKED);
    await phone.tap('#checkout');
    expect(phone.route).toBe('packages/order/pages/checkout/index');
    expect(slipOf(phone).total).toBe('¥92.80');
    expectCalm(phone);
  });
});

interface TopUp {
  readonly skuId: string;
  readonly quantity: number;
  readonly payableFen: number;
  readonly reaches: boolean;
}

/** What reaches the next step of so many milks, the least to pay first. */
async function bestOf(milks: number): Promise<TopUp[]> {
  const lines = [{ skuId: 'milk_950', quantity: milks }];
  const { topUps } = await here.shop.ask<{ topUps: TopUp[] }>(here.ann, 'order.topUps', { lines });
  return topUps.filter(({ reaches }) => reaches).sort((a, b) => a.payableFen - b.payableFen);
}

const yuanText = (fen: number): string => `¥${(fen / 100).toFixed(2)}`;

const quotesAsked = (calls: readonly { data: unknown }[]): number =>
  calls.filter(({ data }) => (data as { operation: string }).operation === 'order.quote').length;
