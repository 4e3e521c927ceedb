import type { PaymentFacts, PaymentParameters, PayPort } from '../../cloudfunctions/platform/ports';
import { LOCAL_MERCHANT_ID } from '../../cloudfunctions/platform/wechat/account';
import { PayNoAnswer } from '../../cloudfunctions/platform/wechat/pay';

interface Payment {
  readonly totalFeeFen: number;
  readonly payerOpenid: string;
  readonly timeExpireMs: number;
  state: PaymentFacts['state'];
  paidAtMs: number | null;
  readonly refunds: Map<string, number>;
}

type Ordered = Parameters<PayPort['unifiedOrder']>[0];
type Refunding = Parameters<PayPort['refund']>[0];

const NOBODY = { state: 'unknown', totalFeeFen: 0, payerOpenid: null, paidAtMs: null } as const;

/** WeChat Pay as the rooms meet it: pays once, refuses to close what was paid, counts one refund a number. */
export class PayPlatform implements PayPort {
  /** Calls left that get no answer. */
  silent = 0;
  private readonly payments = new Map<string, Payment>();

  constructor(private readonly clock: { readonly nowMs: number }) {}

  async unifiedOrder(asked: Ordered): ReturnType<PayPort['unifiedOrder']> {
    this.hear('unifiedOrder');
    const { outTradeNo, totalFeeFen, openid: payerOpenid, timeExpireMs } = asked;
    const known = this.payments.get(outTradeNo);
    if (known?.state === 'paid' || known?.state === 'refunded') return { refused: 'PAID', message: '' };
    if (known?.state === 'closed') return { refused: 'CLOSED', message: '' };
    if (known && known.totalFeeFen !== totalFeeFen) return { refused: 'FAILED', message: 'OUT_TRADE_NO_USED' };
    const fresh = { totalFeeFen, payerOpenid, timeExpireMs, paidAtMs: null, refunds: new Map<string, number>() };
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

  async refund({ outTradeNo, outRefundNo, refundFeeFen, totalFeeFen }: Refunding): Promise<'accepted' | 'refused'> {
    this.hear('refund');
    const payment = this.find(outTradeNo);
    if (payment.state !== 'paid' && payment.state !== 'refunded') return 'refused';
    if (payment.refunds.has(outRefundNo)) return 'accepted';
    const isTooMuch = this.refundedFen(outTradeNo) + refundFeeFen > totalFeeFen;
    if (totalFeeFen !== payment.totalFeeFen || isTooMuch) return 'refused';
    payment.refunds.set(outRefundNo, refundFeeFen);
    payment.state = 'refunded';
    return 'accepted';
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

  /** Sum of accepted refunds. */
  refundedFen(outTradeNo: string): number {
    return [...(this.payments.get(outTradeNo)?.refunds.values() ?? [])].reduce((sum, fen) => sum + fen, 0);
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

const parametersOf = (outTradeNo: string): PaymentParameters => ({
  timeStamp: '1',
  nonceStr: outTradeNo,
  package: `prepay_id=${outTradeNo}`,
  signType: 'MD5',
  paySign: '0',
});
