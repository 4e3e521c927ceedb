import type { Wallet } from '../../../cloudfunctions/kernel/wallet';
import { OPERATOR, TEMPLATES } from '../../../tools/seed/base';
import { BUDGET, expectCalm, expectCheap, expectSmall } from './support/budget';
import { Shop } from './support/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
}, 120_000);
afterEach(() => shop.closePhones());
afterAll(() => shop.close());

const walletsWith = (templateId: string) =>
  shop
    .documents<Wallet>('wallets')
    .filter(({ coupons }) => Object.values(coupons).some((one) => one.templateId === templateId));

describe('home in WeChat', () => {
  test('shows the first morning in two cloud calls, within the budgets of a page', async () => {
    const phone = await shop.phone('o_new');
    expect(phone.calls.map(({ data }) => (data as { operation: string }).operation)).toEqual([
      'catalog.home',
      'account.session',
    ]);
    expect(phone.calls.length).toBeLessThanOrEqual(BUDGET.cloudCallsOfHome);
    for (const text of ['早市 8 折', '15:00 前下单', '满 60 可用', '收货抽奖', '红富士苹果', '¥15.80'])
      expect(phone.text).toContain(text);
    expectSmall(phone);
    expectCheap(phone.cost);
    expectCalm(phone);
  });

  test('its card of sets names the first and the largest saving, and leads to their shelf', async () => {
    const phone = await shop.phone('o_new');
    expect(phone.$$('#home-sets')[0]?.dom.textContent).toMatch(/^套餐.+等 3 套一套最多省 ¥\d+\.\d\d$/);
    await phone.tap('#home-sets');
    expect(phone.route).toBe('pages/shop/index');
    await phone.until(() => phone.$$('#sets').length === 1);
    expect(phone.text).toContain('套餐 3 套，都在这儿了');
    expectCalm(phone);
  });

  test('where no set is to be had home has no card, and the shelf of a page that is older says so', async () => {
    const phone = await shop.phone('o_new');
    await shop.staff(OPERATOR.openid, 'campaign.pause', { campaignId: 'breakfast' });
    await phone.tap('#home-sets');
    await phone.until(() => phone.text.includes('这会儿没有套餐'));
    await phone.tap('#empty-action');
    await phone.until(() => phone.text.includes('上海青'));
    expect((await shop.phone('o_new')).$$('#home-sets')).toHaveLength(0);
    await shop.staff(OPERATOR.openid, 'campaign.resume', { campaignId: 'breakfast' });
    expectCalm(phone);
  });

  test('a coupon of the strip is claimed by one tap, is in the wallet, and stays claimed', async () => {
    const phone = await shop.phone('o_ann');
    const ticket = phone.$$('.ll-coupon--mini').find(({ dom }) => dom.textContent?.includes('¥8'));
    if (!ticket) throw new Error(`no ¥8 in the strip: ${phone.text}`);
    expect(ticket.dom.textContent).toContain('领取');
    expectCheap(await phone.measure(() => phone.tap(ticket)));
    expect(phone.toasts).toEqual(['放进您的券包了']);
    expect(ticket.dom.textContent).toContain('去用');
    expect(walletsWith(TEMPLATES.save60)).toHaveLength(1);
    // A second tap leads to the goods and claims nothing.
    await phone.tap(ticket);
    expect(phone.route).toBe('pages/shop/index');
    const again = await shop.phone('o_ann');
    expect(again.$$('.ll-coupon--got')).toHaveLength(1);
    expectCalm(phone);
  });

  test('a coupon that others took meanwhile is refused in words, and nothing is claimed', async () => {
    const phone = await shop.phone('o_late');
    for (let n = 0; n < 6; n += 1) await shop.ask(`o_early_${n}`, 'coupon.claim', { templateId: TEMPLATES.snapped });
    const ticket = phone.$$('.ll-coupon--mini').find(({ dom }) => dom.textContent?.includes('满 20'));
    if (!ticket) throw new Error('no ¥3 in the strip');
    await phone.tap(ticket);
    expect(phone.toasts).toHaveLength(1);
    expect(phone.toasts[0]).not.toBe('放进您的券包了');
    expect(ticket.dom.textContent).toContain('领取');
    expect(walletsWith(TEMPLATES.snapped)).toHaveLength(6);
  });

  test('+ on a product puts one into the cart that the server keeps', async () => {
    const phone = await shop.phone('o_bea');
    const [plus] = phone.$$('#goods .ll-add');
    if (!plus) throw new Error('no plus on the first product');
    expectCheap(await phone.measure(() => phone.tap(plus)));
    await phone.tap(plus);
    const { lines } = await shop.ask<{ lines: unknown[] }>('o_bea', 'order.cart');
    expect(lines).toEqual([{ skuId: 'apple_4', quantity: 2, selected: true }]);
    expect(phone.used.filter(({ api }) => api === 'setTabBarBadge').at(-1)?.options).toMatchObject({ text: '2' });
    expectCalm(phone);
  });

  test('a category is one call and costs less than a page', async () => {
    const phone = await shop.phone('o_bea');
    const before = phone.calls.length;
    expectCheap(await phone.measure(() => phone.tapText('牛奶面包')));
    expect(phone.calls.slice(before).map(({ data }) => data)).toMatchObject([
      { operation: 'catalog.list', input: { categoryId: 'dairy' } },
    ]);
    expect(phone.text).toContain('鲜牛奶');
    expect(phone.text).not.toContain('红富士苹果');
  });

  test('the bottom brings the next twenty, as an append', async () => {
    const phone = await shop.phone('o_bea');
    const cost = await phone.measure(() => phone.reachBottom());
    expectCheap(cost);
    expect(phone.$$('#goods .ll-product').length).toBe(40);
    expectCalm(phone);
  });

  test('without a network it says so, and retry brings everything', async () => {
    let offline = true;
    const phone = await shop.phone('o_bea', {
      call: (name, event) =>
        offline ? Promise.reject(new Error('timeout')) : shop.cloud.invoke(name, event, { openid: 'o_bea' }),
    });
    await phone.until(() => phone.text.includes('再试一次'));
    expect(phone.text).not.toContain('红富士苹果');
    offline = false;
    await phone.tap('.ll-btn');
    expect(phone.text).toContain('红富士苹果');
  });
});
