import { aWorld } from '../../../tests/support/world';
import type { RefundNotice, Room } from '../room';
import { answerPayment } from './answer';

const PLATFORM = { source: 'wx_paycallback', openid: null, appid: null };
const ORDER = 'a'.repeat(32);
const EVENT = {
  returnCode: 'SUCCESS',
  subMchId: '1900000109',
  outTradeNo: ORDER,
  outRefundNo: `${ORDER}-cancel`,
  refundStatus: 'SUCCESS',
  refundFee: 7_980,
  successTime: '2026-11-22 10:20:00',
};

/** A room that hears; `heard` in the order of arrival, and what the log was told. */
function anEar(refundNotice?: Room['refundNotice']) {
  const heard: (RefundNotice | 'payment')[] = [];
  const logged: string[] = [];
  const ear: Room['refundNotice'] = async (_, notice) => void heard.push(notice);
  const payment = async () => void heard.push('payment');
  const world = aWorld([{ payment, refundNotice: refundNotice ?? ear }]);
  const log = { info: () => {}, error: (what: string) => void logged.push(what) };
  const answer = (event: unknown, caller = PLATFORM) =>
    answerPayment(world.assembly, { ...world.context(), log }, caller, event);
  return { heard, logged, answer };
}

describe('the payment door, told of a refund', () => {
  test.each([
    ['SUCCESS', 'succeeded'],
    ['REFUNDCLOSE', 'closed'],
    ['CHANGE', 'abnormal'],
    ['SOMETHING_NEW', 'unknown'],
    ['constructor', 'unknown'],
    [undefined, 'unknown'],
  ])('%s reaches the room as %s, and not as a payment', async (refundStatus, state) => {
    const { heard, answer } = anEar();
    expect(await answer({ ...EVENT, refundStatus })).toEqual({ errcode: 0, errmsg: 'OK' });
    expect(heard).toEqual([{ outTradeNo: ORDER, outRefundNo: `${ORDER}-cancel`, state }]);
  });

  test('a payment is no refund', async () => {
    const { heard, answer } = anEar();
    await answer({ returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo: ORDER, totalFee: 7_980 });
    expect(heard).toEqual(['payment']);
  });

  test.each([
    ['no order number', { outTradeNo: undefined }],
    ['an order number that is not ours', { outTradeNo: 'T1' }],
    ['an operator for a number', { outTradeNo: { $ne: '' } }],
    ['no refund number', { outRefundNo: undefined }],
    ['a refund number of 65 characters', { outRefundNo: 'a'.repeat(65) }],
    ['a refund number with a dot', { outRefundNo: 'a.b' }],
    ['a failed return code', { returnCode: 'FAIL' }],
    ['a state that is no text', { refundStatus: 1 }],
    ['what is still encrypted', { outTradeNo: undefined, outRefundNo: undefined, reqInfo: 'T87GAH…' }],
  ])('%s: logged, acknowledged, handed to nobody', async (_, change) => {
    const { heard, logged, answer } = anEar();
    expect(await answer({ ...EVENT, ...change })).toEqual({ errcode: 0, errmsg: 'OK' });
    expect([heard, logged]).toEqual([[], ['refund-notice-not-read']]);
  });

  test('is called again where the room knows nothing yet', async () => {
    const { answer } = anEar(async () => {
      throw new Error('no answer');
    });
    expect(await answer(EVENT)).toMatchObject({ errcode: 500 });
  });

  test('refuses a client that plays WeChat', async () => {
    const { heard, answer } = anEar();
    const client = { source: 'wx_client', openid: 'o_ann', appid: 'wx_test' };
    expect(await answer(EVENT, client as never)).toMatchObject({ errcode: 403 });
    expect(heard).toEqual([]);
  });

  test('needs no room that hears it', async () => {
    const world = aWorld([]);
    expect(await answerPayment(world.assembly, world.context(), PLATFORM, EVENT)).toMatchObject({ errcode: 0 });
  });
});
