import type { TransferFacts } from '../kernel/transfer';

export type { TransferFacts } from '../kernel/transfer';

/**
 * WeChat Pay's merchant transfer to a person, who confirms it on the phone (商家转账, user confirmation mode; WeChat Pay API v3,
 * /v3/fund-app/mch-transfer/transfer-bills). The cloud's own interface has no such call. Amounts in fen.
 */
export interface TransferPort {
  /**
   * Asks for a transfer to a person, which that person confirms on the phone. Safe to repeat with the same number and the same
   * rest: it is one transfer. Throws where the platform does not answer, or says that asking again is right.
   */
  transfer(input: {
    /** 1 to 32 letters and digits. */
    readonly outBillNo: string;
    readonly openid: string;
    readonly amountFen: number;
    /** At most 32 characters; the person reads it. */
    readonly remark: string;
  }): Promise<TransferFacts | { readonly refused: string }>;
  /** How a transfer stands. Throws when the platform does not answer. */
  queryTransfer(outBillNo: string): Promise<TransferFacts>;
  /** What `wx.requestMerchantTransfer` takes besides the transfer's package. Null: transfers are not set up. */
  readonly merchant: { readonly merchantId: string; readonly appId: string } | null;
}
