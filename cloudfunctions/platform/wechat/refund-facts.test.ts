import { PayNoAnswer } from './pay-answer';
import { refundFactsOf } from './refund-facts';

const OK = { returnCode: 'SUCCESS', resultCode: 'SUCCESS' };
const NO = `${'a'.repeat(32)}-cancel`;
/** 2026-11-22 10:20 in Shanghai. */
const ARRIVED_MS = Date.UTC(2026, 10, 22, 2, 20);

const counted = (n: number, more: object = {}) => ({
  [`outRefundNo_${n}`]: NO,
  [`refundFee_${n}`]: 726,
  [`refundStatus_${n}`]: 'SUCCESS',
  [`refundSuccessTime_${n}`]: '2026-11-22 10:20:00',
  ...more,
});

test.each([
  ['SUCCESS', { state: 'succeeded', arrivedAtMs: ARRIVED_MS }],
  ['PROCESSING', { state: 'processing', arrivedAtMs: null }],
  ['REFUNDCLOSE', { state: 'closed', arrivedAtMs: null }],
  ['CHANGE', { state: 'abnormal', arrivedAtMs: null }],
])('refund_status_0 %s, 7.26 yuan: %j', (status, facts) => {
  const answer = { ...OK, refundCount: 1, refundFee: 726, ...counted(0, { refundStatus_0: status }) };
  expect(refundFactsOf(answer, NO)).toEqual({ amountFen: 726, ...facts });
});

test('of two refunds of one payment the one that was asked for is read, not the first', () => {
  const other = { outRefundNo_0: 'other', refundFee_0: 1, refundStatus_0: 'PROCESSING' };
  const answer = { ...OK, refundCount: 2, refundFee: 727, ...other, ...counted(1) };
  expect(refundFactsOf(answer, NO)).toEqual({ state: 'succeeded', amountFen: 726, arrivedAtMs: ARRIVED_MS });
});

test('one refund without a count in its fields reads the same', () => {
  const row = { outRefundNo: NO, refundFee: 726, refundStatus: 'SUCCESS', refundSuccessTime: '20261122102000' };
  expect(refundFactsOf({ ...OK, ...row }, NO)).toEqual({
    state: 'succeeded',
    amountFen: 726,
    arrivedAtMs: ARRIVED_MS,
  });
});

test('so do lists', () => {
  const lists = {
    outRefundNoList: ['other', NO],
    refundFeeList: [1, 726],
    refundStatusList: ['PROCESSING', 'SUCCESS'],
    refundSuccessTimeList: ['', '2026-11-22 10:20:00'],
  };
  expect(refundFactsOf({ ...OK, refundCount: 2, ...lists }, NO)).toMatchObject({ state: 'succeeded', amountFen: 726 });
});

test('lists that the cloud left empty: the refund exists, its end is not told', () => {
  const lists = { outRefundNoList: [], refundFeeList: [], refundStatusList: [], refundSuccessTimeList: [] };
  expect(refundFactsOf({ ...OK, refundCount: 1, ...lists }, NO)).toEqual({
    state: 'processing',
    amountFen: 0,
    arrivedAtMs: null,
  });
});

test.each([
  ['REFUNDNOTEXIST', { errCode: 'REFUNDNOTEXIST' }],
  ['ORDERNOTEXIST', { errCode: 'ORDERNOTEXIST' }],
  ['the sentence alone, as the SDK leaves it', { errCode: 0, errCodeDes: '退款订单查询失败' }],
])('%s: the platform has no such refund', (_, said) => {
  expect(refundFactsOf({ returnCode: 'SUCCESS', resultCode: 'FAIL', ...said }, NO)).toEqual({
    state: 'unknown',
    amountFen: 0,
    arrivedAtMs: null,
  });
});

test.each([
  ['a system error', { ...OK, resultCode: 'FAIL', errCode: 'SYSTEMERROR' }],
  ['a sentence that is not known', { ...OK, resultCode: 'FAIL', errCode: 0, errCodeDes: '未知' }],
  ['a status that is not known', { ...OK, refundCount: 1, ...counted(0, { refundStatus_0: 'NEW' }) }],
  ['half a fen', { ...OK, refundCount: 1, ...counted(0, { refundFee_0: 0.5 }) }],
  ['no refund in it', { ...OK, refundCount: 0 }],
  ['other refunds only', { ...OK, refundCount: 1, outRefundNo_0: 'other', refundStatus_0: 'SUCCESS' }],
  ['another refund', { ...OK, outRefundNo: 'other', refundStatus: 'SUCCESS' }],
])('%s: nothing is known', (_, answer) => {
  expect(() => refundFactsOf(answer, NO)).toThrow(PayNoAnswer);
});
