import { paidOrder, withAnn } from '../../../../tests/support/ann';
import { ADDRESS, BUDGET, CAMPAIGN, SHELF, type Shop } from '../../../../tests/support/shop';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../../tests/support/trouble';
import type { Cell } from '../../../kernel/cell';
import { MINUTE_MS } from '../../../kernel/period';
import type { Quote } from '../../settlement';
import type { Order } from '../document';

/** Late requests run, then the timer runs as often as it takes: 25 minutes. */
async function atRest(shop: Shop): Promise<void> {
  calm(shop);
  await shop.db.playLate();
  for (let minute = 0; minute < 25; minute += 1) {
    shop.advance(MINUTE_MS);
    await shop.tick();
  }
}

const LIVE = new Set(['placed', 'closing', 'paid', 'picked', 'dispatched', 'delivered', 'received']);

/** protocol-of-holds.md, "Always": at rest nothing is lost, nothing doubled, no mark without a live decider. */
function expectSound(shop: Shop): void {
  const orders = shop.engine.dump<Order>('orders');
  const live = orders.filter(({ state }) => LIVE.has(state));
  const units = (skuId: string) =>
    live.flatMap(({ goods }) => goods).reduce((sum, good) => sum + (good.skuId === skuId ? good.quantity : 0), 0);
  for (const skuId of ['rice', 'milk']) expect(shop.left(SHELF, skuId) + units(skuId)).toBe(30);
  const granted = live
    .flatMap(({ quote }) => quote.adjustments)
    .reduce((sum, { offerId, amountFen }) => sum + (offerId === null ? 0 : -amountFen), 0);
  expect(shop.left(BUDGET, CAMPAIGN) + granted).toBe(1_000_000);
  expect(shop.engine.dump<Cell>('cells').map(({ open }) => open)).not.toContain(1);
  const { coupons, lots, holds } = shop.wallet('ann');
  const spent = live.reduce((sum, { quote }) => sum + quote.points.used, 0);
  expect((lots.lot_1?.points ?? 0) + spent).toBe(500);
  expect(['usable', 'returned'].includes(coupons.c1?.status.state ?? '')).toBe(live.length === 0);
  expect(holds).toEqual({});
  for (const order of orders) {
    expect(order.effectsDueAt).toBeUndefined();
    const keptFen = shop.pay.paidFen(order._id) - shop.pay.refundedFen(order._id);
    expect(keptFen).toBe(LIVE.has(order.state) ? order.payableFen : 0);
  }
}

async function asked(shop: Shop) {
  const lines = [
    { skuId: 'milk', quantity: 3 },
    { skuId: 'rice', quantity: 2 },
  ];
  const reply = await shop.call('ann', 'order.quote', { lines, pointsWish: 500, addressId: ADDRESS });
  const { fingerprint } = (reply as unknown as { data: { quote: Quote } }).data.quote;
  return { lines, pointsWish: 500, addressId: ADDRESS, fingerprint };
}

describe.each(TROUBLES)('%s at every single write', (trouble) => {
  test('placing: the same key tells one story, and an order that nobody pays leaves no trace', async () => {
    const writes = await atEveryWrite(async (n) => {
      const shop = await withAnn();
      const input = await asked(shop);
      const key = shop.key();
      const { met } = troubleAt(shop, n, trouble);
      const first = await shop.call('ann', 'order.place', input, key);
      calm(shop);
      const second = await shop.call('ann', 'order.place', input, key);
      if (first.ok) expect(second).toMatchObject({ ok: true, data: first.data });
      await atRest(shop);
      expectSound(shop);
      return met();
    });
    expect(writes).toBeGreaterThanOrEqual(5);
  });

  test('the callback and the settling of what was held: paid once, captured once', async () => {
    await atEveryWrite(async (n) => {
      const shop = await withAnn();
      const { orderId } = await shop.buy('ann', { pointsWish: 500 });
      await shop.call('ann', 'order.pay', { orderId });
      shop.pay.settle(orderId);
      const { met } = troubleAt(shop, n, trouble);
      await shop.payCallback(orderId);
      // A timer that dies is started again by the clock.
      await shop.tick().catch(() => []);
      await atRest(shop);
      expect(shop.order(orderId).state).toBe('paid');
      expectSound(shop);
      return met();
    });
  });

  test('cancelling a paid order: money, goods, coupon and points come back once', async () => {
    await atEveryWrite(async (n) => {
      const shop = await withAnn();
      const orderId = await paidOrder(shop);
      const { met } = troubleAt(shop, n, trouble);
      await shop.call('ann', 'order.cancel', { orderId });
      calm(shop);
      await shop.call('ann', 'order.cancel', { orderId });
      await atRest(shop);
      expect(shop.order(orderId).state).toBe('cancelled');
      expect(shop.pay.refundNumbers(orderId)).toEqual([`${orderId}-cancel`]);
      expectSound(shop);
      return met();
    });
  });

  test('closing an unpaid order: everything back, once', async () => {
    await atEveryWrite(async (n) => {
      const shop = await withAnn();
      const { orderId } = await shop.buy('ann', { pointsWish: 500 });
      const { met } = troubleAt(shop, n, trouble);
      await shop.call('ann', 'order.cancel', { orderId });
      await atRest(shop);
      expect(shop.order(orderId).state).toBe('closed');
      expectSound(shop);
      return met();
    });
  });
});
