import type { PaymentFacts, PayPort } from '../../cloudfunctions/platform/ports';
import { PayNoAnswer } from '../../cloudfunctions/platform/wechat/pay';

interface Payment {
  readonly totalFeeFen: number;
  readonly payerOpenid: string;
  readonly timeExpireMs: number;
  state: PaymentFacts['state'];
  paidAtMs: number | null;
  readonly refunds: Map<string, number>;
}

export interface PayPlatform extends PayPort {
  /** The resident pays at the cashier; refused when it expired or was closed. */
  settle(outTradeNo: string): 'paid' | 'refused';
  /** The event of WeChat's callback for a paid payment, as the SDK hands it over. */
  callback(outTradeNo: string, change?: { [field: string]: unknown }): { [field: string]: unknown };
  /** Sum of accepted refunds. */
  refundedFen(outTradeNo: string): number;
  refundNumbers(outTradeNo: string): string[];
  paidFen(outTradeNo: string): number;
  /** Calls left that get no answer. */
  silent: number;
}

export const MERCHANT_ID = '1900000109';

/** WeChat Pay as the rooms meet it: pays once, refuses to close what was paid, counts one refund a number. */
export function payPlatform(clock: { readonly nowMs: number }): PayPlatform {
  const payments = new Map<string, Payment>();
  const find = (outTradeNo: string): Payment => {
    const payment = payments.get(outTradeNo);
    if (!payment) throw new Error(`no payment ${outTradeNo}`);
    return payment;
  };
  const hear = (api: string) => {
    if (platform.silent === 0) return;
    platform.silent -= 1;
    throw new PayNoAnswer(api, 'silent');
  };
  const platform: PayPlatform = {
    silent: 0,
    async unifiedOrder({ outTradeNo, totalFeeFen, openid, timeExpireMs }) {
      hear('unifiedOrder');
      const known = payments.get(outTradeNo);
      if (known?.state === 'paid' || known?.state === 'refunded') return { refused: 'PAID', message: '' };
      if (known?.state === 'closed') return { refused: 'CLOSED', message: '' };
      if (known && known.totalFeeFen !== totalFeeFen) return { refused: 'FAILED', message: 'OUT_TRADE_NO_USED' };
      const fresh = { totalFeeFen, payerOpenid: openid, timeExpireMs, paidAtMs: null, refunds: new Map() };
      if (!known) payments.set(outTradeNo, { ...fresh, state: 'unpaid' });
      return {
        timeStamp: '1',
        nonceStr: outTradeNo,
        package: `prepay_id=${outTradeNo}`,
        signType: 'MD5',
        paySign: '0',
      };
    },
    async query(outTradeNo) {
      hear('queryOrder');
      const payment = payments.get(outTradeNo);
      const { state, totalFeeFen, payerOpenid, paidAtMs } = payment ?? {
        state: 'unknown',
        totalFeeFen: 0,
        payerOpenid: null,
        paidAtMs: null,
      };
      return { state, totalFeeFen, payerOpenid, paidAtMs, merchantId: MERCHANT_ID, transactionId: `wx${outTradeNo}` };
    },
    async close(outTradeNo) {
      hear('closeOrder');
      const payment = payments.get(outTradeNo);
      if (payment?.state === 'paid' || payment?.state === 'refunded') return 'paid';
      if (payment) payment.state = 'closed';
      return 'closed';
    },
    async refund({ outTradeNo, outRefundNo, refundFeeFen, totalFeeFen }) {
      hear('refund');
      const payment = find(outTradeNo);
      if (payment.state !== 'paid' && payment.state !== 'refunded') return 'refused';
      if (payment.refunds.has(outRefundNo)) return 'accepted';
      if (totalFeeFen !== payment.totalFeeFen || platform.refundedFen(outTradeNo) + refundFeeFen > totalFeeFen)
        return 'refused';
      payment.refunds.set(outRefundNo, refundFeeFen);
      payment.state = 'refunded';
      return 'accepted';
    },
    settle(outTradeNo) {
      const payment = payments.get(outTradeNo);
      if (payment?.state !== 'unpaid' || clock.nowMs >= payment.timeExpireMs) return 'refused';
      payment.state = 'paid';
      payment.paidAtMs = clock.nowMs;
      return 'paid';
    },
    callback(outTradeNo, change = {}) {
      const { totalFeeFen, payerOpenid } = find(outTradeNo);
      const facts = {
        returnCode: 'SUCCESS',
        resultCode: 'SUCCESS',
        outTradeNo,
        totalFee: totalFeeFen,
        cashFee: totalFeeFen,
      };
      return {
        ...facts,
        subOpenid: payerOpenid,
        subMchId: MERCHANT_ID,
        transactionId: `wx${outTradeNo}`,
        timeEnd: '20260101000000',
        ...change,
      };
    },
    refundedFen: (outTradeNo) =>
      [...(payments.get(outTradeNo)?.refunds.values() ?? [])].reduce((sum, fen) => sum + fen, 0),
    refundNumbers: (outTradeNo) => [...(payments.get(outTradeNo)?.refunds.keys() ?? [])],
    paidFen: (outTradeNo) => {
      const payment = payments.get(outTradeNo);
      return payment && payment.paidAtMs !== null ? payment.totalFeeFen : 0;
    },
  };
  return platform;
}
