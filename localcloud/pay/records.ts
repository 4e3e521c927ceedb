import type { CloudRecord } from '../records';

/** Where a payment stands (WeChat Pay v2 trade_state); REFUND is SUCCESS with at least one refund. */
export type PaymentState =
  | { name: 'NOTPAY' }
  | { name: 'CLOSED'; closedAtMs: number }
  | { name: 'SUCCESS'; paidAtMs: number; transactionId: string; payer: string };

/** What unifiedOrder was given; a second order of the same number must repeat it exactly. */
export interface OrderTerms {
  subMchId: string;
  body: string;
  attach: string;
  totalFen: number;
  /** Who may pay, by openid. */
  payer: string;
  expiresAtMs?: number;
  /** The function told of the payment, and its environment. */
  functionName: string;
  envId: string;
}

export interface Payment extends CloudRecord {
  /** _id is out_trade_no. */
  terms: OrderTerms;
  prepayId: string;
  prepaidAtMs: number;
  state: PaymentState;
}

export interface Refund extends CloudRecord {
  /** _id is out_refund_no. */
  outTradeNo: string;
  refundId: string;
  refundFen: number;
  reason: string;
  acceptedAtMs: number;
  /** From this time of the local clock on the refund has come to its end; before, it is PROCESSING. */
  arrivesAtMs: number;
  /** SUCCESS where it is absent. */
  end?: RefundEnd;
  /** The function told of its end; none where it is absent. */
  functionName?: string;
}

/** REFUNDCLOSE: not paid out, the shop's again. CHANGE: the payer's account took no money, somebody must pay by hand. */
export type RefundEnd = 'SUCCESS' | 'REFUNDCLOSE' | 'CHANGE';
export type RefundStatus = RefundEnd | 'PROCESSING';

/** A callback the platform owes to a function until it answers {errcode: 0}. */
export interface Notice extends CloudRecord {
  outTradeNo: string;
  functionName: string;
  event: Record<string, unknown>;
  attempts: number;
  createdAtMs: number;
  state: { name: 'due'; atMs: number } | { name: 'accepted'; atMs: number } | { name: 'given up'; atMs: number };
  /** What the function answered last, or why it failed. */
  lastAnswer?: string;
}
