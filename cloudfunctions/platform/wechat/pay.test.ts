import type { CloudPay, PayAnswer } from './cloud';
import { cloudPayPort, factsOf, PayNoAnswer } from './pay';
import { compactShanghaiTime, parseCompactTime, parseWechatTime } from './time';

const ORDER = 'a'.repeat(32);
/** 2026-11-22 10:00 in Shanghai: the bill of the 21st is made. */
const NOW_MS = Date.UTC(2026, 10, 22, 2);
const OK = { returnCode: 'SUCCESS', resultCode: 'SUCCESS' };
const failed = (errCode: string) => ({ returnCode: 'SUCCESS', resultCode: 'FAIL', errCode });

function aPort(answer: PayAnswer | Error, nowMs = NOW_MS) {
  const asked: { [field: string]: unknown }[] = [];
  const reply = async (request: object) => {
    asked.push(request as { [field: string]: unknown });
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const cloudPay: CloudPay = {
    unifiedOrder: reply,
    queryOrder: reply,
    closeOrder: reply,
    refund: reply,
    queryRefund: reply,
    downloadBill: reply,
  };
  const account = { merchantId: '190', envId: 'env', callbackFunction: 'payment' };
  return { port: cloudPayPort(cloudPay, account, () => nowMs), asked };
}

const ordered = {
  outTradeNo: ORDER,
  totalFeeFen: 7_980,
  body: '邻礼订单',
  openid: 'o_ann',
  timeExpireMs: Date.UTC(2026, 10, 22, 2, 15),
};

test('a payment names amount, merchant, callback and expiry in Beijing time', async () => {
  const payment = { timeStamp: '1', nonceStr: 'n', package: 'p', signType: 'MD5', paySign: 's' };
  const { port, asked } = aPort({ ...OK, payment });
  expect(await port.unifiedOrder(ordered)).toEqual(payment);
  expect(asked[0]).toMatchObject({
    outTradeNo: ORDER,
    totalFee: 7_980,
    subMchId: '190',
    functionName: 'payment',
    timeExpire: '20261122101500',
  });
});

test.each([
  ['ORDERPAID', 'PAID'],
  ['ORDERCLOSED', 'CLOSED'],
  ['NOAUTH', 'FAILED'],
])('unifiedOrder %s: refused as %s', async (code, refused) => {
  expect(await aPort(failed(code)).port.unifiedOrder(ordered)).toMatchObject({ refused });
});

test.each([
  [OK, 'closed'],
  [failed('ORDERPAID'), 'paid'],
  [failed('ORDERCLOSED'), 'closed'],
  [failed('ORDERNOTEXIST'), 'closed'],
])('closing, answer %j: %s', async (answer, result) => {
  expect(await aPort(answer).port.close(ORDER)).toBe(result);
});

test.each([
  ['an error of the way', new Error('ESOCKETTIMEDOUT')],
  ['a system error', failed('SYSTEMERROR')],
  ['no return code', {}],
])('closing, %s: nothing is known, and "closed" is not said', async (_, answer) => {
  await expect(aPort(answer).port.close(ORDER)).rejects.toBeInstanceOf(PayNoAnswer);
});

const refund = { outTradeNo: ORDER, outRefundNo: `${ORDER}-late`, totalFeeFen: 100, refundFeeFen: 100, reason: 'x' };

test.each([
  [OK, 'accepted'],
  [failed('TRADE_OVERDUE'), { refused: 'TRADE_OVERDUE' }],
  [failed('ERROR'), { refused: 'ERROR' }],
  [failed('USER_ACCOUNT_ABNORMAL'), { refused: 'USER_ACCOUNT_ABNORMAL' }],
  [failed('INVALID_TRANSACTIONID'), { refused: 'INVALID_TRANSACTIONID' }],
  [failed('REFUND_FEE_MISMATCH'), { refused: 'REFUND_FEE_MISMATCH' }],
])('refund, answer %j: %j', async (answer, result) => {
  expect(await aPort(answer).port.refund(refund)).toEqual(result);
});

test.each([
  'SYSTEMERROR',
  'BIZERR_NEED_RETRY',
  'FREQUENCY_LIMITED',
  'INVALID_REQ_TOO_MUCH',
  'ORDER_NOT_READY',
  'NOTENOUGH',
  '',
])('refund %s: asked again, not refused', async (code) => {
  await expect(aPort(failed(code)).port.refund(refund)).rejects.toBeInstanceOf(PayNoAnswer);
});

test.each([
  ['SUCCESS', 'paid'],
  ['REFUND', 'refunded'],
  ['NOTPAY', 'unpaid'],
  ['USERPAYING', 'unpaid'],
  ['CLOSED', 'closed'],
  ['SOMETHING_NEW', 'unknown'],
])('trade state %s is %s', (tradeState, state) => {
  expect(factsOf({ ...OK, tradeState, totalFee: 5, subOpenid: 'o_ann', subMchId: '190' })).toMatchObject({
    state,
    totalFeeFen: 5,
    payerOpenid: 'o_ann',
    merchantId: '190',
  });
});

test('an order that the platform does not know is unknown, not unpaid', async () => {
  expect(await aPort(failed('ORDERNOTEXIST')).port.query(ORDER)).toMatchObject({ state: 'unknown' });
});

test('Beijing time there and back: 2026-12-31 16:00:09 UTC is 20270101000009', () => {
  const atMs = Date.UTC(2026, 11, 31, 16, 0, 9);
  expect(compactShanghaiTime(atMs)).toBe('20270101000009');
  expect(parseCompactTime('20270101000009')).toBe(atMs);
  expect([parseWechatTime('20270101000009'), parseWechatTime('2027-01-01 00:00:09')]).toEqual([atMs, atMs]);
  expect([parseCompactTime(null), parseCompactTime('2027'), parseWechatTime('2027-01-01')]).toEqual([null, null, null]);
});

test('a refund is asked for by its own number, so that one answer is of one refund', async () => {
  const row = { outRefundNo_0: refund.outRefundNo, refundFee_0: 100, refundStatus_0: 'PROCESSING', refundCount: 1 };
  const { port, asked } = aPort({ ...OK, ...row });
  expect(await port.queryRefund(refund)).toEqual({ state: 'processing', amountFen: 100, arrivedAtMs: null });
  expect(asked[0]).toMatchObject({ subMchId: '190', outRefundNo: refund.outRefundNo });
  expect(asked[0]).not.toHaveProperty('outTradeNo');
});

test('queryRefund without an answer: nothing is known', async () => {
  await expect(aPort(new Error('ESOCKETTIMEDOUT')).port.queryRefund(refund)).rejects.toBeInstanceOf(PayNoAnswer);
  await expect(aPort({ returnCode: 'FAIL' }).port.queryRefund(refund)).rejects.toBeInstanceOf(PayNoAnswer);
});

const NO_BILL = { returnCode: 'FAIL', returnMsg: 'No Bill Exist', errorCode: '20002' };
/** Shanghai, on the morning after the day in question. */
const at = (hour: number, minute: number) => Date.UTC(2026, 10, 22, hour - 8, minute);

test.each([
  ['No Bill Exist at 09:59: it is not made yet', NO_BILL, at(9, 59), 'not-ready'],
  ['No Bill Exist at 10:00: nothing moved', NO_BILL, at(10, 0), 'empty'],
  ['Bill Creating', { returnCode: 'FAIL', returnMsg: 'Bill Creating', errorCode: '20003' }, at(12, 0), 'not-ready'],
])('the bill of a day, %s', async (_, answer, nowMs, result) => {
  const { port, asked } = aPort(answer, nowMs);
  expect(await port.dayBill('20261121')).toBe(result);
  expect(asked[0]).toMatchObject({ subMchId: '190', billDate: '20261121', billType: 'ALL' });
});

test.each([
  ['an error of the way', new Error('ESOCKETTIMEDOUT')],
  ['another refusal', { returnCode: 'FAIL', returnMsg: 'system error', errorCode: '20001' }],
  ['nothing at all', {}],
  ['a text that is no bill', { data: '交易时间\r\n`x' }],
])('the bill of a day, %s: nothing is known', async (_, answer) => {
  await expect(aPort(answer).port.dayBill('20261121')).rejects.toBeInstanceOf(PayNoAnswer);
});
