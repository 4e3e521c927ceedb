import { deliver, paidOrder, withAnn } from '../../../../../tests/support/ann';
import { aPicture, ask, asked, linesOf, previewed, receivedOrder } from '../../../../../tests/support/refunding';
import { DAY_MS } from '../../../../kernel/period';
import type { Order } from '../../document';

const SHOT = [aPicture(1)];

describe('refusals name the field and what is left', () => {
  test.each([
    [{ milk: 4 }, { field: 'lines.0.units', lineId: 'milk', left: 3 }],
    [
      { milk: 1, rice: 3 },
      { field: 'lines.1.units', lineId: 'rice', left: 2 },
    ],
    [{ eggs: 1 }, { field: 'lines.0.units', lineId: 'eggs', left: 0 }],
  ])('%j of milk 3 and rice 2 is UNITS_NOT_LEFT %j', async (units, detail) => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    const input = { orderId, lines: linesOf(units as never), reason: 'missing' };
    expect(await shop.call('ann', 'order.refundPreview', input)).toMatchObject({ code: 'UNITS_NOT_LEFT', detail });
  });

  test('an order of which nothing is left is NOTHING_TO_REFUND', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    await asked(shop, orderId, { milk: 3, rice: 2 }, { reason: 'quality' });
    expect(await ask(shop, orderId, { milk: 1 }, { expected: '0'.repeat(32) })).toMatchObject({
      code: 'NOTHING_TO_REFUND',
    });
  });

  test('an order that was not paid is ORDER_STATE, a neighbour’s is ORDER_UNKNOWN', async () => {
    const shop = await withAnn();
    const { orderId } = await shop.buy('ann');
    const input = { orderId, lines: linesOf({ milk: 1 }), reason: 'missing' };
    expect(await shop.call('ann', 'order.refundPreview', input)).toMatchObject({ code: 'ORDER_STATE' });
    expect(await shop.call('eve', 'order.refundPreview', input)).toMatchObject({ code: 'ORDER_UNKNOWN' });
  });

  test('7 days after receipt to the millisecond it is REFUND_TOO_LATE, a millisecond before it is not', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    shop.advance(7 * DAY_MS - 1);
    await previewed(shop, orderId, { milk: 1 });
    shop.advance(1);
    const input = { orderId, lines: linesOf({ milk: 1 }), reason: 'missing' };
    expect(await shop.call('ann', 'order.refundPreview', input)).toMatchObject({
      code: 'REFUND_TOO_LATE',
      detail: { untilMs: shop.nowMs },
    });
    expect(await shop.call('ann', 'order.detail', { orderId })).toMatchObject({
      data: { can: [], afterSalesUntilMs: null },
    });
  });
});

test.each([
  [48, { milk: 1 }, 'ok'],
  [49, { milk: 1 }, 'TOO_MANY_REFUNDS'],
  [49, { milk: 3, rice: 2 }, 'ok'],
  [50, { milk: 3, rice: 2 }, 'TOO_MANY_REFUNDS'],
])('after %i refunds of the payment, %j is %s: the 50th is the whole remainder', async (before, units, code) => {
  const shop = await withAnn();
  const orderId = await receivedOrder(shop);
  const { refundNumber } = await asked(shop, orderId, { milk: 1 });
  const order = shop.order(orderId);
  const one = order.refunds[refundNumber];
  const bare = { ...one, units: {}, amounts: { ...one?.amounts, lines: {} } };
  const refunds = Object.fromEntries(Array.from({ length: before }, (_, n) => [`${orderId}-r${n + 1}`, bare]));
  shop.engine.put('orders', { ...order, refunds } as never);
  const input = { orderId, lines: linesOf(units as never), reason: 'unwanted' };
  const reply = await shop.call('ann', 'order.refundPreview', input);
  expect(reply.ok ? 'ok' : reply.code).toBe(code);
});

