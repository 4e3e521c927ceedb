import { paidOrder, withAnn } from '../../../../../tests/support/ann';
import { ask, asked, previewed, receivedOrder } from '../../../../../tests/support/refunding';
import { BUDGET, CAMPAIGN, SHELF } from '../../../../../tests/support/shop';
import { MINUTE_MS } from '../../../../kernel/period';

describe('units of the worked example given back after receipt', () => {
  test('one of three milk is ¥7.26, the second ¥7.26, the third ¥7.27; 45, 46, 46 points come back', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    for (const [amountFen, pointsBack] of [
      [726, 45],
      [726, 46],
      [727, 46],
    ]) {
      const seen = await previewed(shop, orderId, { milk: 1 });
      expect(seen).toMatchObject({ sums: { amountFen, pointsBack, isLast: false }, way: 'instant', decideByMs: null });
      const { order, refundNumber } = await asked(shop, orderId, { milk: 1 });
      const view = order.refunds.find((refund) => refund.refundNumber === refundNumber);
      expect(view).toMatchObject({ state: 'accepted', sums: seen.sums, lines: seen.lines });
    }
    expect(shop.pay.refundedFen(orderId)).toBe(2_179);
    shop.advance(MINUTE_MS);
    await shop.tick();
    expect(Object.values(shop.order(orderId).refunds).map(({ state }) => state)).toEqual(Array(3).fill('succeeded'));
    expect(shop.wallet('ann').lots.lot_1?.points).toBe(137);
  });

  test('the last unit brings the coupon, and takes the points earned and the chance', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    const seen = await previewed(shop, orderId, { milk: 3, rice: 2 }, 'quality');
    expect(seen).toMatchObject({
      sums: { amountFen: 7_980, pointsBack: 500, pointsTaken: 79, couponsBack: ['满 60 减 8'], chancesTaken: 1 },
      way: 'review',
    });
    shop.asStaff('sue', ['support']);
    const { refundNumber } = await asked(shop, orderId, { milk: 3, rice: 2 }, { reason: 'quality' });
    await shop.staffCall('sue', 'order.decideRefund', { orderId, refundNumber, decision: 'approve' });
    const { coupons, lots, chances, pointsDebt } = shop.wallet('ann');
    expect([coupons.c1?.status.state, lots.lot_1?.points, Object.keys(lots), chances, pointsDebt]).toEqual([
      'returned',
      500,
      ['lot_1'],
      {},
      0,
    ]);
    expect(shop.left(BUDGET, CAMPAIGN)).toBe(1_000_000);
    expect(shop.order(orderId).refunds[refundNumber]).toMatchObject({ isLast: true, state: 'accepted' });
  });
});

describe('units cancelled before dispatch', () => {
  test('go back at once without freight; the last of them cancel the order', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    const first = await asked(shop, orderId, { milk: 3 }, { reason: 'unwanted' });
    expect(first.order).toMatchObject({ state: 'paid', can: ['cancel', 'refund'] });
    expect([shop.left(SHELF, 'milk'), shop.pay.refundedFen(orderId)]).toEqual([30, 2_179]);
    const last = await asked(shop, orderId, { rice: 2 }, { reason: 'unwanted' });
    expect(last.order.state).toBe('cancelled');
    expect(shop.pay.refundedFen(orderId)).toBe(7_980);
    expect([shop.left(SHELF, 'rice'), shop.left(BUDGET, CAMPAIGN)]).toEqual([30, 1_000_000]);
    expect(shop.wallet('ann').lots.lot_1?.points).toBe(500);
  });
});

describe('asking', () => {
  test('the same key finds its refund; with another input it is REQUEST_KEY_REUSED', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    const requestKey = shop.key();
    const { expected } = await previewed(shop, orderId, { milk: 1 });
    const first = await asked(shop, orderId, { milk: 1 }, { requestKey, expected });
    const again = await asked(shop, orderId, { milk: 1 }, { requestKey, expected });
    expect(again.refundNumber).toBe(first.refundNumber);
    expect(shop.pay.refundNumbers(orderId)).toEqual([`${orderId}-r1`]);
    const other = await ask(shop, orderId, { milk: 2 }, { requestKey, expected });
    expect(other).toMatchObject({ code: 'REQUEST_KEY_REUSED' });
  });

  test('what would bring something else by now is REFUND_CHANGED with a fresh preview', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    const { expected } = await previewed(shop, orderId, { milk: 1 });
    await asked(shop, orderId, { milk: 2 });
    expect(await ask(shop, orderId, { milk: 1 }, { expected })).toMatchObject({
      code: 'REFUND_CHANGED',
      detail: { fresh: { sums: { amountFen: 727 } } },
    });
  });
});
