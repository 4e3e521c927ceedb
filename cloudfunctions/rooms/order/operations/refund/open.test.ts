import { deliver, paidOrder, withAnn } from '../../../../../tests/support/ann';
import { asked, linesOf, receivedOrder, type Taken } from '../../../../../tests/support/refunding';
import { BUDGET, CAMPAIGN, SHELF, type Shop } from '../../../../../tests/support/shop';
import { DAY_MS } from '../../../../kernel/period';
import type { Envelope } from '../../../../platform/serve/envelope';
import type { OpenedRefundPreview, StaffRefundCard } from '../../contract';
import type { Refund } from '../../document';

async function seen(shop: Shop, orderId: string, units: Taken, reason = 'quality'): Promise<OpenedRefundPreview> {
  const reply = await shop.staffCall('sue', 'order.previewRefund', { orderId, lines: linesOf(units), reason });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.data as OpenedRefundPreview;
}

interface Opening {
  readonly reason?: string;
  readonly goodsFirst?: boolean;
  readonly requestKey?: string;
  readonly expected?: string;
}

async function open(shop: Shop, orderId: string, units: Taken, opening: Opening = {}): Promise<Envelope> {
  const { reason = 'quality', goodsFirst = false, requestKey = shop.key() } = opening;
  const expected = opening.expected ?? (await seen(shop, orderId, units, reason)).expected;
  const input = { orderId, lines: linesOf(units), reason, goodsFirst, answer: '店长同意退', expected };
  return shop.staffCall('sue', 'order.openRefund', input, requestKey);
}

async function opened(shop: Shop, orderId: string, units: Taken, opening: Opening = {}): Promise<StaffRefundCard> {
  const reply = await open(shop, orderId, units, opening);
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.data as StaffRefundCard;
}

/** Sue is support; Ann received 3 milk and 2 rice for ¥79.80 and 500 points so many days ago. */
async function received(daysAgo: number): Promise<{ shop: Shop; orderId: string }> {
  const shop = await withAnn();
  shop.asStaff('sue', ['support']);
  const orderId = await receivedOrder(shop);
  await shop.tick();
  shop.advance(daysAgo * DAY_MS);
  return { shop, orderId };
}

const transfer = (shop: Shop, orderId: string, refundNumber: string, transferNumber = 'B20271122') =>
  shop.staffCall('sue', 'order.mendRefund', { orderId, refundNumber, how: 'transferred', transferNumber });

/** The order with so many refunds at WeChat Pay already, of nothing. */
function withRefunds(shop: Shop, orderId: string, refund: Refund, count: number): void {
  const order = shop.order(orderId);
  const bare = { ...refund, units: {}, amounts: { ...refund.amounts, lines: {} } };
  const refunds = Object.fromEntries(Array.from({ length: count }, (_, n) => [`${orderId}-r${n + 1}`, bare]));
  shop.engine.put('orders', { ...order, refunds } as never);
}

test('8 days after receipt Ann cannot ask, support opens it: ¥7.26 by WeChat Pay at once, with who and why', async () => {
  const { shop, orderId } = await received(8);
  const asking = { orderId, lines: linesOf({ milk: 1 }), reason: 'quality' };
  expect(await shop.call('ann', 'order.refundPreview', asking)).toMatchObject({ code: 'REFUND_TOO_LATE' });
  expect(await seen(shop, orderId, { milk: 1 })).toMatchObject({ paidBy: 'wechat', sums: { amountFen: 726 } });
  const card = await opened(shop, orderId, { milk: 1 });
  expect(card).toMatchObject({ state: 'accepted', answer: '店长同意退', cause: 'after-sales', note: '' });
  expect(shop.pay.refundedFen(orderId)).toBe(726);
  const { timeline } = shop.order(orderId).refunds[card.refundNumber] ?? {};
  expect(timeline?.due).toMatchObject({ by: 'staff', who: 'sue' });
  const log = shop.engine.dump<{ _id: string; operation: string; after: object }>('staffLog');
  expect(log.filter(({ operation }) => operation === 'order.openRefund')).toMatchObject([
    { target: orderId, staffName: 'sue', after: { answer: '店长同意退', lines: linesOf({ milk: 1 }) } },
  ]);
  await shop.tick();
  expect(shop.left(SHELF, 'milk')).toBe(27);
});

