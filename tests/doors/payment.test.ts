import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import { answerPayment, answerTimer } from '../../cloudfunctions/platform/serve/answer';
import type { Order } from '../../cloudfunctions/rooms/order';
import { aHouse, type House, ordersOf } from './support/house';

let house: House;
beforeEach(async () => {
  house = await aHouse();
  const { world, orderId } = house;
  await world.call('ann', 'order.pay', { orderId });
  world.pay.settle(orderId);
});

/** Everything but the alerts, and how many of those there are. */
function withoutAlerts() {
  const { alerts = [], ...rest } = house.snapshot();
  return { rest, alerts };
}

describe('a callback that does not match', () => {
  test.each<[string, { [field: string]: unknown }]>([
    ['another amount', { totalFee: 1 }],
    ['another merchant', { subMchId: '1900000110' }],
    ['another payer', { subOpenid: 'o_eve' }],
    ['an order that is not ours', { outTradeNo: 'f'.repeat(32) }],
  ])('%s changes nothing, raises one alert and is answered with success', async (_, change) => {
    const { world, orderId } = house;
    const before = withoutAlerts();
    expect(await world.payCallback(orderId, change)).toEqual({ errcode: 0, errmsg: 'OK' });
    expect(await world.payCallback(orderId, change)).toEqual({ errcode: 0, errmsg: 'OK' });
    expect(withoutAlerts().rest).toEqual(before.rest);
    expect(withoutAlerts().alerts).toHaveLength(1);
  });

  test('the honest one after the lie is taken', async () => {
    const { world, orderId } = house;
    await world.payCallback(orderId, { totalFee: 1 });
    await world.payCallback(orderId);
    expect(ordersOf(world)).toMatchObject([{ _id: orderId, state: 'paid' }]);
  });

  test.each([
    ['amount', { totalFeeFen: 1 }, { totalFee: 1 }],
    ['payer', { payerOpenid: 'o_eve' }, { subOpenid: 'o_eve' }],
    ['merchant', { merchantId: '1900000110' }, { subMchId: '1900000110' }],
  ])(
    'where the platform itself knows another %s nothing is taken, and an alert says which',
    async (what, wrong, change) => {
      const { world, orderId } = house;
      const facts = await world.pay.query(orderId);
      const lying = { ...world.context(), pay: { ...payPort(house), query: async () => ({ ...facts, ...wrong }) } };
      const before = withoutAlerts();
      const reply = await answerPayment(world.assembly, lying, PLATFORM, world.pay.callback(orderId, change));
      expect(reply).toEqual({ errcode: 0, errmsg: 'OK' });
      expect(withoutAlerts().rest).toEqual(before.rest);
      expect(withoutAlerts().alerts).toMatchObject([{ kind: 'PAYMENT_MISMATCH', detail: { wrong: [what] } }]);
    },
  );
});

const PLATFORM = { source: 'wx_paycallback', openid: null, appid: null };
const payPort = ({ world: { pay } }: House) => ({
  unifiedOrder: pay.unifiedOrder.bind(pay),
  close: pay.close.bind(pay),
  refund: pay.refund.bind(pay),
  queryRefund: pay.queryRefund.bind(pay),
  dayBill: pay.dayBill.bind(pay),
  transfer: pay.transfer.bind(pay),
  queryTransfer: pay.queryTransfer.bind(pay),
  merchant: pay.merchant,
});

describe('the payment door', () => {
  test.each([
    ['a client', { source: 'wx_client', openid: 'o_ann', appid: 'wx_test' }],
    ['a client that says it is the platform', { source: 'wx_paycallback', openid: 'o_ann', appid: 'wx_test' }],
    ['another function', { source: 'scf', openid: null, appid: null }],
    ['the timer', { source: 'wx_trigger', openid: null, appid: null }],
    ['nobody', { source: '', openid: null, appid: null }],
  ])('refuses %s with a true callback in hand, and changes nothing', async (_, caller) => {
    const { world, orderId } = house;
    const before = house.snapshot();
    const reply = await answerPayment(world.assembly, world.context(), caller, world.pay.callback(orderId));
    expect(reply).toEqual({ errcode: 403, errmsg: 'FORBIDDEN' });
    expect(house.snapshot()).toEqual(before);
  });

  test('takes no malformed event: each field of it hostile, success answered, nothing changed', async () => {
    const { world, orderId } = house;
    const honest = world.pay.callback(orderId);
    const before = house.snapshot();
    const hostile = [{ $gt: 0 }, { $ne: '' }, null, [], -1, 0.5, 1e21, Number.NaN, '', 'x', { 'a.b': 1 }];
    for (const field of ['returnCode', 'resultCode', 'outTradeNo', 'totalFee']) {
      for (const value of hostile) {
        // A number that is not what was paid is an alert of its own, tested above.
        if (field === 'totalFee' && value === -1) continue;
        const event = { ...honest, [field]: value };
        expect(await answerPayment(world.assembly, world.context(), PLATFORM, event)).toMatchObject({ errcode: 0 });
      }
    }
    for (const event of [null, undefined, 'x', 1, [], {}])
      expect(await answerPayment(world.assembly, world.context(), PLATFORM, event)).toMatchObject({ errcode: 0 });
    expect(house.snapshot()).toEqual(before);
  });

  test('a failed payment that is reported is no payment', async () => {
    const { world, orderId } = house;
    for (const change of [{ resultCode: 'FAIL' }, { returnCode: 'FAIL' }]) await world.payCallback(orderId, change);
    expect(ordersOf(world)).toMatchObject([{ state: 'placed' }]);
  });

  test('asks to be called again where the platform does not answer', async () => {
    const { world, orderId } = house;
    world.pay.silent = 1;
    expect(await world.payCallback(orderId)).toMatchObject({ errcode: 500 });
    expect(ordersOf(world)).toMatchObject([{ state: 'placed' }]);
    expect(await world.payCallback(orderId)).toMatchObject({ errcode: 0 });
    expect(ordersOf(world)).toMatchObject([{ state: 'paid' }]);
  });

  test('three callbacks, one after a day, pay once and earn once', async () => {
    const { world, orderId } = house;
    for (let n = 0; n < 2; n += 1) await world.payCallback(orderId);
    world.advance(24 * 3_600_000);
    await world.payCallback(orderId);
    await world.tick();
    const [order] = world.engine.dump<Order>('orders');
    const wallet = world.engine.dump<Wallet>('wallets').find(({ _id }) => _id === world.residentId('ann'));
    expect(order).toMatchObject({ state: 'paid', refunds: {} });
    expect(wallet).toMatchObject({ holds: {}, counters: { orders_paid: 1 } });
    expect(world.engine.dump('alerts')).toEqual([]);
  });
});

describe('the timer door', () => {
  test.each([
    ['a client', { source: 'wx_client', openid: 'o_ann', appid: 'wx_test' }],
    ['a client that says it is a trigger', { source: 'wx_trigger', openid: 'o_ann', appid: 'wx_test' }],
    ['a client through another function', { source: 'wx_client,scf', openid: null, appid: null }],
    ['the payment platform', { source: 'wx_paycallback', openid: null, appid: null }],
    ['nobody', { source: '', openid: null, appid: null }],
  ])('does nothing for %s, though an order is overdue', async (_, caller) => {
    const { world } = house;
    world.advance(20 * 60_000);
    const before = house.snapshot();
    expect(await answerTimer(world.assembly, world.context(), caller)).toEqual({ ran: [] });
    expect(house.snapshot()).toEqual(before);
  });
});
