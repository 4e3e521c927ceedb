import { paidOrder, withAnn } from '../../../../../tests/support/ann';
import { asked, receivedOrder } from '../../../../../tests/support/refunding';
import type { Shop } from '../../../../../tests/support/shop';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../kernel/period';

const alerts = (shop: Shop) =>
  shop.engine.dump<{ _id: string; kind: string; cause: string }>('alerts').map(({ kind, cause }) => [kind, cause]);

async function oneMilkBack(shop: Shop): Promise<{ orderId: string; refundNumber: string }> {
  const orderId = await receivedOrder(shop);
  const { refundNumber } = await asked(shop, orderId, { milk: 1 });
  return { orderId, refundNumber };
}

const stateOf = (shop: Shop, orderId: string, refundNumber: string) => shop.order(orderId).refunds[refundNumber]?.state;

async function pass(shop: Shop, ms: number): Promise<void> {
  shop.advance(ms);
  await shop.tick();
}

describe('a refund that the platform has taken', () => {
  test('is on its way until the bank says that it arrived: by a notice, twice, and by the timer, it is one arrival', async () => {
    const shop = await withAnn();
    shop.pay.refundTravelMs = 2 * HOUR_MS;
    const { orderId, refundNumber } = await oneMilkBack(shop);
    await shop.refundCallback(refundNumber);
    expect(stateOf(shop, orderId, refundNumber)).toBe('accepted');
    shop.advance(2 * HOUR_MS);
    await shop.refundCallback(refundNumber);
    const arrived = shop.order(orderId);
    expect(arrived.refunds[refundNumber]).toMatchObject({
      state: 'succeeded',
      timeline: { succeeded: { atMs: shop.nowMs, by: 'system', who: null } },
    });
    expect(arrived.refundAskAt).toBeUndefined();
    await shop.refundCallback(refundNumber);
    await pass(shop, DAY_MS);
    expect(shop.order(orderId).refunds).toEqual(arrived.refunds);
  });

  test('is asked about after 1 minute, then after as long as it took, at most 6 hours apart', async () => {
    const shop = await withAnn();
    shop.pay.refundTravelMs = 20 * DAY_MS;
    const { orderId } = await oneMilkBack(shop);
    const startMs = shop.nowMs;
    const gaps: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const askAtMs = shop.order(orderId).refundAskAt ?? 0;
      gaps.push((askAtMs - shop.nowMs) / MINUTE_MS);
      await pass(shop, askAtMs - shop.nowMs);
    }
    expect(gaps).toEqual([1, 1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
    expect(shop.nowMs - startMs).toBeLessThan(DAY_MS);
  });

  test('is an alert when it has not arrived after 5 days', async () => {
    const shop = await withAnn();
    shop.pay.refundTravelMs = 20 * DAY_MS;
    const { refundNumber } = await oneMilkBack(shop);
    for (let day = 0; day < 6; day += 1) await pass(shop, DAY_MS);
    expect(alerts(shop)).toContainEqual(['REFUND_WAITS', refundNumber]);
  });

  test('whose acceptance was lost is settled by its notice', async () => {
    const shop = await withAnn();
    const orderId = await receivedOrder(shop);
    shop.db.decide = ({ collection, kind, write }) =>
      collection === 'orders' && kind === 'update' && write > 0 && shop.pay.refundNumbers(orderId).length > 0
        ? 'drop'
        : 'answer';
    const { refundNumber } = await asked(shop, orderId, { milk: 1 });
    shop.db.decide = () => 'answer';
    expect(stateOf(shop, orderId, refundNumber)).toBe('due');
    await shop.refundCallback(refundNumber);
    expect(stateOf(shop, orderId, refundNumber)).toBe('succeeded');
    await pass(shop, MINUTE_MS);
    expect(shop.pay.refundedFen(orderId)).toBe(726);
    expect(shop.order(orderId).effectsDueAt).toBeUndefined();
  });

  test('while the platform is silent stays where it is; WeChat is asked to say it again', async () => {
    const shop = await withAnn();
    const { orderId, refundNumber } = await oneMilkBack(shop);
    shop.pay.silent = 1;
    expect((await shop.refundCallback(refundNumber)).errcode).not.toBe(0);
    shop.pay.silent = 1;
    await pass(shop, MINUTE_MS);
    expect(stateOf(shop, orderId, refundNumber)).toBe('accepted');
    await pass(shop, MINUTE_MS);
    expect(stateOf(shop, orderId, refundNumber)).toBe('succeeded');
  });
});

describe('a refund that ends badly', () => {
  test('closed by the bank: an alert, support’s list, and asked again under a number of its own', async () => {
    const shop = await withAnn();
    shop.asStaff('sue', ['support']);
    shop.pay.refundEnd = 'closed';
    const { orderId, refundNumber } = await oneMilkBack(shop);
    await pass(shop, MINUTE_MS);
    expect(shop.order(orderId)).toMatchObject({
      refundTroubleAt: expect.any(Number),
      refunds: { [refundNumber]: { state: 'refused', refusal: 'CLOSED' } },
    });
    expect(alerts(shop)).toContainEqual(['REFUND_REFUSED', refundNumber]);
    shop.pay.refundEnd = 'succeeded';
    const mended = await shop.staffCall('sue', 'order.mendRefund', { orderId, refundNumber, how: 'again' });
    expect(mended).toMatchObject({ ok: true, data: { state: 'accepted', canDo: [] } });
    expect(shop.pay.refundNumbers(orderId)).toEqual([refundNumber, `${refundNumber}-2`]);
    await shop.refundCallback(`${refundNumber}-2`);
    expect(stateOf(shop, orderId, refundNumber)).toBe('succeeded');
    await shop.refundCallback(refundNumber);
    expect([stateOf(shop, orderId, refundNumber), shop.pay.refundedFen(orderId)]).toEqual(['succeeded', 726]);
  });

  test('abnormal at the bank: paid by hand under the number of the transfer, once', async () => {
    const shop = await withAnn();
    shop.asStaff('sue', ['support']);
    shop.pay.refundEnd = 'abnormal';
    const { orderId, refundNumber } = await oneMilkBack(shop);
    await shop.refundCallback(refundNumber);
    const mend = { orderId, refundNumber, how: 'transferred' };
    expect(await shop.staffCall('sue', 'order.mendRefund', mend)).toMatchObject({
      code: 'INVALID_INPUT',
      detail: { field: 'transferNumber' },
    });
    for (let n = 0; n < 2; n += 1)
      expect(await shop.staffCall('sue', 'order.mendRefund', { ...mend, transferNumber: 'T1' })).toMatchObject({
        ok: true,
        data: { state: 'transferred' },
      });
    expect(shop.engine.dump('staffLog').filter((entry) => 'operation' in entry)).toHaveLength(4);
    expect(await shop.staffCall('sue', 'order.mendRefund', { ...mend, how: 'again' })).toMatchObject({
      code: 'REFUND_STATE',
    });
  });

  test('refused by the platform at once: an alert, and asked again under the same number', async () => {
    const shop = await withAnn();
    shop.asStaff('sue', ['support']);
    shop.pay.refundRefusals.push('INVALID_REQUEST');
    const { orderId, refundNumber } = await oneMilkBack(shop);
    expect(stateOf(shop, orderId, refundNumber)).toBe('refused');
    await shop.staffCall('sue', 'order.mendRefund', { orderId, refundNumber, how: 'again' });
    expect([stateOf(shop, orderId, refundNumber), shop.pay.refundNumbers(orderId)]).toEqual([
      'accepted',
      [refundNumber],
    ]);
  });

  test('365 days after the payment it can only be transferred', async () => {
    const shop = await withAnn();
    shop.asStaff('sue', ['support']);
    shop.pay.refundRefusals.push('INVALID_REQUEST');
    const { orderId, refundNumber } = await oneMilkBack(shop);
    shop.advance(365 * DAY_MS);
    const mend = { orderId, refundNumber, how: 'again' };
    expect(await shop.staffCall('sue', 'order.mendRefund', mend)).toMatchObject({ code: 'REFUND_TOO_LATE' });
  });
});

test('a notice of a refund that nobody knows changes nothing and is one alert', async () => {
  const shop = await withAnn();
  const { orderId, refundNumber } = await oneMilkBack(shop);
  const before = shop.order(orderId);
  await shop.refundCallback(refundNumber, { outRefundNo: 'x9' });
  await shop.refundCallback(refundNumber, { outRefundNo: 'x9' });
  expect(shop.order(orderId)).toEqual(before);
  expect(alerts(shop).filter(([kind]) => kind === 'REFUND_WITHOUT_RECORD')).toEqual([['REFUND_WITHOUT_RECORD', 'x9']]);
});

test('a late payment’s refund goes through the same states', async () => {
  const shop = await withAnn();
  const { orderId, payableFen } = await shop.buy('ann');
  await shop.call('ann', 'order.cancel', { orderId });
  const timeExpireMs = shop.nowMs + MINUTE_MS;
  await shop.pay.unifiedOrder({
    outTradeNo: orderId,
    totalFeeFen: payableFen,
    body: '',
    openid: 'o_ann',
    timeExpireMs,
  });
  shop.pay.settle(orderId);
  await shop.payCallback(orderId);
  await pass(shop, MINUTE_MS);
  expect(stateOf(shop, orderId, `${orderId}-late`)).toBe('succeeded');
});

test('what is worth no money succeeds without the platform, and its points come back', async () => {
  const shop = await withAnn();
  const orderId = await paidOrder(shop);
  const order = shop.order(orderId);
  const lines = order.quote.lines.map((line) => ({ ...line, paidFen: 0 }));
  shop.engine.put('orders', { ...order, payableFen: 0, quote: { ...order.quote, lines, payableFen: 0 } } as never);
  const { refundNumber } = await asked(shop, orderId, { milk: 1 }, { reason: 'unwanted' });
  expect(stateOf(shop, orderId, refundNumber)).toBe('succeeded');
  expect([shop.pay.refundNumbers(orderId), shop.wallet('ann').lots.lot_1?.points]).toEqual([[], 45]);
});