describe('the way', () => {
  test.each([
    ['missing, no picture', 'missing', [], 'accepted'],
    ['broken, with a picture', 'broken', SHOT, 'accepted'],
    ['broken, no picture', 'broken', [], 'asked'],
    ['unwanted', 'unwanted', [], 'goods-to-come'],
  ] as const)('after receipt, %s: %s %j is %s', async (_, reason, pictures, state) => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    const { order, refundNumber } = await asked(shop, orderId, { milk: 1 }, { reason, pictures });
    expect(order.refunds.find((refund) => refund.refundNumber === refundNumber)?.state).toBe(state);
  });

  test('instant refunds of an order stay within ¥50 together: ¥29.00 and ¥7.26 are, ¥29.01 more is reviewed', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    await asked(shop, orderId, { rice: 1 });
    expect((await previewed(shop, orderId, { milk: 1 })).way).toBe('instant');
    await asked(shop, orderId, { milk: 1 });
    const seen = await previewed(shop, orderId, { rice: 1 });
    expect(seen).toMatchObject({ way: 'review', decideByMs: shop.nowMs + DAY_MS });
  });

  test('between dispatch and receipt nothing is instant', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    await deliver(shop, orderId);
    expect((await previewed(shop, orderId, { milk: 1 })).way).toBe('review');
    expect((await previewed(shop, orderId, { milk: 1 }, 'unwanted')).way).toBe('goods-first');
  });
});

describe('freight', () => {
  const withFreight = (order: Order) => {
    const freight = { ...order.quote.freight, paidFen: 500, points: 0 };
    const quote = { ...order.quote, freight, payableFen: order.payableFen + 500 };
    return { ...order, quote, payableFen: order.payableFen + 500 } as never;
  };

  test('comes back once, with the first refund that is the shop’s fault', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    shop.engine.put('orders', withFreight(shop.order(orderId)));
    expect((await previewed(shop, orderId, { milk: 1 }, 'unwanted')).sums).toMatchObject({ freightFen: 0 });
    expect((await previewed(shop, orderId, { milk: 1 }, 'missing')).sums).toMatchObject({
      ...{ freightFen: 500, goodsFen: 726, amountFen: 1_226 },
    });
    await asked(shop, orderId, { milk: 1 }, { reason: 'broken' });
    expect((await previewed(shop, orderId, { milk: 1 }, 'missing')).sums).toMatchObject({ freightFen: 0 });
  });

  test('of a request that is withdrawn goes with the next that waits', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    shop.engine.put('orders', withFreight(shop.order(orderId)));
    const first = await asked(shop, orderId, { milk: 1 }, { reason: 'broken' });
    const second = await asked(shop, orderId, { milk: 1 }, { reason: 'broken' });
    await shop.call('ann', 'order.withdrawRefund', { orderId, refundNumber: first.refundNumber });
    expect(shop.order(orderId).refunds[second.refundNumber]?.amounts).toMatchObject({
      freightFen: 500,
      amountFen: 1_226,
    });
  });

  test('stays with single lines cancelled before dispatch, and comes with the last of them', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    shop.engine.put('orders', withFreight(shop.order(orderId)));
    expect((await previewed(shop, orderId, { milk: 3 })).sums.freightFen).toBe(0);
    expect((await previewed(shop, orderId, { milk: 3, rice: 2 })).sums).toMatchObject({
      freightFen: 500,
      isLast: true,
    });
  });
});

describe('self-receipt', () => {
  test('stands still while a refund is open, and goes on with what was left of the 3 days', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    await deliver(shop, orderId);
    shop.advance(DAY_MS);
    const { refundNumber } = await asked(shop, orderId, { milk: 1 }, { reason: 'broken' });
    expect(shop.order(orderId)).toMatchObject({ autoReceiveLeftMs: 2 * DAY_MS });
    shop.advance(5 * DAY_MS);
    await shop.tick();
    expect(shop.order(orderId).state).toBe('delivered');
    await shop.call('ann', 'order.withdrawRefund', { orderId, refundNumber });
    expect(shop.order(orderId)).toMatchObject({ autoReceiveAt: shop.nowMs + 2 * DAY_MS });
    shop.advance(2 * DAY_MS - 1);
    await shop.tick();
    expect(shop.order(orderId).state).toBe('delivered');
    shop.advance(1);
    await shop.tick();
    expect(shop.order(orderId).state).toBe('received');
  });

  test('begins to stand still at delivery where the refund was asked for on the way', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    shop.asStaff('bob', ['shop']);
    for (const to of ['picked', 'dispatched']) await shop.staffCall('bob', 'order.move', { orderId, to });
    await asked(shop, orderId, { milk: 1 }, { reason: 'unwanted' });
    await shop.staffCall('bob', 'order.move', { orderId, to: 'delivered' });
    expect(shop.order(orderId)).toMatchObject({ state: 'delivered', autoReceiveLeftMs: 3 * DAY_MS });
    expect(shop.order(orderId).autoReceiveAt).toBeUndefined();
  });
});
