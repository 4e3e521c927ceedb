import type { Notice, Payment, Refund } from './records';

export interface PayOptions {
  /** Who pays; the order's own payer when absent. */
  payer?: string;
  /** How many callbacks go out at once; 1 when absent, 0 for none at all. */
  times?: number;
  /** First attempt this long after paying, by the local clock. */
  delayMs?: number;
  /** The first attempt never arrives; the platform repeats after 15 s of local time. */
  lost?: boolean;
  /** The function runs, its answer is lost: the platform repeats. */
  answerLost?: boolean;
  /** A callback that lies about the amount. */
  totalFen?: number;
}

export interface PaymentView extends Payment {
  refunds: (Refund & { status: 'PROCESSING' | 'SUCCESS' })[];
  notices: Notice[];
}
