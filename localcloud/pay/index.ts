import { randomBytes } from 'node:crypto';
import { type RecordBackend, RecordBox } from '../records';
import { billOf } from './bill';
import { paymentEvent, refundEvent } from './events';
import { type CallFunction, PayNotices } from './notices';
import type { NoticeFaults, PaymentView, PayOptions } from './options';
import { type PayCaller, PayOrders, payableUntilMs } from './orders';
import { PayParams } from './params';
import type { Notice, Payment, Refund, RefundEnd } from './records';
import { PayRefunds } from './refunds';
import { failed, PayRefusal, type PayReply, succeeded } from './reply';

export type { NoticeFaults, PaymentView, PayOptions } from './options';
export type { RefundEnd } from './records';

interface Parts {
  payments: RecordBox<Payment>;
  refunds: RecordBox<Refund>;
  notices: RecordBox<Notice>;
  call: CallFunction;
  appid: string;
  nowMs(): number;
}

/** WeChat Pay as cloudPay shows it, with the levers that tests and the cashier need. */
export class PayPlatform {
  private readonly orders: PayOrders;
  private readonly refunds: PayRefunds;
  private readonly notices: PayNotices;
  /** What befalls the notices of refunds accepted from now on. */
  private refundNoticeFaults: NoticeFaults = {};
  private readonly failNextCalls: { api: string; refusal: PayRefusal }[] = [];

  private constructor(private readonly parts: Parts) {
    this.orders = new PayOrders(parts.payments, parts.nowMs);
    this.refunds = new PayRefunds(this.orders, parts.refunds, parts.nowMs);
    this.notices = new PayNotices(parts.notices, parts.call, parts.nowMs);
  }

  static async open(
    backend: RecordBackend,
    options: { appid: string; nowMs(): number; call: CallFunction },
  ): Promise<PayPlatform> {
    const platform = new PayPlatform({
      ...options,
      payments: await RecordBox.open<Payment>(backend, 'payments'),
      refunds: await RecordBox.open<Refund>(backend, 'refunds'),
      notices: await RecordBox.open<Notice>(backend, 'notices'),
    });
    await platform.oweWhatACrashForgot();
    return platform;
  }

  /**
   * A cloudPay call from a function: snake_case in, snake_case out; refusals are answers with result_code FAIL. A bill is
   * plain text. The SDK's own errCode hides err_code from functions: they must go by resultCode and errCodeDes, or ask.
   */
  async call(api: string, values: Record<string, unknown>, caller: PayCaller): Promise<PayReply | string> {
    const nonce = randomBytes(16).toString('hex');
    const subMchId = typeof values.sub_mch_id === 'string' ? values.sub_mch_id : '';
    try {
      this.failIfAsked(api);
      const params = new PayParams(values);
      if (api === 'downloadBill') return this.bill(params);
      return succeeded(subMchId, nonce, await this.dispatch(api, params, caller));
    } catch (error) {
      if (error instanceof PayRefusal) return failed(subMchId, nonce, error);
      throw error;
    }
  }

  /** The payer confirms; callbacks that are due at once have been answered when this resolves. @throws PayRefusal */
  async pay(outTradeNo: string, options: PayOptions = {}): Promise<Payment> {
    const payment = await this.confirm(outTradeNo, options);
    await this.deliverDue();
    return payment;
  }

  /** As `pay`, but callbacks only become due: `deliverDue` sends them. */
  async confirm(outTradeNo: string, options: PayOptions = {}): Promise<Payment> {
    const payment = await this.orders.pay(outTradeNo, options.payer);
    await this.owe(payment, options);
    return payment;
  }

  /** Callbacks for a paid order besides those that went out: duplicate, late, with a wrong amount. */
  async sendCallback(outTradeNo: string, options: Omit<PayOptions, 'payer'> = {}): Promise<void> {
    const payment = this.find(outTradeNo);
    if (payment === undefined) throw new PayRefusal('ORDERNOTEXIST', '订单不存在');
    await this.owe(payment, options);
    await this.deliverDue();
  }

  /** Sends every callback that the local clock has made due. */
  deliverDue(): Promise<void> {
    return this.notices.deliverDue();
  }

  /** Waits for the callbacks that are under way: for the end. */
  settle(): Promise<void> {
    return this.notices.settle();
  }

  /** The next call of this API fails with this code, before it does anything, e.g. SYSTEMERROR. */
  failNext(api: string, errCode: string, description = '系统异常'): void {
    this.failNextCalls.push({ api, refusal: new PayRefusal(errCode, description) });
  }

  /** How long the money of refunds accepted from now on is PROCESSING, in ms of the local clock; 0 at first. */
  setRefundTravel(ms: number): void {
    this.refunds.travelMs = ms;
  }

  /** How refunds accepted from now on end after their travel; SUCCESS at first. */
  setRefundEnd(end: RefundEnd): void {
    this.refunds.end = end;
  }

