import { createHash, randomBytes } from 'node:crypto';
import type { RecordBox } from '../records';
import type { PayParams } from './params';
import type { OrderTerms, Payment } from './records';
import { APPID, PayRefusal } from './reply';
import { formatShanghai, parseShanghai } from './shanghai-time';

/** A prepay_id can be paid for 2 hours; a time_expire must lie at least 1 minute ahead. */
const PREPAY_MS = 2 * 3_600_000;
const MIN_EXPIRE_MS = 60_000;

export interface PayCaller {
  /** Of the calling function's context; the payer unless the parameters name one. */
  openid?: string;
}

/** Orders: place, ask, close, pay. Every method decides in one step and resolves when the decision is on disk. */
export class PayOrders {
  constructor(
    private readonly payments: RecordBox<Payment>,
    private readonly nowMs: () => number,
  ) {}

  async unifiedOrder(params: PayParams, caller: PayCaller): Promise<Record<string, unknown>> {
    const outTradeNo = params.merchantNumber('out_trade_no', 32);
    const terms = this.terms(params, caller);
    const known = this.payments.get(outTradeNo);
    if (known !== undefined) refuseRepeat(known, terms);
    const now = this.nowMs();
    const payment =
      known !== undefined && now < known.prepaidAtMs + PREPAY_MS ? known : newPayment(outTradeNo, terms, now);
    await this.payments.put(payment);
    return { trade_type: 'JSAPI', prepay_id: payment.prepayId, payment: paymentForClient(payment, now) };
  }

  query(params: PayParams): Record<string, unknown> {
    return describeOrder(this.find(params));
  }

  async close(params: PayParams): Promise<Record<string, unknown>> {
    const payment = this.find(params);
    if (payment.state.name === 'SUCCESS') throw new PayRefusal('ORDERPAID', '订单已支付，不能发起关单');
    if (payment.state.name === 'CLOSED') throw new PayRefusal('ORDERCLOSED', '订单已关闭，无法重复关闭');
    await this.payments.put({ ...payment, state: { name: 'CLOSED', closedAtMs: this.nowMs() } });
    return { result_msg: 'OK' };
  }

  /** The payer confirms at the cashier. @throws PayRefusal when the order is paid, closed or too old. */
  async pay(outTradeNo: string, payer: string | undefined): Promise<Payment> {
    const payment = this.payments.get(outTradeNo);
    if (payment === undefined) throw new PayRefusal('ORDERNOTEXIST', '订单不存在');
    if (payment.state.name === 'SUCCESS') throw new PayRefusal('ORDERPAID', '该订单已支付');
    if (payment.state.name === 'CLOSED') throw new PayRefusal('ORDERCLOSED', '该订单已关闭');
    const now = this.nowMs();
    if (now >= payableUntilMs(payment)) throw new PayRefusal('ORDEREXPIRED', '订单已过期');
    const transactionId = `42000${formatShanghai(now).slice(2)}${randomBytes(5).readUIntBE(0, 5).toString().padStart(13, '0')}`;
    const paid: Payment = {
      ...payment,
      state: { name: 'SUCCESS', paidAtMs: now, transactionId, payer: payer ?? payment.terms.payer },
    };
    await this.payments.put(paid);
    return paid;
  }

  /** By out_trade_no or transaction_id. @throws PayRefusal ORDERNOTEXIST */
  find(params: PayParams): Payment {
    const outTradeNo = params.optionalText('out_trade_no', 32);
    const transactionId = params.optionalText('transaction_id', 32);
    const found =
      outTradeNo !== ''
        ? this.payments.get(outTradeNo)
        : this.payments
            .all()
            .find(
              ({ state }) => state.name === 'SUCCESS' && transactionId !== '' && state.transactionId === transactionId,
            );
    if (found === undefined) throw new PayRefusal('ORDERNOTEXIST', '订单不存在');
    return found;
  }

