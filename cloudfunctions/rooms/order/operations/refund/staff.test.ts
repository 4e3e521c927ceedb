import { deliver, paidOrder, withAnn } from '../../../../../tests/support/ann';
import { asked, linesOf, listed, previewed, receivedOrder, toDecide } from '../../../../../tests/support/refunding';
import { BUDGET, CAMPAIGN, SHELF, type Shop } from '../../../../../tests/support/shop';
import { MINUTE_MS } from '../../../../kernel/period';
import type { Order } from '../../document';

const DECLINE = { decision: 'decline', answer: '照片里看不出来' };

const log = (shop: Shop, operation: string) =>
  shop.engine.dump<{ _id: string; operation: string }>('staffLog').filter((entry) => entry.operation === operation);

describe('deciding', () => {
  test.each([
    ['approve', 'accepted', 726],
    ['approve-goods-first', 'goods-to-come', 0],
    ['decline', 'declined', 0],
  ] as const)('%s: the refund is %s, twice is once, and one line in the log', async (decision, state, backFen) => {
    const { shop, orderId, refundNumber } = await toDecide();
    const input = { orderId, refundNumber, decision, answer: '看过照片了' };
    for (let n = 0; n < 2; n += 1)
      expect(await shop.staffCall('sue', 'order.decideRefund', input)).toMatchObject({ ok: true, data: { state } });
    expect(shop.pay.refundedFen(orderId)).toBe(backFen);
    expect(log(shop, 'order.decideRefund')).toMatchObject([
      { target: orderId, before: { refundNumber, state: 'asked' }, after: { decision } },
    ]);
    const view = (await shop.call('ann', 'order.detail', { orderId })) as unknown as {
      data: { refunds: { answer: string; timeline: { state: string; by: string }[] }[] };
    };
    expect(view.data.refunds[0]).toMatchObject({ answer: '看过照片了' });
    expect(view.data.refunds[0]?.timeline[1]?.by).toBe('staff');
  });

  test('what is owed can be neither declined nor withdrawn any more', async () => {
    const { shop, orderId, refundNumber } = await toDecide();
    await shop.staffCall('sue', 'order.decideRefund', { orderId, refundNumber, decision: 'approve' });
    const decline = { orderId, refundNumber, ...DECLINE };
    expect(await shop.staffCall('sue', 'order.decideRefund', decline)).toMatchObject({ code: 'REFUND_STATE' });
    expect(await shop.call('ann', 'order.withdrawRefund', { orderId, refundNumber })).toMatchObject({
      code: 'REFUND_STATE',
      detail: { state: 'accepted' },
    });
  });

  test('a refund that is not there is REFUND_UNKNOWN; a courier is FORBIDDEN', async () => {
    const { shop, orderId } = await toDecide();
    const input = { orderId, refundNumber: `${orderId}-r9`, decision: 'approve' };
    expect(await shop.staffCall('sue', 'order.decideRefund', input)).toMatchObject({
      code: 'REFUND_UNKNOWN',
      detail: { field: 'refundNumber' },
    });
    shop.asStaff('carl', ['courier']);
    expect(await shop.staffCall('carl', 'order.decideRefund', input)).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('declined or withdrawn, the units can be asked for again', async () => {
    const { shop, orderId, refundNumber } = await toDecide();
    await shop.staffCall('sue', 'order.decideRefund', { orderId, refundNumber, ...DECLINE });
    expect((await previewed(shop, orderId, { milk: 3 })).sums.goodsFen).toBe(2_179);
  });
});

describe('goods that come back', () => {
  test.each([
    [true, 28],
    [false, 27],
  ])('restock %s: the money goes back, the shelf holds %i milk; twice is once', async (restock, left) => {
    const shop = await withAnn();
    shop.asStaff('sue', ['support']);
    const orderId = await receivedOrder(shop);
    const { refundNumber } = await asked(shop, orderId, { milk: 1 }, { reason: 'unwanted' });
    expect((await listed(shop, 'goods-to-come')).rows).toMatchObject([
      { refundNumber, canDo: ['goods-back', 'decline'] },
    ]);
    for (let n = 0; n < 2; n += 1) await shop.staffCall('sue', 'order.goodsBack', { orderId, refundNumber, restock });
    expect([shop.left(SHELF, 'milk'), shop.pay.refundedFen(orderId)]).toEqual([left, 726]);
    expect(log(shop, 'order.goodsBack')).toHaveLength(1);
  });

  test('money waits for nothing but the goods: goods-back of what waits for a decision is REFUND_STATE', async () => {
    const { shop, orderId, refundNumber } = await toDecide();
    const input = { orderId, refundNumber, restock: true };
    expect(await shop.staffCall('sue', 'order.goodsBack', input)).toMatchObject({ code: 'REFUND_STATE' });
  });
});

describe('a gift whose goods go back', () => {
  /** A basket worth ¥5.00, given for two milk. */
  const withGift = (order: Order) => {
    const lineId = 'gift:basket';
    const trigger = { form: 'units', needs: [{ lineIds: ['milk'], units: 2 }], giftsEach: 1, maxTimes: null };
    const funding = { shopFen: 500, merchantsFen: {} };
    const gift = { lineId, skuId: 'eggs', quantity: 1, valueUnitFen: 500, offerId: 'basket', campaignId: CAMPAIGN };
    const gifts = [{ ...gift, title: '满 2 件送', substituteFor: null, trigger, funding }];
    const good = {
      lineId,
      skuId: 'eggs',
      productId: 'eggs',
      name: '小篮子',
      spec: '',
      picture: 'p',
      tint: 'oat',
      quantity: 1,
    };
    const holds = (order.holds ?? []).map((hold) =>
      hold.cellId === SHELF ? { ...hold, q: { ...hold.q, eggs: 1 } } : hold,
    );
    return { ...order, quote: { ...order.quote, gifts }, gifts: [good], holds } as never;
  };

  async function giftOrder(shop: Shop): Promise<string> {
    shop.asStaff('sue', ['support']);
    const orderId = await receivedOrder(shop);
    shop.engine.put('orders', withGift(shop.order(orderId)));
    return orderId;
  }

  test('is deducted where it is kept, named beforehand, and its value comes back once with it', async () => {
    const shop = await withAnn();
    const orderId = await giftOrder(shop);
    expect((await previewed(shop, orderId, { milk: 1 })).sums).toMatchObject({ deductedFen: 0, gifts: [] });
    const seen = await previewed(shop, orderId, { milk: 2 });
    expect(seen.sums).toMatchObject({
      ...{ goodsFen: 1_452, deductedFen: 500, amountFen: 952 },
      gifts: [{ good: { name: '小篮子' }, units: 1, deductedFen: 500 }],
    });
    const { refundNumber } = await asked(shop, orderId, { milk: 2 });
    expect(shop.pay.refundedFen(orderId)).toBe(952);
    const toCome = () => shop.staffCall('sue', 'order.refunds', { tab: 'goods-to-come' });
    expect(await toCome()).toMatchObject({
      data: { rows: [{ refundNumber, canDo: ['gift-back', 'write-off-gift'] }] },
    });
    for (let n = 0; n < 2; n += 1)
      expect(await shop.staffCall('sue', 'order.giftBack', { orderId, refundNumber })).toMatchObject({ ok: true });
    expect([shop.pay.refundedFen(orderId), shop.pay.refundNumbers(orderId).length]).toEqual([1_452, 2]);
    expect(await toCome()).toMatchObject({ data: { rows: [] } });
    expect((await previewed(shop, orderId, { milk: 1 })).sums.deductedFen).toBe(0);
  });

  test('whose cause is kept after all is deducted no more: the money goes back by itself', async () => {
    const shop = await withAnn();
    const orderId = await giftOrder(shop);
    const waits = await asked(shop, orderId, { milk: 1 }, { reason: 'quality' });
    const { refundNumber } = await asked(shop, orderId, { milk: 1 });
    expect(shop.order(orderId).refunds[refundNumber]?.amounts).toMatchObject({ amountFen: 226, deductedFen: 500 });
    const decline = { orderId, refundNumber: waits.refundNumber, ...DECLINE };
    await shop.staffCall('sue', 'order.decideRefund', decline);
    expect(shop.pay.refundedFen(orderId)).toBe(726);
    expect(shop.order(orderId).refunds[`${orderId}-r3`]).toMatchObject({ cause: 'gift-back', state: 'accepted' });
    expect(await shop.staffCall('sue', 'order.giftBack', { orderId, refundNumber })).toMatchObject({
      code: 'REFUND_STATE',
    });
  });

  test('was not handed out before dispatch: it goes back to its shelf, and nothing is deducted', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    shop.engine.put('orders', withGift(shop.order(orderId)));
    const seen = await previewed(shop, orderId, { milk: 2 });
    expect(seen.sums).toMatchObject({ goodsFen: 1_452, deductedFen: 0, amountFen: 1_452 });
    await asked(shop, orderId, { milk: 2 });
    expect([shop.left(SHELF, 'milk'), shop.left(SHELF, 'eggs')]).toEqual([29, 31]);
  });
});

describe('lines that the shop cancels', () => {
  test('go back at once under one key; the last of them cancel the order, and the first-order right returns', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    shop.asStaff('bob', ['shop']);
    const key = shop.key();
    const milk = { orderId, lines: linesOf({ milk: 3 }), answer: '今天没到货' };
    for (let n = 0; n < 2; n += 1)
      expect(await shop.staffCall('bob', 'order.cancelLinesByShop', milk, key)).toMatchObject({
        ok: true,
        data: {
          state: 'paid',
          lines: [{ units: [{ lineId: 'milk', units: 0 }] }, { units: [{ lineId: 'rice', units: 2 }] }],
        },
      });
    expect([shop.pay.refundedFen(orderId), shop.left(SHELF, 'milk')]).toEqual([2_179, 27]);
    expect(log(shop, 'order.cancelLinesByShop')).toHaveLength(1);
    const rice = { orderId, lines: linesOf({ rice: 2 }) };
    expect(await shop.staffCall('bob', 'order.cancelLinesByShop', rice, shop.key())).toMatchObject({
      data: { state: 'cancelled' },
    });
    expect([shop.pay.refundedFen(orderId), shop.left(BUDGET, CAMPAIGN)]).toEqual([7_980, 1_000_000]);
    expect([shop.wallet('ann').firstOrder.state, shop.wallet('ann').lots.lot_1?.points]).toEqual(['open', 500]);
  });

  test('after dispatch it is ORDER_STATE', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    await deliver(shop, orderId);
    const input = { orderId, lines: linesOf({ milk: 1 }) };
    expect(await shop.staffCall('bob', 'order.cancelLinesByShop', input, shop.key())).toMatchObject({
      code: 'ORDER_STATE',
    });
  });
});

