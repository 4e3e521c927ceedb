import { hashOf } from '../../kernel/ids';
import { DAY_MS, HOUR_MS } from '../../kernel/period';
import type { DayBill, PaymentFacts, PaymentParameters, PayPort, TransferPort } from '../ports';
import { BillNotRead, readBill } from './bill';
import type { CloudPay, PayAnswer } from './cloud';
import { ask, heard, PayNoAnswer, text } from './pay-answer';
import { payCodeOf } from './pay-code';
import { refundFactsOf } from './refund-facts';
import { compactShanghaiTime, parseCompactTime } from './time';

export { PayNoAnswer } from './pay-answer';

export interface PayAccount {
  /** The merchant that WeChat has bound to this cloud environment. */
  readonly merchantId: string;
  readonly envId: string;
  /** Which cloud function WeChat calls with the result. */
  readonly callbackFunction: string;
}

/**
 * WeChat: "ask again with the same refund number". NOTENOUGH too: today's takings do not cover the refund yet, tomorrow's
 * will; for the resident it must not be the last word.
 */
const ASK_AGAIN: ReadonlySet<string> = new Set([
  'SYSTEMERROR',
  'BIZERR_NEED_RETRY',
  'FREQUENCY_LIMITED',
  'INVALID_REQ_TOO_MUCH',
  'ORDER_NOT_READY',
  'NOTENOUGH',
]);

const STATES: { readonly [tradeState: string]: PaymentFacts['state'] } = {
  SUCCESS: 'paid',
  REFUND: 'refunded',
  NOTPAY: 'unpaid',
  USERPAYING: 'unpaid',
  PAYERROR: 'unpaid',
  CLOSED: 'closed',
  REVOKED: 'closed',
};

const UNKNOWN: PaymentFacts = {
  state: 'unknown',
  totalFeeFen: 0,
  payerOpenid: null,
  merchantId: null,
  transactionId: null,
  paidAtMs: null,
};

/** What the cloud's own interface offers: all but transfers. */
export type CloudPayPort = Omit<PayPort, keyof TransferPort>;

/** WeChat Pay through the cloud (platform-protocol.md 6.3). Numbers and amounts as WeChat names them, in fen. */
export function cloudPayPort(pay: CloudPay, account: PayAccount, nowMs: () => number): CloudPayPort {
  const common = (outTradeNo: string, step: string) => ({
    subMchId: account.merchantId,
    outTradeNo,
    nonceStr: hashOf(outTradeNo, step),
  });
  const callback = { envId: account.envId, functionName: account.callbackFunction };
  return {
    async unifiedOrder({ outTradeNo, totalFeeFen, body, timeExpireMs }) {
      const answer = await ask('unifiedOrder', () =>
        pay.unifiedOrder({
          ...common(outTradeNo, 'unifiedOrder'),
          ...callback,
          body,
          totalFee: totalFeeFen,
          spbillCreateIp: '127.0.0.1',
          tradeType: 'JSAPI',
          timeExpire: compactShanghaiTime(timeExpireMs),
        }),
      );
      if (answer.resultCode === 'SUCCESS' && isPayment(answer.payment)) return answer.payment;
      return { refused: refusalOf(answer), message: text(answer.errCodeDes) ?? text(answer.returnMsg) ?? '' };
    },
    async query(outTradeNo) {
      return factsOf(await ask('queryOrder', () => pay.queryOrder(common(outTradeNo, 'queryOrder'))));
    },
    async close(outTradeNo) {
      const answer = await ask('closeOrder', () => pay.closeOrder(common(outTradeNo, 'closeOrder')));
      if (answer.resultCode === 'SUCCESS') return 'closed';
      const code = payCodeOf(answer);
      if (code === 'ORDERPAID') return 'paid';
      // Closed before, or never created: nobody can pay it before its time_expire, and later payments are refunded.
      if (code === 'ORDERCLOSED' || code === 'ORDERNOTEXIST') return 'closed';
      throw new PayNoAnswer('closeOrder', code ?? 'no code');
    },
    async refund({ outTradeNo, outRefundNo, totalFeeFen, refundFeeFen, reason }) {
      const answer = await ask('refund', () =>
        pay.refund({
          ...common(outTradeNo, outRefundNo),
          ...callback,
          outRefundNo,
          totalFee: totalFeeFen,
          refundFee: refundFeeFen,
          refundDesc: reason,
        }),
      );
      if (answer.resultCode === 'SUCCESS') return 'accepted';
      const code = payCodeOf(answer);
      if (code === null || ASK_AGAIN.has(code)) throw new PayNoAnswer('refund', code ?? text(answer.errCodeDes) ?? '');
      return { refused: code };
    },
    async queryRefund({ outTradeNo, outRefundNo }) {
      // By its own number: one refund, whatever else was refunded, and no paging (10 refunds a page).
      const request = { subMchId: account.merchantId, outRefundNo, nonceStr: hashOf(outTradeNo, outRefundNo, 'query') };
      return refundFactsOf(await ask('queryRefund', () => pay.queryRefund(request)), outRefundNo);
    },
    async dayBill(day) {
      const request = { subMchId: account.merchantId, billDate: day, billType: 'ALL', nonceStr: hashOf(day, 'bill') };
      const answer = await heard('downloadBill', () => pay.downloadBill(request));
      if (typeof answer.data === 'string') return billFrom(answer.data);
      const isMade = nowMs() >= (parseCompactTime(`${day}000000`) ?? Number.POSITIVE_INFINITY) + BILL_MADE_MS;
      return withoutBill(answer, isMade);
    },
  };
}

