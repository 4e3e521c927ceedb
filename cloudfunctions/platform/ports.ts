import type { TransferPort } from './transfer-port';

export type { TransferFacts, TransferPort } from './transfer-port';

/** WeChat Pay through the cloud's own interface (platform-protocol.md 6.3). Amounts in fen. */
export interface PayPort extends TransferPort {
  /** Creates the payment; its `timeExpireMs` is the order's deadline. Safe to repeat with the same number and amount. */
  unifiedOrder(input: {
    readonly outTradeNo: string;
    readonly totalFeeFen: number;
    readonly body: string;
    readonly openid: string;
    readonly timeExpireMs: number;
  }): Promise<PaymentParameters | { readonly refused: 'PAID' | 'CLOSED' | 'FAILED'; readonly message: string }>;
  query(outTradeNo: string): Promise<PaymentFacts>;
  /** Never answers 'closed' for a payment that was made. Throws when the platform does not answer. */
  close(outTradeNo: string): Promise<'closed' | 'paid'>;
  refund(input: {
    readonly outTradeNo: string;
    readonly outRefundNo: string;
    readonly totalFeeFen: number;
    readonly refundFeeFen: number;
    readonly reason: string;
  }): Promise<RefundAnswer>;
  /** How a refund that was asked for stands at the bank. Throws when the platform does not answer. */
  queryRefund(input: { readonly outTradeNo: string; readonly outRefundNo: string }): Promise<RefundFacts>;
  /**
   * What moved on that Shanghai day (`yyyymmdd`), by WeChat's own books. Ready from about 10:00 the next morning, kept for
   * 3 months. Throws when the platform does not answer, or when its bill does not read to the last row.
   */
  dayBill(day: string): Promise<DayBill | 'not-ready' | 'empty'>;
}

/**
 * 'accepted' is not yet arrived: `queryRefund` tells. `refused` is WeChat Pay's err_code, which asking again does not
 * change: `TRADE_OVERDUE` (365 days), `USER_ACCOUNT_ABNORMAL`, `INVALID_REQUEST` … Throws where asking again is right.
 */
export type RefundAnswer = 'accepted' | { readonly refused: string };

/**
 * unknown: the platform has no such refund. closed: it will not be paid out, the money is the shop's again. abnormal: the
 * resident's card or account takes no money; the shop pays by hand, the money is out of its balance.
 */
export type RefundState = 'unknown' | 'processing' | 'succeeded' | 'closed' | 'abnormal';

export interface RefundFacts {
  readonly state: RefundState;
  /** 0 where the platform says nothing of it. */
  readonly amountFen: number;
  /** When the money was in the resident's hands; null until then. */
  readonly arrivedAtMs: number | null;
}

export interface BilledPayment {
  readonly outTradeNo: string;
  /** Of the order, before WeChat's own vouchers. */
  readonly amountFen: number;
  readonly atMs: number;
}

export interface BilledRefund {
  readonly outTradeNo: string;
  readonly outRefundNo: string;
  /** As asked for. */
  readonly amountFen: number;
  /** As it stood when the bill was made; WeChat does not change it afterwards. */
  readonly state: RefundState;
  /** When it was accepted, not when it arrived. */
  readonly atMs: number;
}

/** Of the whole merchant number: other shops of the same merchant are in it too. */
export interface DayBill {
  readonly payments: readonly BilledPayment[];
  readonly refunds: readonly BilledRefund[];
}

/** What `wx.requestPayment` takes. */
export interface PaymentParameters {
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: string;
  readonly paySign: string;
}

export interface PaymentFacts {
  readonly state: 'unknown' | 'unpaid' | 'paid' | 'closed' | 'refunded';
  readonly totalFeeFen: number;
  readonly payerOpenid: string | null;
  readonly merchantId: string | null;
  readonly transactionId: string | null;
  readonly paidAtMs: number | null;
}

export interface WechatPort {
  /** PNG bytes as base64 of the mini-program code for a page and scene (≤ 32 characters). */
  codeUnlimited(input: { readonly page: string; readonly scene: string }): Promise<string>;
  /**
   * The chat (opengid) that a cloudID of `wx.getGroupEnterInfo` stands for, as WeChat itself says: nothing of it is
   * believed from the page. Null: the ticket is unknown, older than 5 minutes, or stands for something else.
   */
  groupOf(cloudId: string): Promise<string | null>;
  /**
   * WeChat's word on a text before others see it (security.msgSecCheck, version 2). `openid` must have used the mini-program
   * within 2 hours. Only 'pass' may be shown; 'review' is what a person would have to look at.
   */
  checkText(input: {
    readonly openid: string;
    readonly text: string;
    /** Where it will be seen, as WeChat tells them apart. */
    readonly scene: 'profile' | 'comment' | 'forum' | 'social';
  }): Promise<'pass' | 'review' | 'risky'>;
  /** For a message in chats whose text can be changed later; it lives 24 hours (updatableMessage.createActivityId). */
  createActivityId(): Promise<{ readonly activityId: string; readonly endsAtMs: number }>;
  /** "成员正在加入，当前 n/m 人" in every chat that the message was sent to (updatableMessage.setUpdatableMsg, state 0). */
  setUpdatableMessage(input: {
    readonly activityId: string;
    readonly memberCount: number;
    readonly roomLimit: number;
  }): Promise<void>;
  /**
   * One consent buys one send; 'no-consent' is WeChat's 43101. `refused`: its errcode, with which nothing was sent. Throws
   * where it is not known whether it was.
   */
  sendSubscribeMessage(input: {
    readonly openid: string;
    readonly templateId: string;
    readonly page: string;
    readonly data: { readonly [field: string]: string };
  }): Promise<'sent' | 'no-consent' | { readonly refused: number }>;
}
