import { deliver } from '../../../../tests/support/ann';
import { asked } from '../../../../tests/support/refunding';
import type { Bought, Shop } from '../../../../tests/support/shop';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../../tests/support/trouble';
import { annWithKettle, KETTLES, kettleState, minutes, PRIZE } from '../../../../tests/support/with-prize';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import type { OrderView, QuoteView, StaffOrderCard } from '../../order/contract';
import type { HandOverRow } from '../contract';

const KETTLE = { prizeId: PRIZE, title: 'kettle', unit: '份', drawTitle: '开业抽奖' };

async function pay(shop: Shop, orderId: string): Promise<void> {
  await shop.call('ann', 'order.pay', { orderId });
  shop.pay.settle(orderId);
  await shop.payCallback(orderId);
}

async function bought(shop: Shop, requestKey = shop.key()): Promise<Bought> {
  const answer = await shop.buy('ann', { requestKey });
  if (!answer.orderId) throw new Error(JSON.stringify(answer));
  return answer;
}

const detail = async (shop: Shop, orderId: string): Promise<OrderView> =>
  ((await shop.call('ann', 'order.detail', { orderId })) as unknown as { data: OrderView }).data;

describe('a prize with the next order', () => {
  test('the quote says so beforehand, the order and the picking list name it, delivery hands it over', async () => {
    const shop = await annWithKettle();
    const lines = [{ skuId: 'milk', quantity: 1 }];
    const quoted = (await shop.call('ann', 'order.quote', { lines })) as unknown as { data: QuoteView };
    expect(quoted.data.prizes).toMatchObject([KETTLE]);
    const { orderId } = await bought(shop);
    expect(kettleState(shop)).toBe('in-order');
    await pay(shop, orderId);
    expect((await detail(shop, orderId)).prizes).toMatchObject([KETTLE]);
    shop.asStaff('bob', ['shop']);
    const board = (await shop.staffCall('bob', 'order.board', { state: 'paid' })) as unknown as {
      data: { rows: readonly StaffOrderCard[] };
    };
    expect(board.data.rows[0]?.prizes).toMatchObject([KETTLE]);
    await deliver(shop, orderId);
    expect(shop.wallet('ann').prizes[PRIZE]).toMatchObject({ state: 'handed-over', orderId, endedAtMs: shop.nowMs });
    const day = (await shop.staffCall('bob', 'draw.handOvers', {})) as unknown as {
      data: { rows: readonly HandOverRow[]; givenToday: number };
    };
    expect(day.data).toMatchObject({ givenToday: 1, rows: [{ outcome: 'brought', by: 'order', title: 'kettle' }] });
    expect(day.data.rows[0]?.who).toBe('1 a**');
  });

  test('it goes with one order only, and the second one has none', async () => {
    const shop = await annWithKettle();
    const first = await bought(shop);
    const second = await bought(shop);
    expect((await detail(shop, first.orderId)).prizes).toHaveLength(1);
    expect((await detail(shop, second.orderId)).prizes).toHaveLength(0);
  });

  test('to be picked up: no order takes it', async () => {
    const shop = await annWithKettle('pick-up');
    await bought(shop);
    expect(kettleState(shop)).toBe('claimed');
  });

  test('while an order has it, it cannot be claimed otherwise', async () => {
    const shop = await annWithKettle();
    await bought(shop);
    const answer = await shop.call('ann', 'draw.claim', { prizeId: PRIZE, way: 'pick-up' });
    expect(answer).toMatchObject({ ok: false, code: 'PRIZE_GONE', detail: { state: 'in-order' } });
  });

  test('cancelled unpaid, closed at its deadline, and cancelled paid: it waits again', async () => {
    for (const end of ['cancel', 'deadline', 'paid'] as const) {
      const shop = await annWithKettle();
      const { orderId } = await bought(shop);
      if (end === 'paid') await pay(shop, orderId);
      if (end === 'deadline') await minutes(shop, 18);
      else await shop.call('ann', 'order.cancel', { orderId });
      await minutes(shop, 3);
      expect(kettleState(shop)).toBe('claimed');
      expect((await detail(shop, orderId)).prizes).toEqual([]);
      expect((await detail(shop, (await bought(shop)).orderId)).prizes).toHaveLength(1);
    }
  });

  test('its 30 days pass in a paid order that is then cancelled: 3 more days, then its unit can be won again', async () => {
    const shop = await annWithKettle();
    shop.advance(29 * DAY_MS + 20 * 60 * MINUTE_MS);
    const { orderId } = await bought(shop);
    await pay(shop, orderId);
    shop.advance(DAY_MS);
    await shop.tick();
    expect(kettleState(shop)).toBe('in-order');
    await shop.call('ann', 'order.cancel', { orderId });
    expect(shop.wallet('ann').prizes[PRIZE]).toMatchObject({ claimUntilMs: shop.nowMs + 3 * DAY_MS, lengthened: true });
    expect(shop.left(KETTLES, 'n')).toBe(2);
    shop.advance(3 * DAY_MS);
    await minutes(shop, 3);
    expect([kettleState(shop), shop.left(KETTLES, 'n')]).toEqual(['expired', 3]);
  });

  test('expired, and the draw settled after its end: the nights find an entry for every unit that moved', async () => {
    const shop = await annWithKettle('pick-up');
    shop.advance(31 * DAY_MS);
    await minutes(shop, 3);
    shop.advance(60 * DAY_MS);
    for (let day = 0; day < 3; day += 1) {
      await minutes(shop, 12);
      shop.advance(DAY_MS);
    }
    await minutes(shop, 12);
    expect([kettleState(shop), shop.left(KETTLES, 'n')]).toEqual(['expired', 0]);
    const nights = shop.engine.dump<{ _id: string; phase: string | null; differences: unknown[] }>('reconciliations');
    expect(nights.some(({ phase }) => phase === null)).toBe(true);
    expect(nights.flatMap(({ differences }) => differences)).toEqual([]);
    expect(shop.engine.dump('alerts')).toEqual([]);
  });

  test('delivered and then sent back whole: the prize stays, its unit stays won, and no other order takes it', async () => {
    const shop = await annWithKettle();
    const { orderId } = await bought(shop);
    await pay(shop, orderId);
    await deliver(shop, orderId);
    await shop.call('ann', 'order.receive', { orderId });
    const units = Object.fromEntries(shop.order(orderId).quote.lines.map(({ lineId, quantity }) => [lineId, quantity]));
    const { refundNumber } = await asked(shop, orderId, units, { reason: 'unwanted' });
    shop.asStaff('sue', ['support', 'owner']);
    if (shop.order(orderId).refunds[refundNumber]?.state === 'asked')
      await shop.staffCall('sue', 'order.decideRefund', { orderId, refundNumber, decision: 'approve-goods-first' });
    const back = await shop.staffCall('sue', 'order.goodsBack', { orderId, refundNumber, restock: true });
    expect(back).toMatchObject({ ok: true });
    await minutes(shop, 2);
    expect(shop.order(orderId).refunds[refundNumber]).toMatchObject({ isLast: true });
    expect(shop.order(orderId).effectsDueAt).toBeUndefined();
    expect([kettleState(shop), shop.left(KETTLES, 'n')]).toEqual(['handed-over', 2]);
    expect((await detail(shop, (await bought(shop)).orderId)).prizes).toEqual([]);
  });
});

