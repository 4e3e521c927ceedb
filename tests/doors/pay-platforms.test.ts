import { DAY_MS, HOUR_MS } from '../../cloudfunctions/kernel/period';
import { LOCAL_MERCHANT_ID } from '../../cloudfunctions/platform/wechat/account';
import type { CloudPay } from '../../cloudfunctions/platform/wechat/cloud';
import { type CloudPayPort, cloudPayPort } from '../../cloudfunctions/platform/wechat/pay';
import { PayPlatform as LocalPay } from '../../localcloud/pay';
import { memoryBackend } from '../../localcloud/records';
import { PayPlatform } from '../support/pay-platform';

/**
 * Rooms are tested against a platform in their own process, doors against the local cloud's. Both must answer alike, or
 * the one proves nothing for the other: every step below is put to both.
 */
interface Stage {
  readonly port: CloudPayPort;
  nowMs: number;
  settle(outTradeNo: string): Promise<void>;
  setRefund(travelMs: number, end: 'succeeded' | 'closed' | 'abnormal'): void;
}

/** 2026-11-21 10:00 in Shanghai. */
const START_MS = Date.UTC(2026, 10, 21, 2);
const ORDER = 'a'.repeat(32);
const WORDS = { succeeded: 'SUCCESS', closed: 'REFUNDCLOSE', abnormal: 'CHANGE' } as const;

function played(): Stage {
  const clock = { nowMs: START_MS };
  const pay = new PayPlatform(clock);
  return Object.assign(clock, {
    port: pay,
    settle: async (outTradeNo: string) => void pay.settle(outTradeNo),
    setRefund: (travelMs: number, end: 'succeeded' | 'closed' | 'abnormal') => {
      pay.refundTravelMs = travelMs;
      pay.refundEnd = end;
    },
  });
}

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (key: string) => key.replace(/_[a-z]/g, (pair) => pair.charAt(1).toUpperCase());
const withKeys = (change: (key: string) => string, values: object) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [change(key), value]));

/** The local cloud's platform behind our port, with the SDK's two habits: camelCase, and its own errCode over WeChat's. */
async function ofLocalcloud(): Promise<Stage> {
  const clock = { nowMs: START_MS };
  const nowMs = () => clock.nowMs;
  const local = await LocalPay.open(memoryBackend(), { appid: 'wx01', nowMs, call: async () => ({ errcode: 0 }) });
  const api = (name: string) => async (request: object) => {
    const answer = await local.call(name, withKeys(snake, request), { openid: 'o_ann' });
    return { ...(typeof answer === 'string' ? { data: answer } : withKeys(camel, answer)), errCode: 0 };
  };
  const names = ['unifiedOrder', 'queryOrder', 'closeOrder', 'refund', 'queryRefund', 'downloadBill'];
  const cloudPay = Object.fromEntries(names.map((name) => [name, api(name)])) as unknown as CloudPay;
  const account = { merchantId: LOCAL_MERCHANT_ID, envId: 'local', callbackFunction: 'payment' };
  return Object.assign(clock, {
    port: cloudPayPort(cloudPay, account, nowMs),
    settle: async (outTradeNo: string) => void (await local.pay(outTradeNo)),
    setRefund: (travelMs: number, end: 'succeeded' | 'closed' | 'abnormal') => {
      local.setRefundTravel(travelMs);
      local.setRefundEnd(WORDS[end]);
    },
  });
}

describe.each([
  ['in process', async () => played()],
  ['of the local cloud', ofLocalcloud],
])('the pay platform %s', (_, make) => {
  let stage: Stage;
  const order = (outTradeNo = ORDER) =>
    stage.port.unifiedOrder({
      outTradeNo,
      totalFeeFen: 7_980,
      body: '邻礼订单',
      openid: 'o_ann',
      timeExpireMs: stage.nowMs + 15 * 60_000,
    });
  const refund = (no: string, refundFeeFen: number, totalFeeFen = 7_980) =>
    stage.port.refund({ outTradeNo: ORDER, outRefundNo: no, totalFeeFen, refundFeeFen, reason: '不想要了' });
  const facts = (outRefundNo: string) => stage.port.queryRefund({ outTradeNo: ORDER, outRefundNo });
  beforeEach(async () => {
    stage = await make();
    await order();
  });

  test('refunds 7.26 and 72.54 of 79.80, not a fen more, each number once', async () => {
    expect(await refund('r0', 1)).toEqual({ refused: 'TRADE_STATE_ERROR' });
    await stage.settle(ORDER);
    expect(await refund('r1', 726)).toBe('accepted');
    expect(await refund('r1', 726)).toBe('accepted');
    expect(await refund('r1', 727)).toEqual({ refused: 'REFUND_FEE_MISMATCH' });
    expect(await refund('r2', 1, 7_979)).toEqual({ refused: 'REFUND_FEE_MISMATCH' });
    expect(await refund('r2', 7_255)).toEqual({ refused: 'INVALID_REQUEST' });
    expect(await refund('r2', 7_254)).toBe('accepted');
    expect(await stage.port.query(ORDER)).toMatchObject({ state: 'refunded', totalFeeFen: 7_980 });
  });

  test.each(['succeeded', 'closed', 'abnormal'] as const)('a refund travels 3 days and then is %s', async (end) => {
    await stage.settle(ORDER);
    stage.setRefund(3 * DAY_MS, end);
    expect(await facts('r1')).toEqual({ state: 'unknown', amountFen: 0, arrivedAtMs: null });
    await refund('r1', 726);
    stage.nowMs += 3 * DAY_MS - 1;
    expect(await facts('r1')).toEqual({ state: 'processing', amountFen: 726, arrivedAtMs: null });
    stage.nowMs += 1;
    const arrivedAtMs = end === 'succeeded' ? START_MS + 3 * DAY_MS : null;
    expect(await facts('r1')).toEqual({ state: end, amountFen: 726, arrivedAtMs });
  });

  test('a closed refund’s money can be refunded again under another number', async () => {
    await stage.settle(ORDER);
    stage.setRefund(0, 'closed');
    await refund('r1', 7_980);
    stage.setRefund(0, 'succeeded');
    expect(await refund('r2', 7_980)).toBe('accepted');
  });

  test('refunds go 50 times, not 51, and for 365 days', async () => {
    await stage.settle(ORDER);
    for (let n = 1; n <= 50; n++) expect(await refund(`r${n}`, 1)).toBe('accepted');
    expect(await refund('r51', 1)).toEqual({ refused: 'INVALID_REQUEST' });
    stage.nowMs += 365 * DAY_MS + 1;
    expect(await refund('r52', 1)).toEqual({ refused: 'TRADE_OVERDUE' });
  });

  test('the bill of a day: payments and accepted refunds, as they stood at 10:00 the next morning', async () => {
    await stage.settle(ORDER);
    stage.setRefund(3 * DAY_MS, 'succeeded');
    stage.nowMs += HOUR_MS;
    await refund('r1', 726);
    stage.nowMs = START_MS + DAY_MS - 1;
    expect(await stage.port.dayBill('20261121')).toBe('not-ready');
    const atMs = START_MS + HOUR_MS;
    const billed = {
      payments: [{ outTradeNo: ORDER, amountFen: 7_980, atMs: START_MS }],
      refunds: [{ outTradeNo: ORDER, outRefundNo: 'r1', amountFen: 726, state: 'processing', atMs }],
    };
    for (const days of [1, 5]) {
      stage.nowMs = START_MS + days * DAY_MS;
      expect(await stage.port.dayBill('20261121')).toEqual(billed);
    }
    expect(await stage.port.dayBill('20261122')).toBe('empty');
  });
});
