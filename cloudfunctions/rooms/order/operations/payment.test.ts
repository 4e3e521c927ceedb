import { paidOrder, withAnn } from '../../../../tests/support/ann';
import { DAY_MS } from '../../../kernel/period';
import { answerPayment } from '../../../platform/serve/answer';

describe('payment', () => {
  test('two duplicate callbacks and one late one pay once', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    await shop.payCallback(orderId);
    shop.advance(DAY_MS);
    expect(await shop.payCallback(orderId)).toMatchObject({ errcode: 0 });
    await shop.tick();
    expect(shop.order(orderId).state).toBe('paid');
    expect(shop.wallet('ann')).toMatchObject({
      holds: {},
      coupons: { c1: { status: { state: 'used' } } },
      counters: { orders_paid: 1 },
    });
    expect(shop.pay.refundNumbers(orderId)).toEqual([]);
  });

  test('a callback takes 2 round trips, a duplicate 1', async () => {
    const shop = await withAnn();
    const { orderId } = await shop.buy('ann');
    await shop.call('ann', 'order.pay', { orderId });
    shop.pay.settle(orderId);
    shop.db.restart();
    await shop.payCallback(orderId);
    expect(shop.db.meter.sequential).toBe(2);
    shop.db.restart();
    await shop.payCallback(orderId);
    expect(shop.db.meter.sequential).toBe(1);
  });

  test.each([
    ['another amount', { totalFee: 1 }],
    ['an order that is not ours', { outTradeNo: 'f'.repeat(32) }],
  ])('%s changes nothing, raises an alert and is answered with success', async (_, change) => {
    const shop = await withAnn();
    const { orderId } = await shop.buy('ann');
    await shop.call('ann', 'order.pay', { orderId });
    shop.pay.settle(orderId);
    expect(await shop.payCallback(orderId, change)).toMatchObject({ errcode: 0 });
    expect(shop.order(orderId).state).toBe('placed');
    expect(shop.engine.dump('alerts')).toHaveLength(1);
  });

  test('a payment of an order that is still an intent makes nothing paid: nothing is held for it', async () => {
    const shop = await withAnn();
    const { orderId } = await shop.buy('ann');
    await shop.call('ann', 'order.pay', { orderId });
    shop.pay.settle(orderId);
    const intent = { ...shop.order(orderId), state: 'intent', holds: null, heldInWallet: null } as const;
    shop.engine.put('orders', intent);
    await shop.payCallback(orderId);
    expect(shop.order(orderId)).toEqual(intent);
  });

  test.each(['drop', 'late'] as const)(
    'a late payment whose refund was not written (%s) is asked for again, and goes back once',
    async (fate) => {
      const shop = await withAnn();
      const { orderId } = await shop.buy('ann');
      await shop.call('ann', 'order.pay', { orderId });
      shop.pay.settle(orderId);
      shop.engine.put('orders', { ...shop.order(orderId), state: 'closed', effects: {} });
      shop.db.decide = ({ collection, kind }) => (collection === 'orders' && kind === 'update' ? fate : 'answer');
      expect((await shop.payCallback(orderId)).errcode).not.toBe(0);
      shop.db.decide = () => 'answer';
      expect((await shop.payCallback(orderId)).errcode).toBe(0);
      await shop.db.playLate();
      await shop.tick();
      expect(shop.pay.refundNumbers(orderId)).toEqual([`${orderId}-late`]);
      expect(shop.pay.paidFen(orderId) - shop.pay.refundedFen(orderId)).toBe(0);
    },
  );

  test('a callback for what nobody paid changes nothing', async () => {
    const shop = await withAnn();
    const { orderId } = await shop.buy('ann');
    await shop.call('ann', 'order.pay', { orderId });
    await shop.payCallback(orderId);
    expect(shop.order(orderId).state).toBe('placed');
  });

  test('a callback of a closed order that the platform does not confirm yet is asked for again, then refunded', async () => {
    const shop = await withAnn();
    const { orderId, payableFen } = await shop.buy('ann');
    await shop.call('ann', 'order.cancel', { orderId });
    const timeExpireMs = shop.order(orderId).deadlineAt;
    const late = { outTradeNo: orderId, totalFeeFen: payableFen, body: '', openid: 'o_ann', timeExpireMs };
    await shop.pay.unifiedOrder(late);
    expect(await shop.payCallback(orderId)).toMatchObject({ errcode: 500 });
    shop.pay.settle(orderId);
    expect(await shop.payCallback(orderId)).toMatchObject({ errcode: 0 });
    expect(shop.pay.refundedFen(orderId)).toBe(payableFen);
  });

  test('a client that plays the payment platform is refused', async () => {
    const shop = await withAnn();
    const caller = { source: 'wx_client', openid: 'o_mallory', appid: 'wx_test' };
    expect(await answerPayment(shop.assembly, shop.context(), caller, {})).toMatchObject({ errcode: 403 });
  });
});
