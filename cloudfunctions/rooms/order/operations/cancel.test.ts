import { paidOrder, withAnn } from '../../../../tests/support/ann';
import { BUDGET, CAMPAIGN, exampleCoupon, SHELF } from '../../../../tests/support/shop';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';

describe('cancelling a paid order', () => {
  test('before dispatch: money, stock, budget, coupon and points come back', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    const reply = await shop.call('ann', 'order.cancel', { orderId });
    expect(reply).toMatchObject({
      ok: true,
      data: { state: 'cancelled', refunds: [{ sums: { amountFen: 7_980 }, state: 'accepted' }] },
    });
    expect(shop.pay.refundedFen(orderId)).toBe(7_980);
    expect([shop.left(SHELF, 'rice'), shop.left(SHELF, 'milk'), shop.left(BUDGET, CAMPAIGN)]).toEqual([
      30, 30, 1_000_000,
    ]);
    const { coupons, lots, firstOrder } = shop.wallet('ann');
    expect([coupons.c1?.status.state, lots.lot_1?.points, firstOrder.state]).toEqual(['returned', 500, 'used']);
  });

  test('repeating it gives nothing back twice', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    await shop.call('ann', 'order.cancel', { orderId });
    await shop.call('ann', 'order.cancel', { orderId });
    shop.advance(MINUTE_MS);
    await shop.tick();
    expect(shop.pay.refundNumbers(orderId)).toHaveLength(1);
    expect(shop.left(SHELF, 'rice')).toBe(30);
    expect(shop.wallet('ann').lots.lot_1?.points).toBe(500);
  });

  test('by the shop: the first-order right comes back too', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    shop.asStaff('bob', ['shop']);
    expect(await shop.staffCall('bob', 'order.cancelByShop', { orderId, reason: '缺货' })).toMatchObject({ ok: true });
    expect(shop.wallet('ann').firstOrder.state).toBe('open');
    expect(shop.engine.dump('staffLog')).toHaveLength(1);
  });

  test('a coupon that ended while a paid order held it comes back with 3 days', async () => {
    const shop = await withAnn();
    await shop.settleIn('ann', { coupons: { c1: exampleCoupon({ validUntilMs: shop.nowMs + 1_000 }) } });
    const { orderId } = await shop.buy('ann');
    await shop.call('ann', 'order.pay', { orderId });
    shop.pay.settle(orderId);
    await shop.payCallback(orderId);
    shop.advance(DAY_MS);
    await shop.call('ann', 'order.cancel', { orderId });
    expect(shop.wallet('ann').coupons.c1).toMatchObject({ validUntilMs: shop.nowMs + 3 * DAY_MS, lengthened: true });
  });

  test('after dispatch it is ORDER_STATE', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    shop.asStaff('bob', ['shop']);
    for (const to of ['picked', 'dispatched']) await shop.staffCall('bob', 'order.move', { orderId, to });
    expect(await shop.call('ann', 'order.cancel', { orderId })).toMatchObject({ code: 'ORDER_STATE' });
  });

  test('a refund that the platform does not answer is asked for again with the same number', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    shop.pay.silent = 1;
    await shop.call('ann', 'order.cancel', { orderId });
    expect(shop.pay.refundNumbers(orderId)).toEqual([]);
    shop.advance(MINUTE_MS);
    await shop.tick();
    expect(shop.pay.refundNumbers(orderId)).toEqual([`${orderId}-cancel`]);
    expect(shop.order(orderId).effectsDueAt).toBeUndefined();
  });

  test('a refund that still waits after 10 minutes is one alert, and goes through at its next try, 31 minutes after the first', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    shop.pay.silent = 1_000;
    await shop.call('ann', 'order.cancel', { orderId });
    for (let minute = 0; minute < 15; minute += 1) {
      shop.advance(MINUTE_MS);
      await shop.tick();
    }
    expect(shop.engine.dump('alerts')).toMatchObject([{ kind: 'REFUND_WAITS', cause: `${orderId}-cancel` }]);
    shop.pay.silent = 0;
    shop.advance(16 * MINUTE_MS);
    await shop.tick();
    expect(shop.pay.refundedFen(orderId)).toBe(7_980);
  });
});
