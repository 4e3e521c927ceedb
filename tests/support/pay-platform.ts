import { DAY_MS, HOUR_MS } from '../../cloudfunctions/kernel/period';
import type {
  DayBill,
  PaymentFacts,
  PaymentParameters,
  PayPort,
  RefundAnswer,
  RefundFacts,
  TransferFacts,
} from '../../cloudfunctions/platform/ports';
import { LOCAL_MERCHANT_ID } from '../../cloudfunctions/platform/wechat/account';
import { PayNoAnswer } from '../../cloudfunctions/platform/wechat/pay';
import { parseCompactTime } from '../../cloudfunctions/platform/wechat/time';
import { TEST_MERCHANT, Transfers } from './transfers';

interface Payment {
  readonly totalFeeFen: number;
  readonly payerOpenid: string;
  readonly timeExpireMs: number;
  state: PaymentFacts['state'];
  paidAtMs: number | null;
  readonly refunds: Map<string, PlayedRefund>;
}

export type RefundEnd = 'succeeded' | 'closed' | 'abnormal';

interface PlayedRefund {
  readonly amountFen: number;
  readonly acceptedAtMs: number;
  readonly endsAtMs: number;
  readonly end: RefundEnd;
}

const END_WORDS: { readonly [end in RefundEnd]: string } = {
  succeeded: 'SUCCESS',
  closed: 'REFUNDCLOSE',
  abnormal: 'CHANGE',
};
/** WeChat Pay: at most 50 refunds a payment, within 365 days of paying. */
const MAX_REFUNDS = 50;
const REFUND_WINDOW_MS = 365 * DAY_MS;
/** The bill of a day is there from 10:00 the next morning. */
const BILL_READY_MS = DAY_MS + 10 * HOUR_MS;

type Ordered = Parameters<PayPort['unifiedOrder']>[0];
type Refunding = Parameters<PayPort['refund']>[0];

const NOBODY = { state: 'unknown', totalFeeFen: 0, payerOpenid: null, paidAtMs: null } as const;

/** WeChat Pay as the rooms meet it: pays once, refuses to close what was paid, counts one refund a number. */
export class PayPlatform implements PayPort {
  /** Calls left that get no answer. */
  silent = 0;
  /** How long the money of refunds accepted from now on travels. */
  refundTravelMs = 0;
  /** How refunds accepted from now on end, after their travel. */
  refundEnd: RefundEnd = 'succeeded';
  /** err_codes for the next refunds that are asked for, one each; those asked again later have no answer. */
  readonly refundRefusals: string[] = [];
  private readonly payments = new Map<string, Payment>();

  readonly transfers: Transfers;
  readonly merchant = TEST_MERCHANT;

  constructor(private readonly clock: { readonly nowMs: number }) {
    this.transfers = new Transfers(clock);
  }

  async transfer(asked: Parameters<PayPort['transfer']>[0]): ReturnType<PayPort['transfer']> {
    this.hear('transfer');
    const answer = this.transfers.ask(asked);
    if (this.transfers.lost === 0) return answer;
    this.transfers.lost -= 1;
    throw new PayNoAnswer('transfer', 'lost');
  }

  async queryTransfer(outBillNo: string): Promise<TransferFacts> {
    this.hear('queryTransfer');
    return this.transfers.facts(outBillNo);
  }

  async unifiedOrder(asked: Ordered): ReturnType<PayPort['unifiedOrder']> {
    this.hear('unifiedOrder');
    const { outTradeNo, totalFeeFen, openid: payerOpenid, timeExpireMs } = asked;
    const known = this.payments.get(outTradeNo);
    if (known?.state === 'paid' || known?.state === 'refunded') return { refused: 'PAID', message: '' };
    if (known?.state === 'closed') return { refused: 'CLOSED', message: '' };
    if (known && known.totalFeeFen !== totalFeeFen) return { refused: 'FAILED', message: 'OUT_TRADE_NO_USED' };
    const fresh = { totalFeeFen, payerOpenid, timeExpireMs, paidAtMs: null, refunds: new Map<string, PlayedRefund>() };
    if (!known) this.payments.set(outTradeNo, { ...fresh, state: 'unpaid' });
    return parametersOf(outTradeNo);
  }

