import { deliver, paidOrder, withAnn } from '../../../../../tests/support/ann';
import {
  aPicture,
  ask,
  asked,
  linesOf,
  previewed,
  receivedOrder,
  type Taken,
} from '../../../../../tests/support/refunding';
import { SHELF, type Shop } from '../../../../../tests/support/shop';
import type { Order } from '../../document';

const changed = (shop: Shop, orderId: string, change: (order: Order) => Order): void =>
  shop.engine.put('orders', change(shop.order(orderId)) as never);

describe('what was seen is what comes, the way with it', () => {
  test('seen as instant with a picture, asked for without one: REFUND_CHANGED to a review, and nothing is asked for', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    const { expected } = await previewed(shop, orderId, { milk: 1 }, 'broken', true);
    expect(await ask(shop, orderId, { milk: 1 }, { reason: 'broken', expected })).toMatchObject({
      code: 'REFUND_CHANGED',
      detail: { fresh: { way: 'review', sums: { amountFen: 726 } } },
    });
    expect(shop.order(orderId).refunds).toEqual({});
  });

  test('without a picture it is seen as a review that a picture would make instant', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    expect(await previewed(shop, orderId, { milk: 1 }, 'broken', false)).toMatchObject({
      ...{ way: 'review', pictureHelps: true },
    });
    expect(await previewed(shop, orderId, { milk: 1 }, 'unwanted', false)).toMatchObject({ pictureHelps: false });
    expect(await previewed(shop, orderId, { milk: 1 }, 'missing', false)).toMatchObject({
      ...{ way: 'instant', pictureHelps: false },
    });
  });

  test('one milk seen before dispatch and asked for after it is REFUND_CHANGED, though the ¥7.26 are the same', async () => {
    const shop = await withAnn();
    const orderId = await paidOrder(shop);
    const { expected } = await previewed(shop, orderId, { milk: 1 }, 'unwanted', false);
    await deliver(shop, orderId);
    expect(await ask(shop, orderId, { milk: 1 }, { reason: 'unwanted', expected })).toMatchObject({
      code: 'REFUND_CHANGED',
      detail: { fresh: { way: 'goods-first' } },
    });
  });
});

describe('a picture is a file of this cloud that no other refund of the order has', () => {
  test.each([
    ['another environment', 'cloud://other-env.6f74/aftersales/aaaaaaaaaaaaaaaaaaaaaaaa.jpg'],
    ['an environment that begins alike', 'cloud://local-env2.6c6f/aftersales/aaaaaaaaaaaaaaaaaaaaaaaa.jpg'],
    ['another folder', 'cloud://local-env.6c6f-local-env/goods/aaaaaaaaaaaaaaaaaaaaaaaa.jpg'],
    ['a way out of the folder', 'cloud://local-env.6c6f-local-env/aftersales/../goods/milk.jpg'],
    ['a name that the page never gives', 'cloud://local-env.6c6f-local-env/aftersales/a.jpg'],
  ])('%s is INVALID_INPUT of its place in the list', async (_, stranger) => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    const pictures = [aPicture(1), stranger];
    expect(await ask(shop, orderId, { milk: 1 }, { reason: 'broken', pictures })).toMatchObject({
      ...{ code: 'INVALID_INPUT', detail: { field: 'pictures.1' } },
    });
    expect(shop.pay.refundedFen(orderId)).toBe(0);
  });

  test('one picture brings ¥7.26 once: with the next milk, or twice in one request, it is refused', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    await asked(shop, orderId, { milk: 1 }, { reason: 'broken', pictures: [aPicture(1)] });
    const again = { reason: 'broken', pictures: [aPicture(2), aPicture(1)] };
    expect(await ask(shop, orderId, { milk: 1 }, again)).toMatchObject({
      ...{ code: 'INVALID_INPUT', detail: { field: 'pictures.1' } },
    });
    const twice = { reason: 'broken', pictures: [aPicture(3), aPicture(3)] };
    expect(await ask(shop, orderId, { milk: 1 }, twice)).toMatchObject({ detail: { field: 'pictures.1' } });
    expect(shop.pay.refundedFen(orderId)).toBe(726);
  });
});

