import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readBill } from '../../cloudfunctions/platform/wechat/bill';
import { payCodeOf } from '../../cloudfunctions/platform/wechat/pay-code';
import { refundFactsOf } from '../../cloudfunctions/platform/wechat/refund-facts';
import { type Localcloud, type LocalcloudOptions, startLocalcloud } from '../../localcloud';
import type { RefundEnd } from '../../localcloud/pay';

const fixtures = path.join(__dirname, 'fixtures');
const start = (more: Partial<LocalcloudOptions> = {}) =>
  startLocalcloud({
    functionsDir: path.join(fixtures, 'functions'),
    databaseFile: path.join(fixtures, 'database.json'),
    workers: 2,
    ...more,
  });

const ORDER = {
  body: '鲜牛奶 3 盒',
  spbillCreateIp: '127.0.0.1',
  subMchId: '1900000109',
  totalFee: 7980,
  envId: 'local-env',
  functionName: 'paid',
  attach: '周女士',
};

type Answer = Record<string, unknown> & { payment?: { package: string } };

describe.each(['4', '3'])('cloudPay with the genuine SDK, major version %s', (version) => {
  let cloud: Localcloud;
  beforeAll(async () => {
    cloud = await start();
  });
  afterAll(() => cloud.stop());
  beforeEach(() => {
    cloud.pay.setRefundTravel(0);
    cloud.pay.setRefundEnd('SUCCESS');
  });

  const call = (api: string, data: object) =>
    cloud.invoke(`probe${version}`, { operation: 'pay', api, data }, { openid: 'o_anna' }) as Promise<Answer>;
  const order = (outTradeNo: string, more: object = {}) => call('unifiedOrder', { ...ORDER, outTradeNo, ...more });
  const callbacks = (outTradeNo: string) =>
    cloud.store
      .dump('callbacks')
      .filter((doc) => (doc as unknown as { event: Answer }).event.outTradeNo === outTradeNo);
  const money = { subMchId: ORDER.subMchId };

  it('places an order that wx.requestPayment can take', async () => {
    const answer = await order('A1');
    expect(answer).toMatchObject({
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      tradeType: 'JSAPI',
      subMchId: '1900000109',
    });
    expect(answer.payment).toMatchObject({ signType: 'MD5', timeStamp: expect.stringMatching(/^\d+$/) });
    expect(answer.payment?.package).toBe(`prepay_id=${String(answer.prepayId)}`);
    expect(await call('queryOrder', { ...money, outTradeNo: 'A1' })).toMatchObject({
      tradeState: 'NOTPAY',
      totalFee: 7980,
    });
  });

  it('tells the function of a payment once, in camelCase, as wx_paycallback without a resident', async () => {
    await order('A2');
    await cloud.pay.pay('A2');
    const [callback, ...others] = callbacks('A2');
    expect(others).toEqual([]);
    expect(callback).toMatchObject({
      source: 'wx_paycallback',
      openid: null,
      event: {
        returnCode: 'SUCCESS',
        resultCode: 'SUCCESS',
        outTradeNo: 'A2',
        totalFee: 7980,
        cashFee: 7980,
        attach: '周女士',
        subOpenid: 'o_anna',
        subMchId: '1900000109',
      },
    });
    const { event } = callback as unknown as { event: Answer };
    expect(event.timeEnd).toMatch(/^\d{14}$/);
    const asked = await call('queryOrder', { ...money, outTradeNo: 'A2' });
    expect(asked).toMatchObject({ tradeState: 'SUCCESS', transactionId: event.transactionId, timeEnd: event.timeEnd });
  });

  it('sends 2 duplicates at once and 1 late callback when asked to', async () => {
    await order('A3');
    await cloud.pay.pay('A3', { times: 2 });
    expect(callbacks('A3')).toHaveLength(2);
    await cloud.pay.sendCallback('A3', { delayMs: 3_600_000 });
    expect(callbacks('A3')).toHaveLength(2);
    cloud.clock.advance(3_600_000);
    await cloud.fireTimers();
    expect(callbacks('A3')).toHaveLength(3);
  });

  it('repeats a callback that is not answered with errcode 0: after 15 s, 15 s, 30 s', async () => {
    await order('stubborn1');
    await cloud.pay.pay('stubborn1');
    for (const [seconds, total] of [
      [14, 1],
      [1, 2],
      [15, 3],
      [29, 3],
      [1, 4],
    ] as const) {
      cloud.clock.advance(seconds * 1000);
      await cloud.pay.deliverDue();
      expect(callbacks('stubborn1')).toHaveLength(total);
    }
  });

  it('gives up after two days', async () => {
    await order('stubborn2');
    await cloud.pay.pay('stubborn2');
    for (let hour = 0; hour < 60; hour++) {
      cloud.clock.advance(3_600_000);
      await cloud.pay.deliverDue();
    }
    const notice = cloud.pay.list().find(({ _id }) => _id === 'stubborn2')?.notices[0];
    expect(notice?.state.name).toBe('given up');
    expect(notice?.attempts).toBe(16);
  });

  it('repeats a callback that got lost, and one whose answer got lost', async () => {
    await order('A4');
    await cloud.pay.pay('A4', { lost: true });
    expect(callbacks('A4')).toHaveLength(0);
    await order('A5');
    await cloud.pay.pay('A5', { answerLost: true });
    expect(callbacks('A5')).toHaveLength(1);
    cloud.clock.advance(15_000);
    await cloud.pay.deliverDue();
    expect([callbacks('A4').length, callbacks('A5').length]).toEqual([1, 2]);
    cloud.clock.advance(3_600_000);
    await cloud.pay.deliverDue();
    expect([callbacks('A4').length, callbacks('A5').length]).toEqual([1, 2]);
  });

  it('can lie about the amount in a callback, but not when asked', async () => {
    await order('A6');
    await cloud.pay.pay('A6', { totalFen: 1 });
    expect(callbacks('A6')[0]).toMatchObject({ event: { totalFee: 1 } });
    expect(await call('queryOrder', { ...money, outTradeNo: 'A6' })).toMatchObject({ totalFee: 7980 });
  });

  it('answers a failure that was asked for, once', async () => {
    cloud.pay.failNext('unifiedOrder', 'SYSTEMERROR');
    expect(await order('A7')).toMatchObject({ returnCode: 'SUCCESS', resultCode: 'FAIL', errCode: expect.anything() });
    expect(cloud.pay.find('A7')).toBeUndefined();
    expect(await order('A7')).toMatchObject({ resultCode: 'SUCCESS' });
  });

  it('refunds in parts, tells how they stand, and never above what was paid', async () => {
    await order('A8');
    await cloud.pay.pay('A8');
    const refund = (outRefundNo: string, refundFee: number) =>
      call('refund', { ...money, outTradeNo: 'A8', outRefundNo, totalFee: 7980, refundFee });
    const first = await refund('A8-1', 726);
    expect(first).toMatchObject({ resultCode: 'SUCCESS', outRefundNo: 'A8-1', refundFee: 726 });
    expect(await refund('A8-1', 726)).toMatchObject({ resultCode: 'SUCCESS', refundId: first.refundId });
    expect(await refund('A8-1', 727)).toMatchObject({
      resultCode: 'FAIL',
      errCodeDes: expect.stringContaining('不一致'),
    });
    expect(await refund('A8-2', 7255)).toMatchObject({ resultCode: 'FAIL' });
    expect(await refund('A8-3', 7254)).toMatchObject({ resultCode: 'SUCCESS' });
    expect(await call('queryRefund', { ...money, outTradeNo: 'A8' })).toMatchObject({
      refundCount: 2,
      refundFee: 7980,
    });
    expect(await call('queryOrder', { ...money, outTradeNo: 'A8' })).toMatchObject({ tradeState: 'REFUND' });
  });

  it('closes an unpaid order, which then can be neither paid nor placed again', async () => {
    await order('A9');
    expect(await call('closeOrder', { ...money, outTradeNo: 'A9' })).toMatchObject({ resultCode: 'SUCCESS' });
    await expect(cloud.pay.pay('A9')).rejects.toMatchObject({ errCode: 'ORDERCLOSED' });
    expect(await order('A9')).toMatchObject({ resultCode: 'FAIL', errCodeDes: '该订单已关闭' });
  });

  it('tells how a refund stands: travelling, arrived, closed, abnormal, or never heard of', async () => {
    const end = async (no: string, refundEnd: RefundEnd) => {
      cloud.pay.setRefundTravel(60_000);
      cloud.pay.setRefundEnd(refundEnd);
      const numbers = { outTradeNo: 'C1', outRefundNo: no, envId: 'local-env', functionName: 'paid' };
      await call('refund', { ...money, ...numbers, totalFee: 7980, refundFee: 726 });
      const facts = async () => refundFactsOf(await call('queryRefund', { ...money, outRefundNo: no }), no);
      const travelling = await facts();
      cloud.clock.advance(60_000);
      return [travelling, await facts()];
    };
    await order('C1');
    await cloud.pay.pay('C1');
    const travelling = { state: 'processing', amountFen: 726, arrivedAtMs: null };
    const [first, arrived] = await end('C1-1', 'SUCCESS');
    expect([first, arrived]).toMatchObject([travelling, { state: 'succeeded', amountFen: 726 }]);
    expect(Math.abs((arrived?.arrivedAtMs ?? 0) - cloud.clock.nowMs())).toBeLessThan(30_000);
    expect(await end('C1-2', 'REFUNDCLOSE')).toEqual([travelling, { ...travelling, state: 'closed' }]);
    expect(await end('C1-3', 'CHANGE')).toEqual([travelling, { ...travelling, state: 'abnormal' }]);
    const none = await call('queryRefund', { ...money, outRefundNo: 'none' });
    expect(refundFactsOf(none, 'none')).toMatchObject({ state: 'unknown' });
    await cloud.pay.deliverDue();
    const told = callbacks('C1').map((doc) => doc as unknown as { source: string; openid: null; event: Answer });
    const ends = told.flatMap(({ source, openid, event }) =>
      event.outRefundNo === undefined ? [] : [[event.outRefundNo, event.refundStatus, source, openid]],
    );
    expect(ends.sort()).toEqual([
      ['C1-1', 'SUCCESS', 'wx_paycallback', null],
      ['C1-2', 'REFUNDCLOSE', 'wx_paycallback', null],
      ['C1-3', 'CHANGE', 'wx_paycallback', null],
    ]);
  });

  it('says of a refund that it refuses why, in a sentence that survives the SDK', async () => {
    await order('C2');
    await cloud.pay.pay('C2');
    cloud.clock.advance(366 * 86_400_000);
    const late = { ...money, outTradeNo: 'C2', outRefundNo: 'C2-1', totalFee: 7980, refundFee: 1 };
    expect(payCodeOf(await call('refund', late))).toBe('TRADE_OVERDUE');
  });

  it('gives the bill of a day from 10:00 the next morning on, which reads to the last row', async () => {
    const today = new Date(cloud.clock.nowMs() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
    await order('B1', { body: '鲜牛奶,3 盒' });
    await cloud.pay.pay('B1');
    await call('refund', { ...money, outTradeNo: 'B1', outRefundNo: 'B1-1', totalFee: 7980, refundFee: 726 });
    const bill = () => call('downloadBill', { ...money, billDate: today, billType: 'ALL' });
    expect(await bill()).toMatchObject({ returnCode: 'FAIL', returnMsg: 'No Bill Exist', errorCode: '20002' });
    cloud.clock.advance(34 * 3_600_000);
    const { data } = await bill();
    const { payments, refunds } = readBill(String(data));
    expect(payments.filter(({ outTradeNo }) => outTradeNo === 'B1')).toMatchObject([{ amountFen: 7980 }]);
    const refunded = { outTradeNo: 'B1', outRefundNo: 'B1-1', amountFen: 726, state: 'succeeded' };
    expect(refunds.filter(({ outTradeNo }) => outTradeNo === 'B1')).toMatchObject([refunded]);
  });
});

describe('payments on disk', () => {
  it('keep what was paid and the callback that is still owed', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'localcloud-pay-'));
    try {
      const before = await start({ dataDir });
      const event = { operation: 'pay', api: 'unifiedOrder', data: { ...ORDER, outTradeNo: 'D1' } };
      await before.invoke('probe4', event, { openid: 'o_anna' });
      await before.pay.confirm('D1');
      await before.stop();
      const after = await start({ dataDir });
      expect(after.pay.find('D1')?.state.name).toBe('SUCCESS');
      await after.fireTimers();
      expect(after.store.countNow('callbacks')).toBe(1);
      await after.stop();
    } finally {
      rmSync(dataDir, { recursive: true });
    }
  });
});
