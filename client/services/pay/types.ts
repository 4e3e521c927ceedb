/** What the pay platform gave the server for this payment; the fields are WeChat's own. */
export interface PayTicket {
  timeStamp: string;
  nonceStr: string;
  /** `prepay_id=…` */
  package: string;
  signType: 'MD5' | 'RSA' | 'HMAC-SHA256';
  paySign: string;
}

/** Pages of this app with their query, for who comes back from the cashier. */
export interface ReturnTo {
  paid: string;
  cancelled: string;
}

/**
 * What the till told the phone. Only the server knows whether money moved: every outcome leads to a page that asks it.
 * `left`: the browser has gone to the cashier page, and comes back to `returnTo`.
 */
export type PayOutcome = 'done' | 'cancelled' | 'failed' | 'left';