  /** What befalls the notices of refunds accepted from now on: duplicate, late, lost; nothing at first. */
  setRefundNotices(faults: NoticeFaults): void {
    this.refundNoticeFaults = faults;
  }

  /** A notice of a refund besides those that went out. It tells the end, early where the money still travels. */
  async sendRefundNotice(outRefundNo: string, faults: NoticeFaults = {}): Promise<void> {
    const refund = this.refunds.get(outRefundNo);
    if (refund === undefined) throw new PayRefusal('REFUNDNOTEXIST', '退款订单查询失败');
    await this.oweRefund(refund, 0, faults);
    await this.deliverDue();
  }

  find(outTradeNo: string): Payment | undefined {
    return this.parts.payments.get(outTradeNo);
  }

  findByPrepayId(prepayId: string): Payment | undefined {
    return this.parts.payments.all().find((payment) => payment.prepayId === prepayId);
  }

  isExpired(outTradeNo: string): boolean {
    const payment = this.find(outTradeNo);
    return payment !== undefined && this.parts.nowMs() >= payableUntilMs(payment);
  }

  /** Newest first; all of them unless a limit is given. */
  list(limit = Number.POSITIVE_INFINITY): PaymentView[] {
    const newest = this.parts.payments.all().sort((a, b) => b.prepaidAtMs - a.prepaidAtMs);
    return newest.slice(0, limit).map((payment) => ({
      ...payment,
      refunds: this.refunds.of(payment._id).map((one) => ({ ...one, status: this.refunds.statusOf(one) })),
      notices: this.notices.of(payment._id),
    }));
  }

  private async dispatch(api: string, params: PayParams, caller: PayCaller): Promise<Record<string, unknown>> {
    switch (api) {
      case 'unifiedOrder':
        return this.orders.unifiedOrder(params, caller);
      case 'queryOrder':
        return this.queryOrder(params);
      case 'closeOrder':
        return this.orders.close(params);
      case 'refund':
        return this.refund(params);
      case 'queryRefund':
        return this.refunds.query(params);
      default:
        throw new PayRefusal('PARAM_ERROR', `没有这个接口: ${api}`);
    }
  }

  private queryOrder(params: PayParams): Record<string, unknown> {
    const refunded = this.refunds.of(this.orders.find(params)._id).length > 0;
    const answer = this.orders.query(params);
    return refunded ? { ...answer, trade_state: 'REFUND', trade_state_desc: '订单发生过退款' } : answer;
  }

  private async refund(params: PayParams): Promise<Record<string, unknown>> {
    const { fields, refund, fresh } = await this.refunds.refund(params);
    // Never at once: the function that asked for the refund is still waiting for this answer.
    const delayMs = Math.max(1, refund.arrivesAtMs - this.parts.nowMs());
    if (fresh) await this.oweRefund(refund, delayMs, this.refundNoticeFaults);
    return fields;
  }

  private bill(params: PayParams): PayReply | string {
    const asked = { date: params.text('bill_date', 8), subMchId: params.optionalText('sub_mch_id', 32) };
    return billOf(asked, this.parts.payments.all(), this.refunds.all(), this.parts.nowMs());
  }

  private async owe(payment: Payment, options: PayOptions): Promise<void> {
    const event = paymentEvent(payment, this.parts.appid, options.totalFen);
    const { functionName } = payment.terms;
    await this.notices.oweWith({ outTradeNo: payment._id, functionName, event }, options);
  }

  private async oweRefund(refund: Refund, delayMs: number, faults: NoticeFaults): Promise<void> {
    const payment = this.find(refund.outTradeNo);
    const { functionName = '' } = refund;
    if (payment === undefined || functionName === '') return;
    const event = refundEvent(payment, refund, this.parts.appid);
    await this.notices.oweWith({ outTradeNo: payment._id, functionName, event, delayMs }, faults);
  }

  /** A kill between "paid" or "refunded" and "owed" must not cost the shop its callback. */
  private async oweWhatACrashForgot(): Promise<void> {
    for (const payment of this.parts.payments.all()) {
      if (payment.state.name === 'SUCCESS' && this.notices.of(payment._id).length === 0) await this.owe(payment, {});
    }
    for (const refund of this.refunds.all()) {
      const isOwed = this.notices.of(refund.outTradeNo).some(({ event }) => event.outRefundNo === refund._id);
      const delayMs = Math.max(1, refund.arrivesAtMs - this.parts.nowMs());
      if (!isOwed) await this.oweRefund(refund, delayMs, {});
    }
  }

  private failIfAsked(api: string): void {
    const index = this.failNextCalls.findIndex((entry) => entry.api === api);
    const asked = index < 0 ? undefined : this.failNextCalls.splice(index, 1)[0];
    if (asked !== undefined) throw asked.refusal;
  }
}