describe('the instant limit of ¥50', () => {
  test.each([
    [2_100, 'instant'],
    [2_101, 'review'],
  ])('¥29.00 with %i points is %s: a point counts as a fen', async (points, way) => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    changed(shop, orderId, (order) => {
      const lines = order.quote.lines.map((line) =>
        line.lineId === 'rice' ? { ...line, quantity: 1, paidFen: 2_900, points } : line,
      );
      return { ...order, quote: { ...order.quote, lines } };
    });
    expect((await previewed(shop, orderId, { rice: 1 })).way).toBe(way);
  });

  test('goods of ¥50.01 that were paid with points alone are reviewed', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    changed(shop, orderId, (order) => {
      const lines = order.quote.lines.map((line) => ({ ...line, paidFen: 0, points: 5_001 }));
      return { ...order, quote: { ...order.quote, lines } };
    });
    expect(await previewed(shop, orderId, { rice: 2 })).toMatchObject({ way: 'review', sums: { amountFen: 0 } });
  });
});

describe('goods that go bad are not returned without reason', () => {
  const fresh = (shop: Shop, skuId: string) =>
    shop.engine.put('skus', {
      ...shop.engine.dump<{ _id: string }>('skus').find(({ _id }) => _id === skuId),
      noReturn: true,
    } as never);

  test('unwanted milk is reviewed once it was sent, rice waits for the goods, both together are reviewed', async () => {
    const shop = await withAnn();
    fresh(shop, 'milk');
    const orderId = await receivedOrder(shop);
    const frozen = shop.order(orderId).goods.map(({ skuId, noReturn }) => [skuId, noReturn]);
    expect(frozen).toEqual([
      ['milk', true],
      ['rice', undefined],
    ]);
    const wayOf = async (units: { [lineId: string]: number }) =>
      (await previewed(shop, orderId, units, 'unwanted')).way;
    expect([await wayOf({ milk: 1 }), await wayOf({ rice: 1 }), await wayOf({ milk: 1, rice: 1 })]).toEqual([
      ...['review', 'goods-first', 'review'],
    ]);
  });

  test('before dispatch unwanted milk is cancelled at once', async () => {
    const shop = await withAnn();
    fresh(shop, 'milk');
    const orderId = await paidOrder(shop);
    expect((await previewed(shop, orderId, { milk: 1 }, 'unwanted')).way).toBe('instant');
  });
});

describe('what staff does', () => {
  test.each([undefined, '', '  '])('declining with the words %j is refused at the field answer', async (answer) => {
    const shop = await withAnn();
    shop.asStaff('sue', ['support']);
    const orderId = await receivedOrder(shop);
    const { refundNumber } = await asked(shop, orderId, { milk: 1 }, { reason: 'quality' });
    const input = { orderId, refundNumber, decision: 'decline', ...(answer === undefined ? {} : { answer }) };
    expect(await shop.staffCall('sue', 'order.decideRefund', input)).toMatchObject({
      ...{ code: 'INVALID_INPUT', detail: { field: 'answer' } },
    });
    expect(shop.order(orderId).refunds[refundNumber]?.state).toBe('asked');
  });

  test.each([
    [undefined, 27, 28],
    [false, 27, 28],
    [true, 30, 30],
  ])('lines that cannot be packed, restock %s: the shelf holds %i milk, then %i rice', async (restock, milk, rice) => {
    const shop = await withAnn();
    shop.asStaff('bob', ['shop']);
    const orderId = await paidOrder(shop);
    for (const units of [{ milk: 3 }, { rice: 2 }] as Taken[]) {
      const input = { orderId, lines: linesOf(units), ...(restock === undefined ? {} : { restock }) };
      expect(await shop.staffCall('bob', 'order.cancelLinesByShop', input, shop.key())).toMatchObject({ ok: true });
    }
    expect([shop.left(SHELF, 'milk'), shop.left(SHELF, 'rice')]).toEqual([milk, rice]);
    expect([shop.order(orderId).state, shop.pay.refundedFen(orderId)]).toEqual(['cancelled', 7_980]);
  });

  test('an order that is not there is ORDER_UNKNOWN at the field orderId', async () => {
    const shop = await withAnn();
    shop.asStaff('bob', ['shop']);
    const input = { orderId: '0'.repeat(32), lines: linesOf({ milk: 1 }) };
    expect(await shop.staffCall('bob', 'order.cancelLinesByShop', input, shop.key())).toMatchObject({
      ...{ code: 'ORDER_UNKNOWN', detail: { field: 'orderId' } },
    });
  });
});
