import { deliver, paidOrder, withAnn } from '../../../../../tests/support/ann';
import { asked, linesOf, previewed, receivedOrder } from '../../../../../tests/support/refunding';
import { BUDGET, CAMPAIGN, SHELF, type Shop } from '../../../../../tests/support/shop';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../../../tests/support/trouble';
import type { Cell } from '../../../../kernel/cell';
import { MINUTE_MS } from '../../../../kernel/period';
import { pointsBalance } from '../../../loyalty';
import type { Order } from '../../document';

async function atRest(shop: Shop): Promise<void> {
  calm(shop);
  await shop.db.playLate();
  for (let minute = 0; minute < 8; minute += 1) {
    shop.advance(MINUTE_MS);
    await shop.tick();
  }
}

const BACK = new Set(['due', 'accepted', 'succeeded']);

/** Money, points, stock and budget are what the order's refunds say, no more and no less; nothing is owed any more. */
function expectSound(shop: Shop, orderId: string): void {
  const order = shop.order(orderId);
  expect(order.effectsDueAt).toBeUndefined();
  const given = Object.values(order.refunds).filter(({ state }) => BACK.has(state));
  const total = (of: (refund: Order['refunds'][string]) => number) =>
    given.reduce((sum, refund) => sum + of(refund), 0);
  expect(shop.pay.refundedFen(orderId)).toBe(total(({ amounts }) => amounts.amountFen));
  for (const { lineId, quantity, paidFen } of order.quote.lines) {
    expect(total(({ units }) => units[lineId] ?? 0)).toBeLessThanOrEqual(quantity);
    expect(total(({ amounts }) => amounts.lines[lineId]?.paidFen ?? 0)).toBeLessThanOrEqual(paidFen);
  }
  const earned = order.state === 'received' ? Math.floor((7_980 - total(({ amounts }) => amounts.goodsFen)) / 100) : 0;
  expect(pointsBalance(shop.wallet('ann'))).toBe(total(({ amounts }) => amounts.pointsBack) + earned);
  const shelved = order.state === 'received' || order.state === 'delivered' ? 0 : total(({ units }) => units.milk ?? 0);
  expect(shop.left(SHELF, 'milk')).toBe(27 + shelved);
  expect(shop.engine.dump<Cell>('cells').map(({ open }) => open)).not.toContain(1);
}

describe.each(TROUBLES)('%s at every single write', (trouble) => {
  test('an instant refund: the same key tells one story, and it is given once', async () => {
    const writes = await atEveryWrite(async (n) => {
      const shop = await withAnn();
      const orderId = await receivedOrder(shop);
      await shop.tick();
      const { expected } = await previewed(shop, orderId, { milk: 1 });
      const input = { orderId, lines: linesOf({ milk: 1 }), reason: 'missing', expected };
      const key = shop.key();
      const { met } = troubleAt(shop, n, trouble);
      await shop.call('ann', 'order.askRefund', input, key);
      calm(shop);
      expect(await shop.call('ann', 'order.askRefund', input, key)).toMatchObject({
        ok: true,
        data: { refundNumber: `${orderId}-r1` },
      });
      await atRest(shop);
      expect(shop.pay.refundNumbers(orderId)).toEqual([`${orderId}-r1`]);
      expectSound(shop, orderId);
      return met();
    });
    expect(writes).toBeGreaterThanOrEqual(3);
  });

  test('the last units after receipt, decided by support: everything once', async () => {
    const writes = await atEveryWrite(async (n) => {
      const shop = await withAnn();
      shop.asStaff('sue', ['support']);
      const orderId = await receivedOrder(shop);
      await shop.tick();
      const { refundNumber } = await asked(shop, orderId, { milk: 3, rice: 2 }, { reason: 'quality' });
      const { met } = troubleAt(shop, n, trouble);
      await shop.staffCall('sue', 'order.decideRefund', { orderId, refundNumber, decision: 'approve' });
      calm(shop);
      await shop.staffCall('sue', 'order.decideRefund', { orderId, refundNumber, decision: 'approve' });
      await atRest(shop);
      expectSound(shop, orderId);
      expect([shop.left(BUDGET, CAMPAIGN), shop.wallet('ann').coupons.c1?.status.state]).toEqual([
        1_000_000,
        'returned',
      ]);
      expect(shop.wallet('ann').chances).toEqual({});
      return met();
    });
    expect(writes).toBeGreaterThanOrEqual(3);
  });

  test('lines cancelled before dispatch: goods and money once', async () => {
    const writes = await atEveryWrite(async (n) => {
      const shop = await withAnn();
      const orderId = await paidOrder(shop);
      await shop.tick();
      const { expected } = await previewed(shop, orderId, { milk: 2 });
      const input = { orderId, lines: linesOf({ milk: 2 }), reason: 'unwanted', expected };
      const key = shop.key();
      const { met } = troubleAt(shop, n, trouble);
      await shop.call('ann', 'order.askRefund', input, key);
      calm(shop);
      await shop.call('ann', 'order.askRefund', input, key);
      await atRest(shop);
      expectSound(shop, orderId);
      return met();
    });
    expect(writes).toBeGreaterThanOrEqual(3);
  });
});

