import { SHOP, SUPPORT } from '../../../tools/seed/base';
import type { Weapp } from '../harness';
import { expectCalm, expectCheap, expectSmall } from './support/budget';
import { inTheShop } from './support/here';
import { textOf } from './support/read';

const CLAIM = 'packages/order/pages/aftersales/index';
const REFUND = 'packages/order/pages/refund/index';
const DESK = 'packages/staff/pages/refunds/index';

const here = inTheShop();

/** 2 rice of ¥39.90 and 3 bananas, paid for. */
async function paid(): Promise<string> {
  const address = await here.shop.settleIn(here.ann);
  const lines = [
    { skuId: 'rice_5', quantity: 2 },
    { skuId: 'banana_1', quantity: 3 },
  ];
  const orderId = await here.shop.place(here.ann, lines, address);
  await here.shop.pay(here.ann, orderId);
  return orderId;
}

async function received(): Promise<string> {
  const orderId = await paid();
  await here.shop.staff(SHOP.openid, 'order.move', { orderId, to: 'picked' });
  for (const to of ['dispatched', 'delivered']) await here.shop.staff('o_courier', 'order.move', { orderId, to });
  await here.shop.ask(here.ann, 'order.receive', { orderId });
  return orderId;
}

const claimOf = (orderId: string, answers = {}) =>
  here.shop.phone(here.ann, { route: CLAIM, query: { orderId }, answers: { ...answers } });
const refundsOf = (orderId: string) =>
  Object.values(here.shop.orders(here.ann).find(({ _id }) => _id === orderId)?.refunds ?? {});
/** The preview is that of what is chosen. */
const shown = async (phone: Weapp): Promise<void> =>
  phone.until(() => phone.$$('#brings').length > 0 && phone.$$('#submit.ll-btn--busy').length === 0);
const withPicture = { chooseMedia: () => ({ tempFiles: [{ tempFilePath: 'wxfile://tmp_milk.jpg' }] }) };

