import { withAnn } from '../../../../tests/support/ann';
import { BUDGET, CAMPAIGN, SHELF } from '../../../../tests/support/shop';
import { MINUTE_MS } from '../../../kernel/period';

describe('closing', () => {
  test('after 15 minutes unpaid everything comes back as it was', async () => {
    const shop = await withAnn();
    const { orderId } = await shop.buy('ann', { pointsWish: 500 });
    shop.advance(15 * MINUTE_MS);
    await shop.tick();
    expect(shop.order(orderId).state).toBe('closed');
    expect(shop.left(SHELF, 'rice')).toBe(30);
    expect(shop.left(BUDGET, CAMPAIGN)).toBe(1_000_000);
    const { coupons, lots, firstOrder, holds } = shop.wallet('ann');
    expect({ coupon: coupons.c1?.status.state, points: lots.lot_1?.points, firstOrder, holds }).toEqual({
      coupon: 'returned',
      points: 500,
      firstOrder: { state: 'open' },
      holds: {},
    });
  });

  test('the platform says paid: the order is paid, nothing is released', async () => {
    const shop = await withAnn();
    const { orderId } = await shop.buy('ann');
    await shop.call('ann', 'order.pay', { orderId });
    shop.pay.settle(orderId);
    shop.advance(15 * MINUTE_MS);
    await shop.tick();
    expect(shop.order(orderId).state).toBe('paid');
    expect(shop.left(SHELF, 'rice')).toBe(28);
  });

  test('the platform does not answer: nothing is released until it does', async () => {
    const shop = await withAnn();
    const { orderId } = await shop.buy('ann');
    await shop.call('ann', 'order.pay', { orderId });
    shop.advance(15 * MINUTE_MS);
    shop.pay.silent = 1;
    await shop.tick();
    expect(shop.order(orderId).state).toBe('closing');
    expect(shop.left(SHELF, 'rice')).toBe(28);
    shop.advance(MINUTE_MS);
    await shop.tick();
    expect(shop.order(orderId).state).toBe('closed');
    expect(shop.left(SHELF, 'rice')).toBe(30);
  });

  test('a silent platform is asked for 10 of 13 orders, then left alone until the next minute', async () => {
    const shop = await withAnn();
    for (let i = 0; i < 13; i += 1) await shop.buy('ann', { lines: { eggs: 1 }, couponIds: [] });
    shop.advance(15 * MINUTE_MS);
    shop.pay.silent = 100;
    await shop.tick();
    expect(100 - shop.pay.silent).toBe(10);
    shop.pay.silent = 0;
    shop.advance(MINUTE_MS);
    await shop.tick();
    expect(shop.left(SHELF, 'eggs')).toBe(30);
  });

  test('money that comes after closing goes back by itself, once', async () => {
    const shop = await withAnn();
    const { orderId, payableFen } = await shop.buy('ann');
    await shop.call('ann', 'order.cancel', { orderId });
    expect(shop.order(orderId).state).toBe('closed');
    await shop.context().pay.unifiedOrder({
      outTradeNo: orderId,
      totalFeeFen: payableFen,
      body: '',
      openid: 'o_ann',
      timeExpireMs: shop.nowMs + MINUTE_MS,
    });
    shop.pay.settle(orderId);
    await shop.payCallback(orderId);
    await shop.payCallback(orderId);
    expect(shop.pay.refundNumbers(orderId)).toEqual([`${orderId}-late`]);
    expect(shop.pay.refundedFen(orderId)).toBe(payableFen);
    expect(shop.order(orderId)).toMatchObject({
      state: 'closed',
      refunds: { [`${orderId}-late`]: { state: 'accepted' } },
    });
  });
});
