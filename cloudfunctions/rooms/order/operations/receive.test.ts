import { deliver, paidOrder, withAnn } from '../../../../tests/support/ann';
import { START_MS } from '../../../../tests/support/world';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';

describe('receiving', () => {
  test('brings 79 points and one chance, once, within 4 round trips', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    await shop.tick();
    await deliver(shop, orderId);
    shop.db.restart();
    const reply = await shop.call('ann', 'order.receive', { orderId });
    expect(reply).toMatchObject({
      ok: true,
      data: { state: 'received', rewards: { points: 79, chances: 1, drawId: 'wheel' } },
    });
    expect(shop.db.meter.sequential).toBeLessThanOrEqual(4);
    await shop.call('ann', 'order.receive', { orderId });
    const { lots, chances } = shop.wallet('ann');
    expect([lots[`lot_${orderId}`]?.points, Object.keys(chances)]).toEqual([79, [`order:${orderId}:1`]]);
  });

  test('by itself 3 days after delivery, not a minute before', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    await deliver(shop, orderId);
    shop.advance(3 * DAY_MS - MINUTE_MS);
    await shop.tick();
    expect(shop.order(orderId).state).toBe('delivered');
    shop.advance(MINUTE_MS);
    await shop.tick();
    expect(shop.order(orderId).state).toBe('received');
    expect(shop.wallet('ann').lots[`lot_${orderId}`]?.points).toBe(79);
  });

  test.each([
    ['2 days before its campaign ends: the chance lives 7 days', 28, 35],
    ['23 days before it ends: the chance lives as long as the campaign', 7, 30],
    ['2 days after it ended: the chance lives 7 days', 32, 39],
  ])('received %s', async (_case, receivedDay, lastDay) => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    await deliver(shop, orderId);
    shop.nowMs = START_MS + receivedDay * DAY_MS;
    await shop.call('ann', 'order.receive', { orderId });
    expect(shop.wallet('ann').chances[`order:${orderId}:1`]).toMatchObject({
      state: 'open',
      expiresAtMs: START_MS + lastDay * DAY_MS,
    });
  });

  test('before delivery it is ORDER_STATE', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    expect(await shop.call('ann', 'order.receive', { orderId })).toMatchObject({ code: 'ORDER_STATE' });
  });
});
