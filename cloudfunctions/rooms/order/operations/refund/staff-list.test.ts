import { withAnn } from '../../../../../tests/support/ann';
import { asked, listed, receivedOrder, toDecide } from '../../../../../tests/support/refunding';
import type { Shop } from '../../../../../tests/support/shop';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../kernel/period';

describe('support’s list', () => {
  test('shows what waits by tab, with names masked; past 24 hours it is overdue, and one alert', async () => {
    const { shop, orderId, refundNumber } = await toDecide();
    const { rows, counts } = await listed(shop, 'to-decide');
    expect(counts).toEqual({ 'to-decide': 1, 'goods-to-come': 0, trouble: 0, exchange: 0 });
    expect(rows).toMatchObject([
      { orderId, refundNumber, contactName: 'a**', maskedPhone: '138****0000', isOverdue: false, orderPaidFen: 7_980 },
    ]);
    shop.advance(DAY_MS - 1);
    expect((await listed(shop, 'to-decide')).rows[0]?.isOverdue).toBe(false);
    shop.advance(1);
    await shop.tick();
    shop.advance(HOUR_MS);
    await shop.tick();
    expect((await listed(shop, 'to-decide')).rows[0]?.isOverdue).toBe(true);
    const alerts = shop.engine.dump<{ _id: string; kind: string; cause: string }>('alerts');
    expect(alerts.filter(({ kind }) => kind === 'REFUND_UNDECIDED')).toMatchObject([{ cause: refundNumber }]);
  });

  test('has the most urgent on top, over pages', async () => {
    const shop = await withAnn();
    shop.asStaff('sue', ['support']);
    const first = await receivedOrder(shop);
    const second = await receivedOrder(shop);
    await asked(shop, second, { rice: 1 }, { reason: 'quality' });
    shop.advance(MINUTE_MS);
    await asked(shop, first, { rice: 1 }, { reason: 'quality' });
    expect((await listed(shop, 'to-decide')).rows.map(({ orderId }) => orderId)).toEqual([second, first]);
  });
});

describe('an order with refunds in several tabs', () => {
  /** One milk waits to be decided, another for its goods, and the bank closed that of the rice. */
  async function three(): Promise<{ shop: Shop; numbers: readonly string[] }> {
    const { shop, orderId, refundNumber } = await toDecide();
    const second = await asked(shop, orderId, { milk: 1 }, { reason: 'quality' });
    const rice = await asked(shop, orderId, { rice: 1 }, { reason: 'quality' });
    const decide = (number: string, decision: string) =>
      shop.staffCall('sue', 'order.decideRefund', { orderId, refundNumber: number, decision });
    expect(await decide(second.refundNumber, 'approve-goods-first')).toMatchObject({ ok: true });
    shop.pay.refundEnd = 'closed';
    expect(await decide(rice.refundNumber, 'approve')).toMatchObject({ ok: true });
    for (let minute = 0; minute < 3; minute += 1) {
      shop.advance(MINUTE_MS);
      await shop.tick();
    }
    return { shop, numbers: [refundNumber, second.refundNumber, rice.refundNumber] };
  }
  const tabs = ['to-decide', 'goods-to-come', 'trouble'] as const;
  const numbersIn = async (shop: Shop, tab: string) =>
    (await listed(shop, tab)).rows.map(({ refundNumber }) => refundNumber);

  test('each is found under its own tab, and counted there', async () => {
    const { shop, numbers } = await three();
    for (const [index, tab] of tabs.entries()) expect(await numbersIn(shop, tab)).toEqual([numbers[index]]);
    expect((await listed(shop, 'trouble')).counts).toEqual({
      'to-decide': 1,
      'goods-to-come': 1,
      trouble: 1,
      exchange: 0,
    });
  });

  test('deciding one empties its tab and no other', async () => {
    const { shop, numbers } = await three();
    const [refundNumber = ''] = numbers;
    const orderId = refundNumber.slice(0, refundNumber.lastIndexOf('-'));
    await shop.staffCall('sue', 'order.decideRefund', {
      orderId,
      refundNumber,
      decision: 'decline',
      answer: '照片里看不出来',
    });
    expect(await Promise.all(tabs.map((tab) => numbersIn(shop, tab)))).toEqual([[], [numbers[1]], [numbers[2]]]);
  });
});
