import { annReceived, exchangeAsked, sueDid } from '../../../../tests/support/exchanging';
import { asked } from '../../../../tests/support/refunding';
import { DAY_MS } from '../../../kernel/period';

/** The nightly reckoning reads the orders whose `touchedAtMs` lies in its day. */
test('bad goods that come back two days after the hand-over touch the order on that day', async () => {
  const { shop, orderId } = await annReceived();
  const no = await exchangeAsked(shop, orderId, { milk: 1 });
  await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
  shop.advance(2 * DAY_MS);
  await sueDid(shop, no, 'exchangeGoods', { bad: 'shelf' });
  expect(shop.order(orderId).touchedAtMs).toBe(shop.nowMs);
});

test('a late word on an old exchange does not hide what a refund moved on the same day', async () => {
  const { shop, orderId } = await annReceived();
  const no = await exchangeAsked(shop, orderId, { milk: 1 });
  await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
  shop.advance(2 * DAY_MS);
  await asked(shop, orderId, { rice: 1 });
  const refundedAtMs = shop.nowMs;
  await sueDid(shop, no, 'exchangeGoods', { bad: 'kept' });
  expect(shop.order(orderId).touchedAtMs).toBeGreaterThanOrEqual(refundedAtMs);
});
