import { PayPlatform } from './index';
import { type Answer, aPlatform, DAY_MS, ORDER } from './test-platform';

/** A paid order of 79.80 whose refunds are told to the shop. */
async function aPaidOrder() {
  const platform = await aPlatform();
  await platform.order();
  await platform.pay.pay('T1');
  const refund = (no: string, fen: number) => platform.refund(no, fen, { function_name: 'paid' });
  const notices = () => platform.shop.calls.filter((event) => 'outRefundNo' in event);
  const status = async (no: string) => (await platform.call('queryRefund', { out_refund_no: no })).refund_status_0;
  return { ...platform, refund, notices, status };
}

describe.each([
  ['REFUNDCLOSE', 'closed: not paid out'],
  ['CHANGE', 'abnormal: the card takes no money'],
] as const)('a refund that ends %s, %s', (end, _) => {
  it('is PROCESSING until then, has no time of arrival, and the function is told', async () => {
    const { clock, pay, refund, notices, status, call } = await aPaidOrder();
    pay.setRefundTravel(3 * DAY_MS);
    pay.setRefundEnd(end);
    await refund('r1', 100);
    clock.ms += 3 * DAY_MS - 1;
    expect(await status('r1')).toBe('PROCESSING');
    clock.ms += 1;
    await pay.deliverDue();
    expect(await status('r1')).toBe(end);
    expect(await call('queryRefund', { out_refund_no: 'r1' })).not.toHaveProperty('refund_success_time_0');
    expect(notices()).toMatchObject([{ outRefundNo: 'r1', refundStatus: end }]);
    expect(notices()[0]).not.toHaveProperty('successTime');
  });
});

it('the money of a closed refund can be refunded under another number, that of an abnormal one cannot', async () => {
  const { pay, refund } = await aPaidOrder();
  pay.setRefundEnd('REFUNDCLOSE');
  await refund('r1', 7980);
  pay.setRefundEnd('CHANGE');
  expect(await refund('r2', 7980)).toMatchObject({ result_code: 'SUCCESS' });
  expect(await refund('r3', 1)).toMatchObject({ err_code: 'INVALID_REQUEST' });
});

describe('the notice of a refund', () => {
  it('tells when the money arrived', async () => {
    const { clock, pay, refund, notices } = await aPaidOrder();
    await refund('r1', 100);
    expect(notices()).toEqual([]);
    clock.ms += 1;
    await pay.deliverDue();
    expect(notices()).toMatchObject([
      { outTradeNo: 'T1', outRefundNo: 'r1', refundStatus: 'SUCCESS', successTime: '2026-11-21 10:00:00' },
    ]);
  });

  it('goes out twice, a minute late, or never, as it is set', async () => {
    const { clock, pay, refund, notices } = await aPaidOrder();
    const numbersAfter = async (ms: number) => {
      clock.ms += ms;
      await pay.deliverDue();
      return notices().map((event) => event.outRefundNo);
    };
    pay.setRefundNotices({ times: 2 });
    await refund('r1', 1);
    expect(await numbersAfter(1)).toEqual(['r1', 'r1']);
    pay.setRefundNotices({ delayMs: 60_000 });
    await refund('r2', 1);
    expect(await numbersAfter(60_000)).toHaveLength(2);
    expect(await numbersAfter(1)).toEqual(['r1', 'r1', 'r2']);
    pay.setRefundNotices({ times: 0 });
    await refund('r3', 1);
    expect(await numbersAfter(2 * DAY_MS)).toHaveLength(3);
  });

  it('that is lost after 3 days of travel is sent again 15 s later', async () => {
    const { clock, pay, refund, notices } = await aPaidOrder();
    pay.setRefundTravel(3 * DAY_MS);
    pay.setRefundNotices({ lost: true });
    await refund('r1', 1);
    clock.ms += 3 * DAY_MS + 14_999;
    await pay.deliverDue();
    expect(notices()).toEqual([]);
    clock.ms += 1;
    await pay.deliverDue();
    expect(notices()).toHaveLength(1);
  });

  it('whose answer is lost comes again', async () => {
    const { clock, pay, refund, notices } = await aPaidOrder();
    pay.setRefundNotices({ answerLost: true });
    await refund('r1', 1);
    for (const ms of [1, 15_000, DAY_MS]) {
      clock.ms += ms;
      await pay.deliverDue();
    }
    expect(notices()).toHaveLength(2);
  });

  it('can be sent once more at will', async () => {
    const { clock, pay, refund, notices } = await aPaidOrder();
    await refund('r1', 1);
    clock.ms += 1;
    await pay.deliverDue();
    await pay.sendRefundNotice('r1');
    expect(notices()).toHaveLength(2);
    await expect(pay.sendRefundNotice('none')).rejects.toMatchObject({ errCode: 'REFUNDNOTEXIST' });
  });

  it('that a kill between "refunded" and "owed" forgot is owed after the restart', async () => {
    const saved = new Map<string, Map<string, { _id: string }>>();
    const backend = {
      load: async (collection: string) => [...(saved.get(collection)?.values() ?? [])],
      save: async (collection: string, record: { _id: string }) => {
        if (collection === '_local_notices' && saved.has('_local_refunds')) throw new Error('killed');
        saved.set(collection, (saved.get(collection) ?? new Map()).set(record._id, record));
      },
    };
    let nowMs = 1_000_000_000;
    const events: Answer[] = [];
    const call = async (_: string, event: Answer) => ({ errcode: 0, heard: events.push(event) });
    const options = { appid: 'wx01', nowMs: () => nowMs, call };
    const before = await PayPlatform.open(backend, options);
    await before.call('unifiedOrder', ORDER, { openid: 'o_anna' });
    await before.pay('T1');
    const money = { out_trade_no: 'T1', out_refund_no: 'r1', total_fee: 7980, refund_fee: 1, function_name: 'paid' };
    await expect(before.call('refund', money, {})).rejects.toThrow('killed');
    backend.save = async () => undefined;
    const after = await PayPlatform.open(backend, options);
    nowMs += 1;
    await after.deliverDue();
    expect(events.map((event) => event.outRefundNo)).toEqual([undefined, 'r1']);
  });
});

it('of 12 refunds of one payment queryRefund tells 10, the rest from offset 10 on', async () => {
  const { refund, call } = await aPaidOrder();
  for (let n = 1; n <= 12; n++) await refund(`r${n}`, n);
  expect(await call('queryRefund', { out_trade_no: 'T1' })).toMatchObject({
    total_refund_count: 12,
    refund_count: 10,
    refund_fee: 78,
    out_refund_no_9: 'r10',
  });
  const rest = await call('queryRefund', { out_trade_no: 'T1', offset: 10 });
  expect(rest).toMatchObject({ refund_count: 2, out_refund_no_0: 'r11', refund_fee_1: 12 });
  expect(await call('queryRefund', { out_trade_no: 'T1', offset: 12 })).toMatchObject({ err_code: 'PARAM_ERROR' });
});
