import { withAnn } from '../../../../../tests/support/ann';
import { linesOf, receivedOrder } from '../../../../../tests/support/refunding';
import type { Shop } from '../../../../../tests/support/shop';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../../../tests/support/trouble';
import { DAY_MS, MINUTE_MS } from '../../../../kernel/period';
import { pointsBalance } from '../../../loyalty';

async function oldOrder(days: number): Promise<{ shop: Shop; orderId: string }> {
  const shop = await withAnn();
  shop.asStaff('sue', ['support']);
  const orderId = await receivedOrder(shop);
  await shop.tick();
  shop.advance(days * DAY_MS);
  await shop.tick();
  return { shop, orderId };
}

async function atRest(shop: Shop): Promise<void> {
  calm(shop);
  await shop.db.playLate();
  for (let minute = 0; minute < 5; minute += 1) {
    shop.advance(MINUTE_MS);
    await shop.tick();
  }
}

describe.each(TROUBLES)('%s at every single write', (trouble) => {
  test.each([
    [8, 'succeeded', 7_980],
    [366, 'refused', 0],
  ])('support opens all of an order after %i days: one refund, %s, %i fen by WeChat Pay', async (days, state, fen) => {
    const writes = await atEveryWrite(async (n) => {
      const { shop, orderId } = await oldOrder(days);
      const wish = { orderId, lines: linesOf({ milk: 3, rice: 2 }), reason: 'quality' };
      const seen = await shop.staffCall('sue', 'order.previewRefund', wish);
      const { expected } = (seen as unknown as { data: { expected: string } }).data;
      const input = { ...wish, goodsFirst: false, answer: '店长同意退', expected };
      const key = shop.key();
      const { met } = troubleAt(shop, n, trouble);
      await shop.staffCall('sue', 'order.openRefund', input, key);
      calm(shop);
      expect(await shop.staffCall('sue', 'order.openRefund', input, key)).toMatchObject({ ok: true });
      await atRest(shop);
      const { refunds, effectsDueAt } = shop.order(orderId);
      expect(Object.values(refunds)).toMatchObject([{ state, isLast: true }]);
      expect([effectsDueAt, shop.pay.refundedFen(orderId)]).toEqual([undefined, fen]);
      // 500 points spent come back, the 79 that it earned go.
      expect(pointsBalance(shop.wallet('ann'))).toBe(500);
      expect(shop.wallet('ann').coupons.c1?.status.state).toBe('returned');
      return met();
    });
    expect(writes).toBeGreaterThanOrEqual(3);
  });

  test('the transfer is recorded once, under its first number', async () => {
    await atEveryWrite(async (n) => {
      const { shop, orderId } = await oldOrder(400);
      const wish = { orderId, lines: linesOf({ milk: 1 }), reason: 'quality' };
      const seen = await shop.staffCall('sue', 'order.previewRefund', wish);
      const { expected } = (seen as unknown as { data: { expected: string } }).data;
      await shop.staffCall('sue', 'order.openRefund', { ...wish, answer: '店长同意退', expected }, shop.key());
      const deed = { orderId, refundNumber: `${orderId}-r1`, how: 'transferred', transferNumber: 'B1' };
      const { met } = troubleAt(shop, n, trouble);
      await shop.staffCall('sue', 'order.mendRefund', deed);
      calm(shop);
      expect(await shop.staffCall('sue', 'order.mendRefund', deed)).toMatchObject({ data: { state: 'transferred' } });
      const other = { ...deed, transferNumber: 'B2' };
      expect(await shop.staffCall('sue', 'order.mendRefund', other)).toMatchObject({ code: 'REFUND_STATE' });
      await atRest(shop);
      expect(shop.order(orderId).refunds[deed.refundNumber]).toMatchObject({ transferNumber: 'B1' });
      expect(shop.pay.refundNumbers(orderId)).toEqual([]);
      return met();
    });
  });
});
