import { paidOrder as paid, withAnn } from '../../../tests/support/ann';
import { asked, receivedOrder } from '../../../tests/support/refunding';
import type { Shop } from '../../../tests/support/shop';
import { atEveryWrite, calm, TROUBLES, troubleAt } from '../../../tests/support/trouble';
import { START_MS } from '../../../tests/support/world';
import { messageId } from '../../kernel/messages';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kernel/period';
import { MESSAGE_STATES, type Message, type MessageState, remindAtMs, SENDING_MS } from './domain/message';
import { carrySend } from './operations/due';

const YES = 'order-on-its-way';
const agree = (shop: Shop, ...messages: { kind: string; about: string }[]) =>
  shop.call('ann', 'notice.agree', { messages });
const messagesOf = (shop: Shop) => shop.engine.dump<Message>('messages');
const statesOf = (shop: Shop) => messagesOf(shop).map(({ state }) => state);
const move = (shop: Shop, orderId: string, to: string) => shop.staffCall('sam', 'order.move', { orderId, to });

async function paidOrder(): Promise<{ shop: Shop; orderId: string }> {
  const shop = await withAnn();
  shop.asStaff('sam', ['shop']);
  return { shop, orderId: await paid(shop) };
}

test('the table of states: each can be reached, and all but waiting and sending are ends', () => {
  const reached = new Set<MessageState>(['waiting']);
  for (const state of reached) for (const next of MESSAGE_STATES[state]) reached.add(next);
  expect([...reached].sort()).toEqual(Object.keys(MESSAGE_STATES).sort());
  const ends = Object.entries(MESSAGE_STATES).filter(([, next]) => next.length === 0);
  expect(ends.map(([state]) => state)).toEqual(['sent', 'declined', 'failed', 'lost', 'over']);
});

describe('one consent, one send', () => {
  test('who agreed hears once that the order is on its way, and WeChat name leaves the message', async () => {
    const { shop, orderId } = await paidOrder();
    expect(await agree(shop, { kind: YES, about: orderId })).toMatchObject({ ok: true, data: { kept: [YES] } });
    await agree(shop, { kind: YES, about: orderId });
    await move(shop, orderId, 'picked');
    expect(shop.messages).toEqual([]);
    await move(shop, orderId, 'dispatched');
    await move(shop, orderId, 'dispatched');
    expect(shop.messages).toMatchObject([{ openid: 'o_ann', templateId: 'local_order_on_its_way' }]);
    expect(messagesOf(shop)).toMatchObject([{ state: 'sent', openid: '' }]);
    expect(messagesOf(shop)[0]?.nextAtMs).toBeUndefined();
  });

  test('who did not agree hears nothing, and nothing is owed', async () => {
    const { shop, orderId } = await paidOrder();
    await move(shop, orderId, 'picked');
    await move(shop, orderId, 'dispatched');
    expect([shop.messages, messagesOf(shop), shop.order(orderId).effectsDueAt]).toEqual([[], [], undefined]);
  });

  test("another's order cannot be listened to: the message is found by its own resident", async () => {
    const { shop, orderId } = await paidOrder();
    await shop.call('bob', 'notice.agree', { messages: [{ kind: YES, about: orderId }] });
    await move(shop, orderId, 'picked');
    await move(shop, orderId, 'dispatched');
    expect([shop.messages, statesOf(shop)]).toEqual([[], ['waiting']]);
  });

  test('the refund that has arrived is told once, whoever says so how often', async () => {
    const shop = await withAnn();
    shop.asStaff('sue', ['support']);
    const orderId = await receivedOrder(shop);
    const { refundNumber } = await asked(shop, orderId, { milk: 1 }, { reason: 'quality' });
    await agree(shop, { kind: 'refund-arrived', about: refundNumber });
    await shop.staffCall('sue', 'order.decideRefund', { orderId, refundNumber, decision: 'approve' });
    shop.advance(2 * MINUTE_MS);
    await shop.refundCallback(refundNumber);
    await shop.refundCallback(refundNumber);
    for (let minute = 0; minute < 3; minute += 1) {
      shop.advance(MINUTE_MS);
      await shop.tick();
    }
    expect([shop.order(orderId).refunds[refundNumber]?.state, shop.messages.length, statesOf(shop)]).toEqual([
      'succeeded',
      1,
      ['sent'],
    ]);
  });

  test.each(TROUBLES)('%s at any write of the dispatch: at most one send, and it ends', async (trouble) => {
    const sends: number[] = [];
    const writes = await atEveryWrite(async (n) => {
      const { shop, orderId } = await paidOrder();
      await agree(shop, { kind: YES, about: orderId });
      await move(shop, orderId, 'picked');
      const met = troubleAt(shop, n, trouble);
      await move(shop, orderId, 'dispatched');
      const wasMet = met.met();
      calm(shop);
      await move(shop, orderId, 'dispatched');
      shop.advance(SENDING_MS + MINUTE_MS);
      for (let minute = 0; minute < 3; minute += 1) {
        shop.advance(MINUTE_MS);
        await shop.tick();
      }
      sends.push(shop.messages.length);
      expect(['sent', 'lost']).toContain(statesOf(shop)[0]);
      return wasMet;
    });
    expect(writes).toBeGreaterThan(2);
    expect(Math.max(...sends)).toBe(1);
  });

  test('two functions that carry out the same effect at once send one message', async () => {
    const { shop, orderId } = await paidOrder();
    await agree(shop, { kind: YES, about: orderId });
    const target = messageId(YES, shop.residentId('ann'), orderId);
    const facts = { goods: '大米', number: '1' };
    const due = { kind: 'notice.send', target, op: target, at: START_MS, done: false, data: { facts } };
    const told = { causeId: orderId, residentId: shop.residentId('ann'), op: target, nowMs: START_MS };
    const carried = ['a', 'b', 'c'].map((traceId) => carrySend({ ...shop.context(), traceId }, due, told));
    expect(await Promise.all(carried)).toEqual(['done', 'done', 'done']);
    expect([shop.messages.length, statesOf(shop)]).toEqual([1, ['sent']]);
  });

  test('consent that WeChat no longer knows is declined; what it refuses has failed; what it leaves unanswered is lost', async () => {
    for (const [answer, state] of [
      [async () => 'no-consent', 'declined'],
      [async () => ({ refused: 47003 }), 'failed'],
      [() => Promise.reject(new Error('timeout')), 'lost'],
    ] as const) {
      const { shop, orderId } = await paidOrder();
      await agree(shop, { kind: YES, about: orderId });
      shop.wechat.sendSubscribeMessage = answer as never;
      await move(shop, orderId, 'picked');
      expect(await move(shop, orderId, 'dispatched')).toMatchObject({ ok: true });
      expect([statesOf(shop), shop.order(orderId).effectsDueAt]).toEqual([[state], undefined]);
    }
  });

  test('60 days without its cause: over. The 51st of a day: TOO_MANY_TRIES', async () => {
    const { shop, orderId } = await paidOrder();
    await agree(shop, { kind: YES, about: orderId });
    shop.advance(60 * DAY_MS);
    await shop.tick();
    expect(statesOf(shop)).toEqual(['over']);
    for (let i = 0; i < 50; i += 1)
      expect(await agree(shop, { kind: YES, about: `o_${i}` })).toMatchObject({ ok: true });
    expect(await agree(shop, { kind: YES, about: 'o_50' })).toMatchObject({ ok: false, code: 'TOO_MANY_TRIES' });
  });
});