  private terms(params: PayParams, caller: PayCaller): OrderTerms {
    const payer = params.optionalText('sub_openid', 128) || params.optionalText('openid', 128) || (caller.openid ?? '');
    if (payer === '') throw new PayRefusal('PARAM_ERROR', '缺少参数sub_openid');
    params.text('spbill_create_ip', 64);
    const expires = params.optionalText('time_expire', 14);
    return {
      subMchId: params.text('sub_mch_id', 32),
      body: params.text('body', 128),
      attach: params.optionalText('attach', 127),
      totalFen: params.fen('total_fee'),
      payer,
      functionName: params.text('function_name', 64),
      envId: params.text('env_id', 64),
      ...(expires === '' ? {} : { expiresAtMs: this.expiry(expires) }),
    };
  }

  private expiry(text: string): number {
    const atMs = parseShanghai(text);
    if (atMs === undefined) throw new PayRefusal('PARAM_ERROR', 'time_expire格式应为yyyyMMddHHmmss');
    if (atMs - this.nowMs() < MIN_EXPIRE_MS) throw new PayRefusal('PARAM_ERROR', 'time_expire时间过短，至少1分钟');
    return atMs;
  }
}

/** First instant, epoch ms, at which the cashier refuses the order for its age. */
export function payableUntilMs({ terms, prepaidAtMs }: Payment): number {
  return Math.min(terms.expiresAtMs ?? Number.POSITIVE_INFINITY, prepaidAtMs + PREPAY_MS);
}

function newPayment(outTradeNo: string, terms: OrderTerms, nowMs: number): Payment {
  return {
    _id: outTradeNo,
    terms,
    prepayId: `wx${formatShanghai(nowMs)}${randomBytes(9).toString('hex')}`,
    prepaidAtMs: nowMs,
    state: { name: 'NOTPAY' },
  };
}

/** One number, one order: paid and closed numbers are spent, an unpaid one may only be repeated word for word. */
function refuseRepeat(known: Payment, terms: OrderTerms): void {
  if (known.state.name === 'SUCCESS') throw new PayRefusal('ORDERPAID', '该订单已支付');
  if (known.state.name === 'CLOSED') throw new PayRefusal('ORDERCLOSED', '该订单已关闭');
  const same = (Object.keys({ ...known.terms, ...terms }) as (keyof OrderTerms)[]).every(
    (key) => known.terms[key] === terms[key],
  );
  if (!same) throw new PayRefusal('OUT_TRADE_NO_USED', '商户订单号重复');
}

/** What wx.requestPayment takes. */
function paymentForClient(payment: Payment, nowMs: number): Record<string, string> {
  const fields = {
    appId: APPID,
    nonceStr: randomBytes(16).toString('hex'),
    package: `prepay_id=${payment.prepayId}`,
    signType: 'MD5',
    timeStamp: String(Math.floor(nowMs / 1000)),
  };
  const text = Object.entries(fields).map(([key, value]) => `${key}=${value}`);
  const paySign = createHash('md5')
    .update(`${text.join('&')}&key=local`)
    .digest('hex')
    .toUpperCase();
  return { ...fields, paySign };
}

const STATE_TEXT = { NOTPAY: '订单未支付', CLOSED: '订单已关闭', SUCCESS: '支付成功' } as const;

function describeOrder({ _id, terms, state }: Payment): Record<string, unknown> {
  return {
    out_trade_no: _id,
    trade_state: state.name,
    trade_state_desc: STATE_TEXT[state.name],
    attach: terms.attach,
    total_fee: terms.totalFen,
    ...(state.name === 'SUCCESS' ? paidFields(terms, state) : {}),
  };
}

/** Fields that queryOrder and the callback share once money has moved. */
export function paidFields(terms: OrderTerms, state: Extract<Payment['state'], { name: 'SUCCESS' }>) {
  return {
    sub_openid: state.payer,
    is_subscribe: 'N',
    trade_type: 'JSAPI',
    bank_type: 'OTHERS',
    fee_type: 'CNY',
    cash_fee: terms.totalFen,
    transaction_id: state.transactionId,
    time_end: formatShanghai(state.paidAtMs),
  };
}