  async query(outTradeNo: string): Promise<PaymentFacts> {
    this.hear('queryOrder');
    const { state, totalFeeFen, payerOpenid, paidAtMs } = this.payments.get(outTradeNo) ?? NOBODY;
    const transactionId = `wx${outTradeNo}`;
    return { state, totalFeeFen, payerOpenid, paidAtMs, merchantId: LOCAL_MERCHANT_ID, transactionId };
  }

  async close(outTradeNo: string): Promise<'closed' | 'paid'> {
    this.hear('closeOrder');
    const payment = this.payments.get(outTradeNo);
    if (payment?.state === 'paid' || payment?.state === 'refunded') return 'paid';
    if (payment) payment.state = 'closed';
    return 'closed';
  }

  async refund({ outTradeNo, outRefundNo, refundFeeFen, totalFeeFen }: Refunding): Promise<RefundAnswer> {
    this.hear('refund');
    const refusal = this.refundRefusals.shift();
    if (refusal !== undefined) return { refused: refusal };
    const payment = this.find(outTradeNo);
    if (payment.state !== 'paid' && payment.state !== 'refunded') return { refused: 'TRADE_STATE_ERROR' };
    const known = payment.refunds.get(outRefundNo);
    const isAnother = known !== undefined && known.amountFen !== refundFeeFen;
    if (totalFeeFen !== payment.totalFeeFen || isAnother) return { refused: 'REFUND_FEE_MISMATCH' };
    if (known) return 'accepted';
    if (this.refundedFen(outTradeNo) + refundFeeFen > totalFeeFen) return { refused: 'INVALID_REQUEST' };
    const acceptedAtMs = this.clock.nowMs;
    if (acceptedAtMs - (payment.paidAtMs ?? 0) > REFUND_WINDOW_MS) return { refused: 'TRADE_OVERDUE' };
    if (payment.refunds.size >= MAX_REFUNDS) return { refused: 'INVALID_REQUEST' };
    const endsAtMs = acceptedAtMs + this.refundTravelMs;
    payment.refunds.set(outRefundNo, { amountFen: refundFeeFen, acceptedAtMs, endsAtMs, end: this.refundEnd });
    payment.state = 'refunded';
    return 'accepted';
  }

  async queryRefund({ outTradeNo, outRefundNo }: Parameters<PayPort['queryRefund']>[0]): Promise<RefundFacts> {
    this.hear('queryRefund');
    const refund = this.payments.get(outTradeNo)?.refunds.get(outRefundNo);
    return refund ? factsAt(refund, this.clock.nowMs) : { state: 'unknown', amountFen: 0, arrivedAtMs: null };
  }

  async dayBill(day: string): Promise<DayBill | 'not-ready' | 'empty'> {
    this.hear('downloadBill');
    const startMs = parseCompactTime(`${day}000000`);
    if (startMs === null) throw new PayNoAnswer('downloadBill', 'PARAM_ERROR');
    if (this.clock.nowMs < startMs + BILL_READY_MS) return 'not-ready';
    const isOfDay = (atMs: number | null) => atMs !== null && atMs >= startMs && atMs < startMs + DAY_MS;
    const payments = [...this.payments].flatMap(([outTradeNo, { totalFeeFen: amountFen, paidAtMs }]) =>
      paidAtMs !== null && isOfDay(paidAtMs) ? [{ outTradeNo, amountFen, atMs: paidAtMs }] : [],
    );
    const refunds = [...this.payments].flatMap(([outTradeNo, payment]) =>
      [...payment.refunds].flatMap(([outRefundNo, refund]) => {
        const { amountFen, acceptedAtMs: atMs } = refund;
        // As it stood when the bill was made; WeChat does not change it later.
        const { state } = factsAt(refund, startMs + BILL_READY_MS);
        return isOfDay(atMs) ? [{ outTradeNo, outRefundNo, amountFen, state, atMs }] : [];
      }),
    );
    return payments.length + refunds.length === 0 ? 'empty' : { payments, refunds };
  }

