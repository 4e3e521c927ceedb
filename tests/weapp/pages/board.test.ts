import { OWNER } from '../../../tools/seed/base';
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

const stateOf = (orderId: string) => shop.orders(ANN).find(({ _id }) => _id === orderId)?.state;

describe('the staff board in WeChat', () => {
  test('three taps bring an order from paid to delivered, and the phone number stays masked', async () => {
    const orderId = await paidOrder();
    const phone = await shop.phone(OWNER.openid, { route: BOARD });
    expect(phone.text).toContain('138****8001');
    expect(phone.text).not.toContain('13800138001');
    for (const [tab, state] of [
      ['等出发', 'picked'],
      ['路上', 'dispatched'],
      ['送到了', 'delivered'],
    ] as const) {
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

  test('a resident who finds the page is told that it is not theirs, and sees no order', async () => {
    await paidOrder();
    const phone = await shop.phone('o_eve', { route: BOARD });
    expect(phone.text).toContain('这一步要店长来做');
    expect(phone.text).not.toContain('3 号楼');
    expectCalm(phone);
  });
});
