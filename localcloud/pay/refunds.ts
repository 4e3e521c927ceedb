import { randomBytes } from 'node:crypto';
import type { RecordBox } from '../records';
import type { PayOrders } from './orders';
import type { PayParams } from './params';
import type { Payment, Refund, RefundEnd, RefundStatus } from './records';
import { PayRefusal } from './reply';
import { formatShanghai, formatShanghaiLong } from './shanghai-time';

/** WeChat Pay: at most 50 refunds a payment, within 365 days of paying. */
const MAX_REFUNDS = 50;
const REFUND_WINDOW_MS = 365 * 86_400_000;
/** queryRefund tells this many of a payment's refunds at a time, from `offset` on. */
const PAGE = 10;

export interface AcceptedRefund {
  fields: Record<string, unknown>;
  refund: Refund;
  payment: Payment;
  /** False when the same out_refund_no was accepted before. */
  fresh: boolean;
}

export class PayRefunds {
  /** How long money is on its way; tests and the inspector may change it. */
  travelMs = 0;
  /** How refunds accepted from now on end. */
  end: RefundEnd = 'SUCCESS';

  constructor(
    private readonly orders: PayOrders,
    private readonly refunds: RecordBox<Refund>,
    private readonly nowMs: () => number,
  ) {}

  async refund(params: PayParams): Promise<AcceptedRefund> {
    const payment = this.orders.find(params);
    const outRefundNo = params.merchantNumber('out_refund_no', 64);
    const refundFen = params.fen('refund_fee');
    if (params.fen('total_fee') !== payment.terms.totalFen) {
      throw new PayRefusal('REFUND_FEE_MISMATCH', '订单金额或退款金额与之前请求不一致，请核实后再试');
    }
    const repeated = this.refunds.get(outRefundNo);
    if (repeated !== undefined) return this.repeat(payment, repeated, refundFen);
    this.admit(payment, refundFen);
    const now = this.nowMs();
    const refund: Refund = {
      _id: outRefundNo,
      outTradeNo: payment._id,
      refundId: `50000${formatShanghai(now).slice(2)}${randomBytes(5).readUIntBE(0, 5).toString().padStart(13, '0')}`,
      refundFen,
      reason: params.optionalText('refund_desc', 240),
      acceptedAtMs: now,
      arrivesAtMs: now + this.travelMs,
      end: this.end,
      functionName: params.optionalText('function_name', 64),
    };
    await this.refunds.put(refund);
    return { fields: describeAccepted(payment, refund), refund, payment, fresh: true };
  }

  query(params: PayParams): Record<string, unknown> {
    const outRefundNo = params.optionalText('out_refund_no', 64);
    const refundId = params.optionalText('refund_id', 32);
    const byNumber = outRefundNo !== '' || refundId !== '';
    const found = byNumber
      ? this.refunds.all().filter(({ _id, refundId: id }) => _id === outRefundNo || id === refundId)
      : this.of(this.orders.find(params)._id);
    const first = found[0];
    if (first === undefined) throw new PayRefusal('REFUNDNOTEXIST', '退款订单查询失败');
    const payment = this.orders.find(params.withOutTradeNo(first.outTradeNo));
    const offset = params.optionalCount('offset');
    if (offset >= found.length) throw new PayRefusal('PARAM_ERROR', 'offset超过退款单总笔数');
    const rows = found.slice(offset, offset + PAGE).map((one, n) => this.row(one, n));
    return { ...describeTotals(payment, found, rows.length), ...Object.assign({}, ...rows) };
  }

  of(outTradeNo: string): Refund[] {
    return this.refunds.all().filter((refund) => refund.outTradeNo === outTradeNo);
  }

  all(): Refund[] {
    return this.refunds.all();
  }

  get(outRefundNo: string): Refund | undefined {
    return this.refunds.get(outRefundNo);
  }

  statusOf(refund: Refund): RefundStatus {
    return statusAt(refund, this.nowMs());
  }

  /** The same out_refund_no again is the same refund; with another amount or order it is refused. */
  private repeat(payment: Payment, refund: Refund, refundFen: number): AcceptedRefund {
    if (refund.outTradeNo !== payment._id || refund.refundFen !== refundFen) {
      throw new PayRefusal('REFUND_FEE_MISMATCH', '订单金额或退款金额与之前请求不一致，请核实后再试');
    }
    return { fields: describeAccepted(payment, refund), refund, payment, fresh: false };
  }

  private admit(payment: Payment, refundFen: number): void {
    const { state, terms } = payment;
    if (state.name !== 'SUCCESS') throw new PayRefusal('TRADE_STATE_ERROR', '订单未支付，不能退款');
    if (this.nowMs() - state.paidAtMs > REFUND_WINDOW_MS) throw new PayRefusal('TRADE_OVERDUE', '订单已经超过退款期限');
    const earlier = this.of(payment._id);
    const given = earlier.filter((refund) => this.statusOf(refund) !== 'REFUNDCLOSE');
    const refundedFen = given.reduce((sum, refund) => sum + refund.refundFen, 0);
    if (refundedFen + refundFen > terms.totalFen) throw new PayRefusal('INVALID_REQUEST', '累计退款金额大于支付金额');
    if (earlier.length >= MAX_REFUNDS) throw new PayRefusal('INVALID_REQUEST', '单笔订单退款次数不能超过50次');
  }

  private row(refund: Refund, n: number): Record<string, unknown> {
    const status = this.statusOf(refund);
    const arrived =
      status === 'SUCCESS' ? { [`refund_success_time_${n}`]: formatShanghaiLong(refund.arrivesAtMs) } : {};
    return {
      [`out_refund_no_${n}`]: refund._id,
      [`refund_id_${n}`]: refund.refundId,
      [`refund_channel_${n}`]: 'ORIGINAL',
      [`refund_fee_${n}`]: refund.refundFen,
      [`settlement_refund_fee_${n}`]: refund.refundFen,
      [`refund_account_${n}`]: 'REFUND_SOURCE_UNSETTLED_FUNDS',
      [`refund_status_${n}`]: status,
      [`refund_recv_accout_${n}`]: '支付用户零钱', // sic: WeChat's own spelling
      ...arrived,
    };
  }
}

/** How a refund stood, or will stand, at a moment of the local clock. */
export function statusAt({ arrivesAtMs, end = 'SUCCESS' }: Refund, atMs: number): RefundStatus {
  return atMs >= arrivesAtMs ? end : 'PROCESSING';
}

function transactionIdOf({ state }: Payment): string {
  return state.name === 'SUCCESS' ? state.transactionId : '';
}

function describeAccepted(payment: Payment, refund: Refund): Record<string, unknown> {
  return {
    transaction_id: transactionIdOf(payment),
    out_trade_no: payment._id,
    out_refund_no: refund._id,
    refund_id: refund.refundId,
    refund_fee: refund.refundFen,
    cash_refund_fee: refund.refundFen,
    total_fee: payment.terms.totalFen,
    cash_fee: payment.terms.totalFen,
  };
}

function describeTotals(payment: Payment, refunds: readonly Refund[], told: number): Record<string, unknown> {
  return {
    transaction_id: transactionIdOf(payment),
    out_trade_no: payment._id,
    total_fee: payment.terms.totalFen,
    cash_fee: payment.terms.totalFen,
    total_refund_count: refunds.length,
    refund_count: told,
    refund_fee: refunds.reduce((sum, refund) => sum + refund.refundFen, 0),
  };
}