  /** The resident pays at the cashier; refused when it expired or was closed. */
  settle(outTradeNo: string): 'paid' | 'refused' {
    const payment = this.payments.get(outTradeNo);
    if (payment?.state !== 'unpaid' || this.clock.nowMs >= payment.timeExpireMs) return 'refused';
    payment.state = 'paid';
    payment.paidAtMs = this.clock.nowMs;
    return 'paid';
  }

  /** The event of WeChat's callback for a payment, as the SDK hands it over. */
  callback(outTradeNo: string, change: { [field: string]: unknown } = {}): { [field: string]: unknown } {
    const { totalFeeFen, payerOpenid } = this.find(outTradeNo);
    const money = { outTradeNo, totalFee: totalFeeFen, cashFee: totalFeeFen, transactionId: `wx${outTradeNo}` };
    const who = { subOpenid: payerOpenid, subMchId: LOCAL_MERCHANT_ID };
    return { returnCode: 'SUCCESS', resultCode: 'SUCCESS', ...money, ...who, timeEnd: '20260101000000', ...change };
  }

  /** The event of WeChat's notice of a refund's end, early if its money still travels. */
  refundNotice(outRefundNo: string, change: { [field: string]: unknown } = {}): { [field: string]: unknown } {
    const [outTradeNo, payment] = [...this.payments].find(([, { refunds }]) => refunds.has(outRefundNo)) ?? [];
    const refund = payment?.refunds.get(outRefundNo);
    if (!payment || !refund) throw new Error(`no refund ${outRefundNo}`);
    const money = { totalFee: payment.totalFeeFen, refundFee: refund.amountFen, settlementRefundFee: refund.amountFen };
    const numbers = { outTradeNo, outRefundNo, transactionId: `wx${outTradeNo}`, refundId: `wx${outRefundNo}` };
    const end = { refundStatus: END_WORDS[refund.end], successTime: '2026-01-01 00:00:00' };
    return { returnCode: 'SUCCESS', subMchId: LOCAL_MERCHANT_ID, ...numbers, ...money, ...end, ...change };
  }

  /** Sum of accepted refunds, without those that were closed: their money is the shop's again. */
  refundedFen(outTradeNo: string): number {
    const refunds = [...(this.payments.get(outTradeNo)?.refunds.values() ?? [])];
    const given = refunds.filter((refund) => factsAt(refund, this.clock.nowMs).state !== 'closed');
    return given.reduce((sum, { amountFen }) => sum + amountFen, 0);
  }

  refundNumbers(outTradeNo: string): string[] {
    return [...(this.payments.get(outTradeNo)?.refunds.keys() ?? [])];
  }

  /** What the payer gave, whatever went back since. */
  paidFen(outTradeNo: string): number {
    const payment = this.payments.get(outTradeNo);
    return payment && payment.paidAtMs !== null ? payment.totalFeeFen : 0;
  }

  private find(outTradeNo: string): Payment {
    const payment = this.payments.get(outTradeNo);
    if (!payment) throw new Error(`no payment ${outTradeNo}`);
    return payment;
  }

  private hear(api: string): void {
    if (this.silent === 0) return;
    this.silent -= 1;
    throw new PayNoAnswer(api, 'silent');
  }
}

function factsAt({ amountFen, endsAtMs, end }: PlayedRefund, nowMs: number): RefundFacts {
  if (nowMs < endsAtMs) return { state: 'processing', amountFen, arrivedAtMs: null };
  return { state: end, amountFen, arrivedAtMs: end === 'succeeded' ? endsAtMs : null };
}

const parametersOf = (outTradeNo: string): PaymentParameters => ({
  timeStamp: '1',
  nonceStr: outTradeNo,
  package: `prepay_id=${outTradeNo}`,
  signType: 'MD5',
  paySign: '0',
});