describe('reminders', () => {
  const at = (hour: number, minute = 0) => START_MS - 10 * HOUR_MS + hour * HOUR_MS + minute * MINUTE_MS;

  test.each([
    ['a coupon until 15:00 tomorrow: 15:00 today', at(39), at(15)],
    ['until midnight after tomorrow: 20:00, not at night', at(72), at(44)],
    ['until 07:00: 20:00 of the evening before', at(55), at(20)],
    ['until 20:00: 20:00 the day before', at(68), at(44)],
    ['ends within a day: none', at(30), null],
  ])('%s', (_, untilMs, expected) => {
    expect(remindAtMs('coupon-expiring', untilMs, START_MS)).toBe(expected);
  });

  test('a coupon that ends in 3 days is reminded of a day before, once; used in the meantime: not at all', async () => {
    for (const state of ['usable', 'used'] as const) {
      const shop = await withAnn();
      await shop.tick();
      const wallet = shop.wallet('ann');
      const [couponId, coupon] = Object.entries(wallet.coupons)[0] ?? [];
      if (!couponId || !coupon) throw new Error('ann has no coupon');
      const untilMs = START_MS + 3 * DAY_MS;
      shop.engine.put('wallets', {
        ...wallet,
        coupons: { [couponId]: { ...coupon, validUntilMs: untilMs } },
      });
      expect(await agree(shop, { kind: 'coupon-expiring', about: couponId })).toMatchObject({ ok: true });
      shop.advance(2 * DAY_MS - MINUTE_MS);
      await shop.tick();
      expect(shop.messages).toEqual([]);
      if (state === 'used') shop.engine.put('wallets', { ...shop.wallet('ann'), coupons: {} });
      shop.advance(2 * MINUTE_MS);
      await shop.tick();
      await shop.tick();
      expect([shop.messages.length, statesOf(shop)]).toEqual(state === 'used' ? [0, ['over']] : [1, ['sent']]);
    }
  });

  test('a coupon that is not the resident’s own is not kept', async () => {
    const shop = await withAnn();
    const reply = await agree(shop, { kind: 'coupon-expiring', about: 'cl_nobodys' });
    expect([reply, messagesOf(shop)]).toMatchObject([{ ok: true, data: { kept: [] } }, []]);
  });
});
