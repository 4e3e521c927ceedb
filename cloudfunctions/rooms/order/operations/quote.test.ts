import { paidOrder, withAnn } from '../../../../tests/support/ann';
import { ADDRESS } from '../../../../tests/support/shop';
import type { Quote } from '../../settlement';

describe('quote', () => {
  test('worked example: rice 2 and milk 3 with coupon and 500 points cost ¥79.80', async () => {
    const shop = await withAnn();
    const lines = [
      { skuId: 'milk', quantity: 3 },
      { skuId: 'rice', quantity: 2 },
    ];
    const reply = await shop.call('ann', 'order.quote', { lines, pointsWish: 500, addressId: ADDRESS });
    expect(reply.ok && (reply.data as { quote: Quote }).quote.payableFen).toBe(7_980);
  });

  test('takes 2 round trips in a cold function, 1 when it has seen the goods', async () => {
    const shop = await withAnn();
    const ask = () => shop.call('ann', 'order.quote', { lines: [{ skuId: 'rice', quantity: 1 }], addressId: ADDRESS });
    shop.db.restart();
    await ask();
    expect(shop.db.meter.sequential).toBe(2);
    shop.db.restart();
    await ask();
    expect(shop.db.meter.sequential).toBe(1);
  });
});

describe('who sees what', () => {
  test('who bears a reduction is in the order and in no reply', async () => {
    const shop = await withAnn();
    const lines = [{ skuId: 'rice', quantity: 2 }];
    const quoted = await shop.call('ann', 'order.quote', { lines, addressId: ADDRESS });
    const orderId = await paidOrder(shop);
    const detail = await shop.call('ann', 'order.detail', { orderId });
    expect(JSON.stringify(shop.order(orderId).quote)).toContain('merchantsFen');
    for (const reply of [quoted, detail]) expect(JSON.stringify(reply)).toMatch(/"adjustments":\[{(?!.*merchantsFen)/);
  });

  test("another's order is ORDER_UNKNOWN for every operation", async () => {
    const shop = await withAnn();
    await shop.settleIn('mallory');
    const { orderId } = await shop.buy('ann');
    for (const operation of ['order.detail', 'order.pay', 'order.cancel', 'order.receive'])
      expect(await shop.call('mallory', operation, { orderId })).toMatchObject({ code: 'ORDER_UNKNOWN' });
  });

  test('a resident cannot call a staff operation, at either door', async () => {
    const shop = await withAnn();
    const move = { orderId: 'a'.repeat(32), to: 'picked' };
    expect(await shop.call('ann', 'order.move', move)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await shop.staffCall('ann', 'order.move', move)).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('an address of no one is ADDRESS_UNKNOWN', async () => {
    const shop = await withAnn();
    const reply = await shop.call('ann', 'order.quote', { lines: [], addressId: 'other' });
    expect(reply).toMatchObject({ code: 'ADDRESS_UNKNOWN' });
  });
});