/** WeChat begins at 9:00 the next morning and advises to ask after 10:00. */
const BILL_MADE_MS = DAY_MS + 10 * HOUR_MS;

function billFrom(data: string): DayBill {
  try {
    return readBill(data);
  } catch (error) {
    if (error instanceof BillNotRead) throw new PayNoAnswer('downloadBill', error.message);
    throw error;
  }
}

/** 20002 is said of a day without money, and of a day whose bill is not made yet: the hour tells them apart. */
function withoutBill(answer: PayAnswer, isMade: boolean): 'not-ready' | 'empty' {
  const said = `${text(answer.errorCode) ?? ''} ${text(answer.returnMsg) ?? ''} ${text(answer.errCodeDes) ?? ''}`;
  if (/20003|bill ?creating|账单(创建|生成)中/i.test(said)) return 'not-ready';
  if (/20002|no ?bill ?exist|账单不存在/i.test(said)) return isMade ? 'empty' : 'not-ready';
  throw new PayNoAnswer('downloadBill', said.trim() || 'no text');
}

function refusalOf(answer: PayAnswer): 'PAID' | 'CLOSED' | 'FAILED' {
  const code = payCodeOf(answer);
  if (code === 'ORDERPAID') return 'PAID';
  return code === 'ORDERCLOSED' ? 'CLOSED' : 'FAILED';
}

const PAYMENT_FIELDS = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign'] as const;

function isPayment(value: unknown): value is PaymentParameters {
  if (typeof value !== 'object' || value === null) return false;
  return PAYMENT_FIELDS.every((field) => typeof (value as PayAnswer)[field] === 'string');
}

/** Shared with the callback, whose event has the same fields. */
export function factsOf(answer: PayAnswer): PaymentFacts {
  if (answer.resultCode !== 'SUCCESS') {
    const code = payCodeOf(answer);
    if (code === 'ORDERNOTEXIST') return UNKNOWN;
    throw new PayNoAnswer('queryOrder', code ?? 'no code');
  }
  const state = STATES[text(answer.tradeState) ?? 'SUCCESS'] ?? 'unknown';
  return {
    state,
    totalFeeFen: Number(answer.totalFee ?? 0),
    payerOpenid: text(answer.subOpenid) ?? text(answer.openid),
    merchantId: text(answer.subMchId) ?? text(answer.mchId),
    transactionId: text(answer.transactionId),
    paidAtMs: parseCompactTime(text(answer.timeEnd)),
  };
}
