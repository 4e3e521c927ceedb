import { deliver, paidOrder, withAnn } from '../../../../../tests/support/ann';
import {
  annReceived,
  askExchange,
  detailOf,
  exchangeAsked,
  sueDid,
  withdraw,
} from '../../../../../tests/support/exchanging';
import { aPicture, ask, asked, linesOf, previewed } from '../../../../../tests/support/refunding';
import { SHELF, type Shop } from '../../../../../tests/support/shop';
import type { Cell } from '../../../../kernel/cell';
import { DAY_MS, MINUTE_MS } from '../../../../kernel/period';
import type { Order } from '../../document';

/** Nobody else took any: only 27 of 30 milk are there, Ann has 3. */
const milk = (shop: Shop): number => shop.left(SHELF, 'milk');
const _marks = (shop: Shop) => shop.engine.dump<Cell>('cells').flatMap(({ held }) => Object.entries(held));

describe('a unit is in one thing at a time', () => {
  test('in an open exchange it can be neither refunded nor exchanged again', async () => {
    const { shop, orderId } = await annReceived();
    await exchangeAsked(shop, orderId, { milk: 2 });
    const input = { orderId, lines: linesOf({ milk: 2 }), reason: 'missing' };
    const short = { code: 'UNITS_NOT_LEFT', detail: { lineId: 'milk', left: 1 } };
    expect(await shop.call('ann', 'order.refundPreview', input)).toMatchObject(short);
    expect(await askExchange(shop, orderId, { milk: 2 })).toMatchObject(short);
    const line = (await detailOf(shop, orderId)).paidLines.find(({ lineId }) => lineId === 'milk');
    expect(line).toMatchObject({ unitsExchanging: 2, unitsRefunding: 0, unitsRefunded: 0, unitsLeft: 1 });
  });

  test('in a refund it cannot be exchanged', async () => {
    const { shop, orderId } = await annReceived();
    await asked(shop, orderId, { milk: 3 }, { reason: 'quality' });
    expect(await askExchange(shop, orderId, { milk: 1 })).toMatchObject({ code: 'UNITS_NOT_LEFT' });
  });

  test('exchanged units are refunded later, each once, for all that was paid: ¥21.79 of 3 milk', async () => {
    const { shop, orderId } = await annReceived();
    for (let n = 0; n < 2; n += 1) {
      const no = await exchangeAsked(shop, orderId, { milk: 3 });
      await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
      await sueDid(shop, no, 'moveExchange', { to: 'handed-over' });
    }
    expect(milk(shop)).toBe(21);
    for (let n = 0; n < 3; n += 1) await asked(shop, orderId, { milk: 1 });
    expect(shop.pay.refundedFen(orderId)).toBe(2_179);
    expect(await ask(shop, orderId, { milk: 1 }, { expected: '0'.repeat(32) })).toMatchObject({
      code: 'UNITS_NOT_LEFT',
    });
  });

  test.each([1, 2, 3, 4])('a refund and an exchange of the same unit at once, seed %i: one wins', async (seed) => {
    const { shop, orderId } = await annReceived({ seed });
    const { expected } = await previewed(shop, orderId, { milk: 3 });
    const refund = () => ask(shop, orderId, { milk: 3 }, { expected });
    const exchange = () => askExchange(shop, orderId, { milk: 3 });
    const replies = await Promise.all(seed % 2 ? [refund(), exchange()] : [exchange(), refund()]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('who and when', () => {
  test('before it is there it is ORDER_STATE; delivered it stops the 3 days of self-receipt', async () => {
    const shop = await withAnn();
    shop.asStaff('sue', ['support']);
    const orderId = await paidOrder(shop);
    expect(await askExchange(shop, orderId, { milk: 1 })).toMatchObject({ code: 'ORDER_STATE' });
    await deliver(shop, orderId);
    shop.advance(DAY_MS);
    const no = await exchangeAsked(shop, orderId, { milk: 1 });
    expect(shop.order(orderId)).toMatchObject({ autoReceiveLeftMs: 2 * DAY_MS });
    await withdraw(shop, no);
    expect(shop.order(orderId)).toMatchObject({ autoReceiveAt: shop.nowMs + 2 * DAY_MS });
  });

  test('7 days after receipt it is over; what was handed over on the 6th day can be asked for until the 13th', async () => {
    const { shop, orderId } = await annReceived();
    const no = await exchangeAsked(shop, orderId, { milk: 1 });
    shop.advance(6 * DAY_MS);
    await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
    await sueDid(shop, no, 'moveExchange', { to: 'handed-over' });
    const endsMs = shop.nowMs + 7 * DAY_MS;
    shop.advance(2 * DAY_MS);
    expect(await askExchange(shop, orderId, { milk: 2 })).toMatchObject({ code: 'REFUND_TOO_LATE' });
    expect(await askExchange(shop, orderId, { rice: 1 })).toMatchObject({ code: 'REFUND_TOO_LATE' });
    const view = await detailOf(shop, orderId);
    expect([view.can, view.afterSalesUntilMs]).toEqual([['refund', 'exchange'], endsMs]);
    expect(view.paidLines.map(({ lineId, unitsLeft }) => [lineId, unitsLeft])).toEqual(
      view.paidLines.map(({ lineId }) => [lineId, lineId === 'milk' ? 1 : 0]),
    );
    await asked(shop, orderId, { milk: 1 });
    expect(await askExchange(shop, orderId, { milk: 1 })).toMatchObject({ code: 'REFUND_TOO_LATE' });
    expect((await detailOf(shop, orderId)).can).toEqual([]);
  });

  test('two that came one after the other have 7 days each: asked for together, though the second was bad once before', async () => {
    const { shop, orderId } = await annReceived();
    const exchanged = async () => {
      const no = await exchangeAsked(shop, orderId, { milk: 1 });
      await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
      await sueDid(shop, no, 'moveExchange', { to: 'handed-over' });
    };
    shop.advance(5 * DAY_MS);
    await exchanged();
    shop.advance(DAY_MS);
    await exchanged();
    shop.advance(2 * DAY_MS);
    expect((await detailOf(shop, orderId)).paidLines.find(({ lineId }) => lineId === 'milk')?.unitsLeft).toBe(2);
    await exchanged();
    expect((await detailOf(shop, orderId)).paidLines.find(({ lineId }) => lineId === 'milk')?.unitsLeft).toBe(2);
    await asked(shop, orderId, { milk: 2 });
    expect(await askExchange(shop, orderId, { milk: 1 })).toMatchObject({ code: 'REFUND_TOO_LATE' });
  });

  test('one that was money in the end is asked for no more, one that support refunds leaves the fresh one its days', async () => {
    const { shop, orderId } = await annReceived();
    shop.advance(6 * DAY_MS);
    for (let n = 0; n < 2; n += 1) {
      const no = await exchangeAsked(shop, orderId, { milk: 1 });
      await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
      await sueDid(shop, no, 'moveExchange', { to: 'handed-over' });
    }
    shop.advance(2 * DAY_MS);
    const no = await exchangeAsked(shop, orderId, { milk: 1 });
    await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
    await sueDid(shop, no, 'decideExchange', { decision: 'money' });
    const wish = { orderId, lines: linesOf({ milk: 1 }), reason: 'quality' };
    const preview = await shop.staffCall('sue', 'order.previewRefund', wish);
    const { expected } = (preview as unknown as { data: { expected: string } }).data;
    const opened = { ...wish, answer: '店长同意退', expected };
    expect(await shop.staffCall('sue', 'order.openRefund', opened, shop.key())).toMatchObject({ ok: true });
    await asked(shop, orderId, { milk: 1 });
  });

  test('out of stock on the 8th day and withdrawn: money can be asked for in the 7 days after, once, and not after them', async () => {
    const { shop, orderId } = await annReceived({ stock: { milk: 3 } });
    shop.advance(6 * DAY_MS);
    const no = await exchangeAsked(shop, orderId, { milk: 1 });
    const off = await exchangeAsked(shop, orderId, { milk: 1 });
    shop.advance(2 * DAY_MS);
    expect(await sueDid(shop, no, 'decideExchange', { decision: 'agree' })).toMatchObject({ state: 'no-stock' });
    await withdraw(shop, no);
    await withdraw(shop, off);
    const view = await detailOf(shop, orderId);
    expect([view.can, view.afterSalesUntilMs]).toEqual([['refund', 'exchange'], shop.nowMs + 7 * DAY_MS]);
    const { expected } = await previewed(shop, orderId, { milk: 1 });
    expect(await ask(shop, orderId, { milk: 2 }, { expected })).toMatchObject({ code: 'REFUND_TOO_LATE' });
    await asked(shop, orderId, { milk: 1 });
    expect(await ask(shop, orderId, { milk: 1 }, { expected })).toMatchObject({ code: 'REFUND_TOO_LATE' });
  });

  test('a neighbour’s order is unknown; goods that are not wanted are not exchanged; 20 an order', async () => {
    const { shop, orderId } = await annReceived();
    const input = { orderId, lines: linesOf({ milk: 1 }), reason: 'broken' };
    expect(await shop.call('eve', 'order.askExchange', input, shop.key())).toMatchObject({ code: 'ORDER_UNKNOWN' });
    expect(await askExchange(shop, orderId, { milk: 1 }, { reason: 'unwanted' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    for (let n = 0; n < 20; n += 1) await withdraw(shop, await exchangeAsked(shop, orderId, { milk: 1 }));
    expect(await askExchange(shop, orderId, { milk: 1 })).toMatchObject({ code: 'TOO_MANY_EXCHANGES' });
    expect((await detailOf(shop, orderId)).can).toEqual(['refund']);
  });

  test('a picture of a refund is no picture of an exchange, and the other way round', async () => {
    const { shop, orderId } = await annReceived();
    await askExchange(shop, orderId, { milk: 1 }, { pictures: [aPicture(1)] });
    const again = { pictures: [aPicture(1)] };
    expect(await askExchange(shop, orderId, { milk: 1 }, again)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await ask(shop, orderId, { milk: 1 }, { ...again, reason: 'broken' })).toMatchObject({
      ...{ code: 'INVALID_INPUT', detail: { field: 'pictures.0' } },
    });
  });

  test('the same key twice is one exchange, with other units REQUEST_KEY_REUSED', async () => {
    const { shop, orderId } = await annReceived();
    const requestKey = shop.key();
    const first = await askExchange(shop, orderId, { milk: 1 }, { requestKey });
    expect(await askExchange(shop, orderId, { milk: 1 }, { requestKey })).toEqual(first);
    expect(await askExchange(shop, orderId, { milk: 2 }, { requestKey })).toMatchObject({ code: 'REQUEST_KEY_REUSED' });
    expect(Object.keys(shop.order(orderId).exchanges ?? {})).toHaveLength(1);
  });

  test('the courier hands over, and does not decide', async () => {
    const { shop, orderId } = await annReceived();
    const no = await exchangeAsked(shop, orderId, { milk: 1 });
    shop.asStaff('carl', ['courier']);
    const which = { orderId, exchangeNumber: no };
    expect(await shop.staffCall('carl', 'order.decideExchange', { ...which, decision: 'agree' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    await sueDid(shop, no, 'decideExchange', { decision: 'agree' });
    expect(await shop.staffCall('carl', 'order.moveExchange', { ...which, to: 'dispatched' })).toMatchObject({
      data: { state: 'dispatched', contactName: 'ann' },
    });
  });

  test('cards name to courier and shop what they may do: nothing of what support decides', async () => {
    const { shop, orderId } = await annReceived();
    shop.asStaff('carl', ['courier']);
    shop.asStaff('mia', ['shop']);
    const asked = await exchangeAsked(shop, orderId, { milk: 1 });
    const agreed = await exchangeAsked(shop, orderId, { rice: 1 });
    await sueDid(shop, agreed, 'decideExchange', { decision: 'agree' });
    await ask(shop, orderId, { milk: 1 }, { reason: 'quality' });
    const cards = [
      { exchangeNumber: asked, canDo: [] },
      { exchangeNumber: agreed, canDo: ['dispatch', 'hand-over', 'goods'] },
    ];
    for (const who of ['carl', 'mia'])
      expect(await shop.staffCall(who, 'order.exchanges', {})).toMatchObject({ data: { rows: cards } });
    const { number } = shop.order(orderId);
    expect(await shop.staffCall('mia', 'order.find', { number })).toMatchObject({
      data: { rows: [{ exchanges: cards, refunds: [{ state: 'asked', canDo: [] }] }] },
    });
  });

  test('the list has the nearest deadline on top; past it one alert a step', async () => {
    const { shop, orderId } = await annReceived();
    const first = await exchangeAsked(shop, orderId, { milk: 1 });
    await sueDid(shop, first, 'decideExchange', { decision: 'agree' });
    const second = await exchangeAsked(shop, orderId, { rice: 1 });
    const listed = await shop.staffCall('sue', 'order.exchanges', {});
    expect(listed).toMatchObject({
      data: {
        counts: { exchange: 1, 'to-decide': 0 },
        rows: [{ exchangeNumber: second, dueAtMs: shop.nowMs + DAY_MS }, { exchangeNumber: first }],
      },
    });
    for (let n = 0; n < 3; n += 1) {
      shop.advance(DAY_MS + MINUTE_MS);
      await shop.tick();
    }
    const alerts = shop.engine.dump<{ _id: string; kind: string; cause: string }>('alerts');
    const own = alerts.filter(({ kind }) => kind === 'EXCHANGE_OVERDUE').map(({ cause }) => cause);
    expect(own.sort()).toEqual([`${first}:reserved:1`, `${second}:asked:0`].sort());
  });
});

test('my refunds name exchanges beside them', async () => {
  const { shop, orderId } = await annReceived();
  await exchangeAsked(shop, orderId, { milk: 1 });
  const { number } = shop.order(orderId) as Order;
  expect(await shop.call('ann', 'order.myRefunds', {})).toMatchObject({
    data: { rows: [{ kind: 'exchange', orderId, orderNumber: number, state: 'asked' }], next: null },
  });
});