describe('trouble at every write', () => {
  test.each(TROUBLES)('%s, placing: the prize is in the one order or waits', async (trouble) => {
    await atEveryWrite(async (n) => {
      const shop = await annWithKettle();
      const key = shop.key();
      const { met } = troubleAt(shop, n, trouble);
      await shop.buy('ann', { requestKey: key }).catch(() => null);
      calm(shop);
      await shop.db.playLate();
      await minutes(shop, 20);
      expect(kettleState(shop)).toBe('claimed');
      const { orderId } = await bought(shop);
      expect((await detail(shop, orderId)).prizes).toHaveLength(1);
      return met();
    });
  });

  test.each(TROUBLES)('%s, delivering: handed over once, whatever was lost', async (trouble) => {
    await atEveryWrite(async (n) => {
      const shop = await annWithKettle();
      const { orderId } = await bought(shop);
      await pay(shop, orderId);
      const { met } = troubleAt(shop, n, trouble);
      await deliver(shop, orderId).catch(() => undefined);
      calm(shop);
      await shop.db.playLate();
      await deliver(shop, orderId);
      await minutes(shop, 3);
      expect(kettleState(shop)).toBe('handed-over');
      expect(shop.left(KETTLES, 'n')).toBe(2);
      return met();
    });
  });

  test.each(TROUBLES)('%s, cancelling a paid order: it waits again, and no unit came back', async (trouble) => {
    await atEveryWrite(async (n) => {
      const shop = await annWithKettle();
      const { orderId } = await bought(shop);
      await pay(shop, orderId);
      const { met } = troubleAt(shop, n, trouble);
      await shop.call('ann', 'order.cancel', { orderId }).catch(() => null);
      calm(shop);
      await shop.db.playLate();
      await shop.call('ann', 'order.cancel', { orderId });
      await minutes(shop, 3);
      expect(kettleState(shop)).toBe('claimed');
      expect(shop.left(KETTLES, 'n')).toBe(2);
      return met();
    });
  });
});
