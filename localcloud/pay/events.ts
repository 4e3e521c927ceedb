import { randomBytes } from 'node:crypto';
import { paidFields } from './orders';
import type { Payment, Refund } from './records';
import { APPID, MCH_ID } from './reply';
import { formatShanghaiLong } from './shanghai-time';

/** The event a payment callback carries. `totalFen` may differ from the order's only when a test forges it. */
export function paymentEvent(
  payment: Payment,
  appid: string,
  totalFen = payment.terms.totalFen,
): Record<string, unknown> {
  const { terms, state } = payment;
  if (state.name !== 'SUCCESS') throw new Error(`payment ${payment._id} is ${state.name}: nothing to tell`);
  return {
    ...merchantFields(terms.subMchId, appid),
    resultCode: 'SUCCESS',
    ...camelKeys(paidFields(terms, state)),
    attach: terms.attach,
    outTradeNo: payment._id,
    totalFee: totalFen,
    cashFee: totalFen,
  };
}

/** How a refund ended. WeChat encrypts these fields (req_info); the cloud hands them over open, in camelCase. */
export function refundEvent(payment: Payment, refund: Refund, appid: string): Record<string, unknown> {
  const { end = 'SUCCESS' } = refund;
  return {
    ...merchantFields(payment.terms.subMchId, appid),
    outTradeNo: payment._id,
    transactionId: payment.state.name === 'SUCCESS' ? payment.state.transactionId : '',
    outRefundNo: refund._id,
    refundId: refund.refundId,
    refundFee: refund.refundFen,
    settlementRefundFee: refund.refundFen,
    totalFee: payment.terms.totalFen,
    refundStatus: end,
    ...(end === 'SUCCESS' ? { successTime: formatShanghaiLong(refund.arrivesAtMs) } : {}),
    refundRecvAccout: '支付用户零钱', // sic: WeChat's own spelling
  };
}

function merchantFields(subMchId: string, subAppid: string): Record<string, unknown> {
  const nonceStr = randomBytes(16).toString('hex');
  return { returnCode: 'SUCCESS', appid: APPID, mchId: MCH_ID, subAppid, subMchId, nonceStr };
}

function camelKeys(fields: Record<string, unknown>): Record<string, unknown> {
  const camel = (key: string) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [camel(key), value]));
}
