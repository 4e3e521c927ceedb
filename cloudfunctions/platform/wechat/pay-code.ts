import type { PayAnswer } from './cloud';

/**
 * wx-server-sdk 3 and 4 write their own `errCode: 0` over WeChat Pay's err_code in every answer of cloudPay (seen by running
 * them); of the refusal only err_code_des reaches a function. These are the sentences of WeChat Pay v2, in the order tried.
 */
const SENTENCES: readonly (readonly [code: string, sentence: RegExp])[] = [
  ['REFUNDNOTEXIST', /退款(订单查询失败|单?(号)?不存在)|refund ?not ?exist/i],
  ['TRADE_OVERDUE', /(超过|已过).*退款(期|有效期)|trade ?overdue/i],
  ['USER_ACCOUNT_ABNORMAL', /(帐|账)[号户](已?注销|异常)|account ?abnormal/i],
  ['INVALID_TRANSACTIONID', /无效的? ?transaction_?id|invalid ?transaction_?id/i],
  ['INVALID_REQ_TOO_MUCH', /无效请求过多|invalid ?req(uest)? ?too ?much/i],
  ['ORDER_NOT_READY', /订单处理中|order ?not ?ready/i],
  ['TRADE_STATE_ERROR', /未支付|订单状态(错误|有误|不正确)|trade ?state ?error/i],
  ['INVALID_REQUEST', /退款金额(大于|超过)|可退金额|退款次数|已全额退款/],
  ['REFUND_FEE_MISMATCH', /金额与之前请求不一致/],
  ['ORDERPAID', /已支付|order ?paid/i],
  ['ORDERCLOSED', /已关闭|order ?closed/i],
  ['ORDERNOTEXIST', /不存在|not ?exist/i],
  ['NOTENOUGH', /余额不足|not ?enough/i],
  ['FREQUENCY_LIMITED', /频率|frequen/i],
  ['BIZERR_NEED_RETRY', /重试|稍后|need ?retry/i],
  ['SYSTEMERROR', /系统(错误|异常|超时|繁忙)|system ?error/i],
];

/** WeChat Pay's err_code of a refusal; null when neither code nor sentence tells. A callback's event has the code itself. */
export function payCodeOf({ errCode, errCodeDes }: PayAnswer): string | null {
  if (typeof errCode === 'string' && errCode !== '') return errCode;
  const said = typeof errCodeDes === 'string' ? errCodeDes : '';
  return SENTENCES.find(([, sentence]) => sentence.test(said))?.[0] ?? null;
}