describe('giving back, in WeChat', () => {
  test('the button says what is missing: first which, then why', async () => {
    const phone = await claimOf(await received());
    expect(textOf(phone, '#submit')).toBe('先选退哪样');
    await phone.tap('#units-banana_1-more');
    await shown(phone);
    expect(textOf(phone, '#submit')).toBe('先说怎么了');
    await phone.tap('#reason-missing');
    await shown(phone);
    expect(textOf(phone, '#submit')).toBe('提交');
    expectSmall(phone);
    expectCalm(phone);
  });

  test('no more units than were bought can be chosen', async () => {
    const phone = await claimOf(await received());
    for (let tap = 0; tap < 3; tap += 1) await phone.tap('#units-rice_5-more');
    await shown(phone);
    expect(textOf(phone, '#units-rice_5')).toBe('2');
    expect(phone.text).toContain('退 2 件');
    expectCalm(phone);
  });

  test('1 banana missing is instant: the amount that was shown is what is given back, and two taps are one refund', async () => {
    const orderId = await received();
    const phone = await claimOf(orderId);
    await phone.tap('#units-banana_1-more');
    await phone.tap('#reason-missing');
    await shown(phone);
    expect(phone.text).toContain('不用等审核');
    const price = textOf(phone, '#refund-slip .ll-price').replace('¥', '');
    await Promise.all([phone.tap('#submit'), phone.tap('#submit')]);
    await phone.until(() => phone.route === REFUND);
    const refunds = refundsOf(orderId);
    expect(refunds.map(({ amounts }) => (amounts.amountFen / 100).toFixed(2))).toEqual([price]);
    expect(phone.calls.filter(({ data }) => JSON.stringify(data).includes('"order.askRefund"'))).toHaveLength(1);
    expectCalm(phone);
  });

  test('broken without a picture is reviewed, with one it is not; the picture is sent with the request', async () => {
    const orderId = await received();
    const phone = await claimOf(orderId, withPicture);
    await phone.tap('#units-banana_1-more');
    await phone.tap('#reason-broken');
    await shown(phone);
    expect(phone.text).toContain('拍一张就不用等审核');
    expectCheap(await phone.measure(() => phone.tap('#add-picture')));
    await shown(phone);
    expect(phone.text).not.toContain('拍一张就不用等审核');
    expect(phone.text).toContain('不用等审核');
    await phone.tap('#submit');
    await phone.until(() => phone.route === REFUND);
    expect(refundsOf(orderId)).toMatchObject([
      { pictures: [expect.stringMatching(/^cloud:\/\/local-env\.6c6f-local-env\/aftersales\//)] },
    ]);
    expectCalm(phone);
  });

  test('a picture that did not arrive stops the request until it is sent again or taken out', async () => {
    const fails = { uploadFile: () => Promise.reject(new Error('timeout')) };
    const phone = await claimOf(await received(), { ...withPicture, ...fails });
    await phone.tap('#units-banana_1-more');
    await phone.tap('#reason-broken');
    await phone.tap('#add-picture');
    await shown(phone);
    expect(textOf(phone, '#submit')).toBe('有照片没传上');
    await phone.tap('#remove-picture');
    await shown(phone);
    expect(textOf(phone, '#submit')).toBe('提交');
    expectCalm(phone);
  });

  test('before it sets off a line is left out without a reason, at once', async () => {
    const orderId = await paid();
    const phone = await claimOf(orderId);
    expect(phone.$$('#reason-broken')).toHaveLength(0);
    await phone.tap('#choose-banana_1');
    await shown(phone);
    expect(textOf(phone, '#units-banana_1')).toBe('3');
    expect(textOf(phone, '#submit')).toBe('不要了，退钱');
    await phone.tap('#submit');
    await phone.until(() => phone.route === REFUND);
    expect(refundsOf(orderId)).toMatchObject([{ cause: 'lines', units: { banana_1: 3 } }]);
    expectCalm(phone);
  });

  test('all else went back on another phone meanwhile: what changed is asked about before it is sent', async () => {
    const orderId = await received();
    const phone = await claimOf(orderId);
    await phone.tap('#choose-banana_1');
    await phone.tap('#reason-missing');
    await shown(phone);
    await here.shop.giveBack(here.ann, orderId, { rice_5: 2, banana_1: 2 }, 'missing');
    phone.answers.showModal = () => ({ confirm: false, cancel: true });
    await phone.tap('#submit');
    expect(phone.used.filter(({ api }) => api === 'showModal')).toHaveLength(1);
    expect(refundsOf(orderId)).toHaveLength(1);
    await shown(phone);
    phone.answers.showModal = () => ({ confirm: true, cancel: false });
    await phone.tap('#submit');
    await phone.until(() => phone.route === REFUND);
    expect(refundsOf(orderId)).toHaveLength(2);
    expectCalm(phone);
  });

  test('the same units went back on another phone meanwhile: nothing is given back twice, and the page says so', async () => {
    const orderId = await received();
    const phone = await claimOf(orderId);
    for (let tap = 0; tap < 3; tap += 1) await phone.tap('#units-banana_1-more');
    await phone.tap('#reason-missing');
    await shown(phone);
    await here.shop.giveBack(here.ann, orderId, { banana_1: 3 }, 'missing');
    await phone.tap('#submit');
    expect(phone.used.filter(({ api }) => api === 'showToast')).toMatchObject([
      { options: { title: '这样已经在退了' } },
    ]);
    expect(refundsOf(orderId)).toHaveLength(1);
    expect(phone.text).toContain('都退过了');
    expectCalm(phone);
  });
});

describe('support, in WeChat', () => {
  /** A banana that is not good: without a picture that is support's to decide. */
  async function asked(): Promise<{ orderId: string; refundNumber: string }> {
    const orderId = await received();
    const refundNumber = await here.shop.giveBack(here.ann, orderId, { banana_1: 1 }, 'quality');
    return { orderId, refundNumber };
  }
  const stateOf = (orderId: string) => refundsOf(orderId).map(({ state }) => state);

  test('agrees: the money is on its way; the resident reads so', async () => {
    const { orderId, refundNumber } = await asked();
    const phone = await here.shop.phone(SUPPORT.openid, { route: DESK });
    expectSmall(phone);
    await phone.tap(`#decide-${refundNumber}`);
    expectCheap(await phone.measure(() => phone.tap('#decided')));
    expect(['due', 'accepted', 'succeeded']).toContain(stateOf(orderId)[0]);
    expect(phone.$$(`#refund-${refundNumber}`)).toHaveLength(0);
    expectCalm(phone);
  });

  test('declines only with words, which the resident reads', async () => {
    const { orderId, refundNumber } = await asked();
    const phone = await here.shop.phone(SUPPORT.openid, { route: DESK });
    await phone.tap(`#decide-${refundNumber}`);
    await phone.tap('#decide-decline');
    expect(textOf(phone, '#decided')).toBe('先写为什么');
    await phone.tap('#decided');
    expect(stateOf(orderId)).toEqual(['asked']);
    await phone.input('#answer', '照片里看不出来，麻烦再拍一张');
    await phone.tap('#decided');
    expect(stateOf(orderId)).toEqual(['declined']);
    const mine = await here.shop.phone(here.ann, { route: REFUND, query: { orderId, refundNumber } });
    expect(mine.text).toContain('照片里看不出来');
    expectCalm(phone);
    expectCalm(mine);
  });

  test('the resident withdraws; support finds nothing to decide', async () => {
    const { orderId, refundNumber } = await asked();
    const phone = await here.shop.phone(here.ann, { route: REFUND, query: { orderId, refundNumber } });
    await phone.tap('#withdraw');
    expect(stateOf(orderId)).toEqual(['withdrawn']);
    expect(phone.text).toContain('您撤回了');
    const desk = await here.shop.phone(SUPPORT.openid, { route: DESK });
    expect(desk.$$(`#refund-${refundNumber}`)).toHaveLength(0);
    expectCalm(phone);
  });

  test('goods that are to come back first: the money waits until they are here', async () => {
    const { orderId, refundNumber } = await asked();
    const phone = await here.shop.phone(SUPPORT.openid, { route: DESK });
    await phone.tap(`#decide-${refundNumber}`);
    await phone.tap('#decide-approve-goods-first');
    await phone.tap('#decided');
    expect(stateOf(orderId)).toEqual(['goods-to-come']);
    await phone.tap('#tab-goods-to-come');
    await phone.tap(`#goods-back-${refundNumber}`);
    await phone.tap('#no-restock');
    expect(['due', 'accepted', 'succeeded']).toContain(stateOf(orderId)[0]);
    expectCalm(phone);
  });

  test('a gift that will not come back is given up, with why; it is off the list, and its value stays deducted', async () => {
    const address = await here.shop.settleIn(here.ann);
    const orderId = await here.shop.place(here.ann, [{ skuId: 'dumpling_500', quantity: 2 }], address);
    await here.shop.deliver(here.ann, orderId);
    await here.shop.ask(here.ann, 'order.receive', { orderId });
    const refundNumber = await here.shop.giveBack(here.ann, orderId, { dumpling_500: 1 }, 'missing');
    const phone = await here.shop.phone(SUPPORT.openid, { route: DESK });
    await phone.tap('#tab-goods-to-come');
    await phone.tap(`#write-off-gift-${refundNumber}`);
    expect(textOf(phone, '#written-off')).toBe('先写为什么');
    await phone.tap('#written-off');
    expect(phone.$$('#written-off')).toHaveLength(1);
    await phone.input('#write-off-reason', '住户说已经用掉了');
    expectCheap(await phone.measure(() => phone.tap('#written-off')));
    expect(phone.$$(`#refund-${refundNumber}`)).toHaveLength(0);
    expect(refundsOf(orderId)).toMatchObject([{ giftsWrittenOff: { reason: '住户说已经用掉了' } }]);
    expectCalm(phone);
  });

  test('a resident who finds the page is told that it is not theirs', async () => {
    const phone = await here.shop.phone('o_eve', { route: DESK });
    expect(phone.text).toContain('这一步要店长来做');
    expectCalm(phone);
  });
});
