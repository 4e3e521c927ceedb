import type { Notice, Payment, Refund, RefundStatus } from './records';

/** What may befall a callback. */
export interface NoticeFaults {
  /** How many go out at once; 1 when absent, 0 for none at all. */
  times?: number;
  /** First attempt this much later than it is due, by the local clock. */
  delayMs?: number;
  /** The first attempt never arrives; the platform repeats after 15 s of local time. */
  lost?: boolean;
  /** The function runs, its answer is lost: the platform repeats. */
  answerLost?: boolean;
}

export interface PayOptions extends NoticeFaults {
  /** Who pays; the order's own payer when absent. */
  payer?: string;
  /** A callback that lies about the amount. */
  totalFen?: number;
}

export interface PaymentView extends Payment {
  refunds: (Refund & { status: RefundStatus })[];
  notices: Notice[];
}