test('what support opened does not use up what goes back to Ann without review', async () => {
  const { shop, orderId } = await received(1);
  await opened(shop, orderId, { rice: 2 });
  const { refundNumber } = await asked(shop, orderId, { milk: 1 });
  expect(shop.order(orderId).refunds[refundNumber]?.state).toBe('accepted');
});

test('with the goods first it waits for them, and goes with them', async () => {
  const { shop, orderId } = await received(30);
  const card = await opened(shop, orderId, { milk: 1 }, { goodsFirst: true });
  expect([card.state, shop.pay.refundedFen(orderId)]).toEqual(['goods-to-come', 0]);
  const input = { orderId, refundNumber: card.refundNumber, restock: true };
  await shop.staffCall('sue', 'order.goodsBack', input);
  await shop.tick();
  expect([shop.pay.refundedFen(orderId), shop.left(SHELF, 'milk')]).toEqual([726, 28]);
});

test.each([
  [364, 'wechat', 'accepted', 726],
  [366, 'transfer', 'refused', 0],
])('%i days after payment it goes by %s: %s, %i fen by WeChat Pay', async (days, paidBy, state, fen) => {
  const { shop, orderId } = await received(days);
  expect((await seen(shop, orderId, { milk: 1 })).paidBy).toBe(paidBy);
  expect(await opened(shop, orderId, { milk: 1 })).toMatchObject({ state });
  expect(shop.pay.refundedFen(orderId)).toBe(fen);
});

test('past 365 days it waits in trouble for the transfer, never asks WeChat Pay, and ends with its number', async () => {
  const { shop, orderId } = await received(400);
  const { refundNumber } = await opened(shop, orderId, { milk: 3, rice: 2 });
  expect(shop.order(orderId).refunds[refundNumber]).toMatchObject({ state: 'refused', refusal: 'BY_HAND' });
  for (let n = 0; n < 3; n += 1) await shop.tick();
  const list = await shop.staffCall('sue', 'order.refunds', { tab: 'trouble' });
  expect(list).toMatchObject({ data: { rows: [{ refundNumber, refusal: 'BY_HAND', canDo: ['mend'] }] } });
  const again = { orderId, refundNumber, how: 'again' };
  expect(await shop.staffCall('sue', 'order.mendRefund', again)).toMatchObject({ code: 'REFUND_TOO_LATE' });
  expect(await transfer(shop, orderId, refundNumber)).toMatchObject({ data: { state: 'transferred' } });
  expect(shop.order(orderId)).toMatchObject({
    refunds: { [refundNumber]: { transferNumber: 'B20271122', isLast: true } },
  });
  expect(shop.pay.refundNumbers(orderId)).toEqual([]);
  expect(shop.order(orderId).effectsDueAt).toBeUndefined();
  expect([shop.left(BUDGET, CAMPAIGN), shop.wallet('ann').coupons.c1?.status.state]).toEqual([1_000_000, 'returned']);
  expect(await open(shop, orderId, { milk: 1 }, { expected: '0'.repeat(32) })).toMatchObject({
    code: 'NOTHING_TO_REFUND',
  });
});

test.each([
  [49, 'wechat'],
  [50, 'transfer'],
])('after %i refunds of the payment a single unit, which Ann may not ask for, goes by %s', async (count, paidBy) => {
  const { shop, orderId } = await received(1);
  const { refundNumber } = await asked(shop, orderId, { milk: 1 });
  const first = shop.order(orderId).refunds[refundNumber];
  if (!first) throw new Error('no refund');
  withRefunds(shop, orderId, first, count);
  const asking = { orderId, lines: linesOf({ milk: 1 }), reason: 'quality' };
  expect(await shop.call('ann', 'order.refundPreview', asking)).toMatchObject({ code: 'TOO_MANY_REFUNDS' });
  expect((await seen(shop, orderId, { milk: 1 })).paidBy).toBe(paidBy);
});