test('an order with lines cancelled before is cancelled with the rest: all that was paid, once', async () => {
  const shop = await withAnn();
  const orderId = await paidOrder(shop);
  await asked(shop, orderId, { milk: 2 }, { reason: 'unwanted' });
  for (let n = 0; n < 2; n += 1) await shop.call('ann', 'order.cancel', { orderId });
  expect(shop.order(orderId)).toMatchObject({
    state: 'cancelled',
    refunds: { [`${orderId}-cancel`]: { units: { milk: 1, rice: 2 }, isLast: true } },
  });
  expect([shop.pay.refundedFen(orderId), shop.left(SHELF, 'milk'), shop.left(BUDGET, CAMPAIGN)]).toEqual([
    7_980, 30, 1_000_000,
  ]);
  expect(shop.wallet('ann')).toMatchObject({
    lots: { lot_1: { points: 500 } },
    coupons: { c1: { status: { state: 'returned' } } },
  });
});

test('my refunds: newest first, over two orders', async () => {
  const shop = await withAnn();
  const first = await receivedOrder(shop);
  const second = await receivedOrder(shop);
  await asked(shop, first, { milk: 1 });
  shop.advance(MINUTE_MS);
  await asked(shop, second, { milk: 1 });
  shop.advance(MINUTE_MS);
  await asked(shop, first, { milk: 1 });
  const reply = (await shop.call('ann', 'order.myRefunds', {})) as unknown as {
    data: { rows: { refundNumber: string }[] };
  };
  expect(reply.data.rows.map(({ refundNumber }) => refundNumber)).toEqual([
    `${first}-r2`,
    `${first}-r1`,
    `${second}-r1`,
  ]);
  expect(await shop.call('eve', 'order.myRefunds', {})).toMatchObject({ data: { rows: [], next: null } });
});