describe('at once', () => {
  test('the same unit asked for twice under two keys: one gets it, the other is told that it changed', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    const { expected } = await previewed(shop, orderId, { milk: 3 });
    const input = { orderId, lines: linesOf({ milk: 3 }), reason: 'missing', expected };
    const replies = await Promise.all([1, 2].map(() => shop.call('ann', 'order.askRefund', input, shop.key())));
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['UNITS_NOT_LEFT', 'ok']);
    await atRest(shop);
    expectSound(shop, orderId);
  });

  test('ten refunds of one unit each, of five units: no fen too many', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    await shop.tick();
    const wishes = await Promise.all(
      ['milk', 'rice'].map(async (line) => ({ line, seen: await previewed(shop, orderId, { [line]: 1 }) })),
    );
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, n) => {
        const { line, seen } = wishes[n % 2] ?? { line: 'milk', seen: { expected: '' } };
        const input = { orderId, lines: linesOf({ [line]: 1 }), reason: 'missing', expected: seen.expected };
        return shop.call('ann', 'order.askRefund', input, shop.key());
      }),
    );
    expect(replies.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(2);
    await atRest(shop);
    expectSound(shop, orderId);
  });

  test.each([1, 2, 3, 4, 5, 6])(
    'a refund and the receipt, seed %i: points are earned on what is left',
    async (seed) => {
      const shop = await withAnn({ seed });
      shop.asStaff('sue', ['support']);
      const orderId = await paidOrder(shop);
      await deliver(shop, orderId);
      await shop.tick();
      const { refundNumber } = await asked(shop, orderId, { milk: 1 }, { reason: 'quality' });
      const late = shop.random.below(2) === 1;
      const approve = () => shop.staffCall('sue', 'order.decideRefund', { orderId, refundNumber, decision: 'approve' });
      const receive = () => shop.call('ann', 'order.receive', { orderId });
      await Promise.all(late ? [receive(), approve()] : [approve(), receive()]);
      await atRest(shop);
      expect(shop.order(orderId)).toMatchObject({
        state: 'received',
        refunds: { [refundNumber]: { state: 'succeeded' } },
      });
      expectSound(shop, orderId);
    },
  );

  test.each(['approve first', 'withdraw first'])('a decision and a withdrawal, %s: one of them wins', async (order) => {
    const shop = await withAnn();
    shop.asStaff('sue', ['support']);
    const orderId = await receivedOrder(shop);
    const { refundNumber } = await asked(shop, orderId, { milk: 1 }, { reason: 'quality' });
    const decide = () => shop.staffCall('sue', 'order.decideRefund', { orderId, refundNumber, decision: 'approve' });
    const withdraw = () => shop.call('ann', 'order.withdrawRefund', { orderId, refundNumber });
    const both = order === 'approve first' ? [decide, withdraw] : [withdraw, decide];
    const replies = await Promise.all(both.map((act) => act()));
    await atRest(shop);
    const { state } = shop.order(orderId).refunds[refundNumber] ?? {};
    expect(['succeeded', 'withdrawn']).toContain(state);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expectSound(shop, orderId);
  });

  test('a line is cancelled while the whole order is: all that was paid, once', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    const { expected } = await previewed(shop, orderId, { milk: 1 });
    const input = { orderId, lines: linesOf({ milk: 1 }), reason: 'unwanted', expected };
    await Promise.all([
      shop.call('ann', 'order.askRefund', input, shop.key()),
      shop.call('ann', 'order.cancel', { orderId }),
    ]);
    await atRest(shop);
    expect([shop.order(orderId).state, shop.pay.refundedFen(orderId)]).toEqual(['cancelled', 7_980]);
    expect([shop.left(SHELF, 'milk'), shop.left(BUDGET, CAMPAIGN)]).toEqual([30, 1_000_000]);
  });
});
