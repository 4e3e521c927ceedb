/** WeChat Pay through the cloud's own interface (platform-protocol.md 6.3). Amounts in fen. */
export interface PayPort {
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
  }): Promise<'accepted' | 'refused'>;
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
  /** One consent buys one send; 'no-consent' is WeChat's 43101. */
  sendSubscribeMessage(input: {
    readonly openid: string;
    readonly templateId: string;
    readonly page: string;
    readonly data: { readonly [field: string]: string };
  }): Promise<'sent' | 'no-consent'>;
}
