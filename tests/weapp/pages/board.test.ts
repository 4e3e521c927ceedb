import { OWNER } from '../../../tools/seed/base';
import type { Weapp } from '../harness';
import { expectCalm, expectCheap } from './support/budget';
import { Shop } from './support/shop';

const ANN = 'o_ann';
const BOARD = 'packages/staff/pages/board/index';

let shop: Shop;
let address = '';
beforeAll(async () => {
  shop = await Shop.open();
  address = await shop.settleIn(ANN);
}, 120_000);
afterEach(() => shop.closePhones());
afterAll(() => shop.close());

async function paidOrder(): Promise<string> {
  const orderId = await shop.place(ANN, [{ skuId: 'apple_4', quantity: 1 }], address);
  await shop.pay(ANN, orderId);
  return orderId;
}

/** Taps everything into the bag that is in front. */
async function pack(phone: Weapp): Promise<void> {
  for (const at of phone.$$('.board-thing').keys()) {
    const thing = phone.$$('.board-thing')[at];
    if (thing) await phone.tap(thing);
  }
}

const stateOf = (orderId: string) => shop.orders(ANN).find(({ _id }) => _id === orderId)?.state;

describe('the staff board in WeChat', () => {
  test('a bag that is not full cannot be picked; then three taps bring an order from paid to delivered, and the phone number stays masked', async () => {
    const orderId = await paidOrder();
    const phone = await shop.phone(OWNER.openid, { route: BOARD });
    expect(phone.text).toContain('138****8001');
    expect(phone.text).not.toContain('13800138001');
    for (const [tab, state] of [
      ['等出发', 'picked'],
      ['路上', 'dispatched'],
      ['送到了', 'delivered'],
    ] as const) {
      if (state === 'picked') {
        expect(phone.text).toContain('还有 1 样没放');
        await phone.tap(`#move-${orderId}`);
        expect(stateOf(orderId)).toBe('paid');
        await pack(phone);
      }
      expectCheap(await phone.measure(() => phone.tap(`#move-${orderId}`)));
      expect(stateOf(orderId)).toBe(state);
      expect(phone.$$(`#order-${orderId}`)).toHaveLength(0);
      await phone.tapText(tab);
      expect(phone.$$(`#order-${orderId}`)).toHaveLength(1);
    }
    expect(phone.$$(`#move-${orderId}`)).toHaveLength(0);
    expectCalm(phone);
  });

  test('cancelling asks first; the money goes back', async () => {
    const orderId = await paidOrder();
    const phone = await shop.phone(OWNER.openid, { route: BOARD });
    phone.answers.showModal = () => ({ confirm: false, cancel: true });
    await phone.tap(`#cancel-${orderId}`);
    expect(stateOf(orderId)).toBe('paid');
    phone.answers.showModal = () => ({ confirm: true, cancel: false });
    await phone.tap(`#cancel-${orderId}`);
    expect(stateOf(orderId)).toBe('cancelled');
    await shop.cloud.fireTimers();
    const [payment] = shop.cloud.pay.list().filter(({ _id }) => _id === orderId);
    expect(payment?.refunds).toMatchObject([{ refundFen: payment?.terms.totalFen }]);
    expectCalm(phone);
  });

  test('1 of 2 apples is not there: its money goes back at once, and the bag is packed with 1', async () => {
    const orderId = await shop.place(ANN, [{ skuId: 'apple_4', quantity: 2 }], address);
    await shop.pay(ANN, orderId);
    const phone = await shop.phone(OWNER.openid, { route: BOARD });
    await phone.tap(`#short-${orderId}`);
    expect(phone.text).toContain('先选缺几件');
    await phone.tap('#short-0-more');
    await phone.tap('#short-done');
    const order = shop.orders(ANN).find(({ _id }) => _id === orderId);
    expect(order?.state).toBe('paid');
    expect(Object.values(order?.refunds ?? {})).toMatchObject([{ cause: 'lines', units: { apple_4: 1 } }]);
    expect(phone.text).toContain('共 1 件');
    await pack(phone);
    await phone.tap(`#move-${orderId}`);
    expect(stateOf(orderId)).toBe('picked');
    expectCalm(phone);
  });

  test('a resident who finds the page is told that it is not theirs, and sees no order', async () => {
    await paidOrder();
    const phone = await shop.phone('o_eve', { route: BOARD });
    expect(phone.text).toContain('这一步要店长来做');
    expect(phone.text).not.toContain('3 号楼');
    expectCalm(phone);
  });
});