test('what is paid by hand is none of the 50: when one of them is declined, WeChat Pay has room for one more', async () => {
  const { shop, orderId } = await received(1);
  const { refundNumber } = await asked(shop, orderId, { milk: 1 });
  const first = shop.order(orderId).refunds[refundNumber];
  if (!first) throw new Error('no refund');
  withRefunds(shop, orderId, first, 50);
  await opened(shop, orderId, { milk: 1 });
  expect((await seen(shop, orderId, { milk: 1 })).paidBy).toBe('transfer');
  const order = shop.order(orderId);
  const declined = { [`${orderId}-r1`]: { ...first, units: {}, state: 'declined' } };
  shop.engine.put('orders', { ...order, refunds: { ...order.refunds, ...declined } } as never);
  expect((await seen(shop, orderId, { milk: 1 })).paidBy).toBe('wechat');
});

test('residents make 80 records of an order, support up to 99', async () => {
  const { shop, orderId } = await received(1);
  const { refundNumber } = await asked(shop, orderId, { milk: 1 }, { reason: 'quality' });
  const first = shop.order(orderId).refunds[refundNumber];
  if (!first) throw new Error('no refund');
  const asking = { orderId, lines: linesOf({ milk: 1 }), reason: 'quality' };
  const ended = { ...first, state: 'withdrawn' } as const;
  withRefunds(shop, orderId, ended, 80);
  expect(await shop.call('ann', 'order.refundPreview', asking)).toMatchObject({ code: 'TOO_MANY_REFUNDS' });
  withRefunds(shop, orderId, ended, 98);
  expect(await opened(shop, orderId, { milk: 1 })).toMatchObject({ refundNumber: `${orderId}-r99` });
  expect(await shop.staffCall('sue', 'order.previewRefund', asking)).toMatchObject({ code: 'TOO_MANY_REFUNDS' });
});

test('what changed since support looked is REFUND_CHANGED; the same key twice is once, with other units REQUEST_KEY_REUSED', async () => {
  const { shop, orderId } = await received(8);
  const { expected } = await seen(shop, orderId, { milk: 1 });
  await opened(shop, orderId, { milk: 1 });
  expect(await open(shop, orderId, { milk: 1 }, { expected })).toMatchObject({ code: 'REFUND_CHANGED' });
  const requestKey = shop.key();
  const twice = [1, 2].map(() => ({ requestKey }));
  const { expected: now } = await seen(shop, orderId, { milk: 1 });
  for (const one of twice)
    expect(await open(shop, orderId, { milk: 1 }, { ...one, expected: now })).toMatchObject({ ok: true });
  expect(Object.keys(shop.order(orderId).refunds)).toHaveLength(2);
  expect(await open(shop, orderId, { rice: 1 }, { requestKey })).toMatchObject({ code: 'REQUEST_KEY_REUSED' });
});

test('before dispatch it is ORDER_STATE, of units that are gone UNITS_NOT_LEFT; a courier is FORBIDDEN', async () => {
  const shop = await withAnn();
  shop.asStaff('sue', ['support']);
  const orderId = await paidOrder(shop);
  const input = { orderId, lines: linesOf({ milk: 4 }), reason: 'quality' };
  expect(await shop.staffCall('sue', 'order.previewRefund', input)).toMatchObject({ code: 'ORDER_STATE' });
  await deliver(shop, orderId);
  expect(await shop.staffCall('sue', 'order.previewRefund', input)).toMatchObject({ code: 'UNITS_NOT_LEFT' });
  shop.asStaff('carl', ['courier']);
  expect(await shop.staffCall('carl', 'order.previewRefund', input)).toMatchObject({ code: 'FORBIDDEN' });
});

test('the number that Ann reads out finds her order, with what is left of it; another finds none', async () => {
  const { shop, orderId } = await received(8);
  const { number } = shop.order(orderId);
  expect(await shop.staffCall('sue', 'order.find', { number })).toMatchObject({
    data: { rows: [{ orderId, number, contactName: 'a**', can: ['open-refund'] }] },
  });
  const other = String(Number(number) + 1);
  expect(await shop.staffCall('sue', 'order.find', { number: other })).toMatchObject({ data: { rows: [] } });
});
