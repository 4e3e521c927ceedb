import type { EpochMs } from '../../../../kernel/period';
import { type Refusal, refuse } from '../../../../kernel/result';
import { MOST_REFUNDS, REFUND_WITHIN_MS } from './limits';
import type { Refund, Refunds } from './record';
import { countedRefunds } from './units';

/** `refusal` of a refund that is not asked of WeChat Pay, because that pays back no more of this payment: a person transfers it. */
export const BY_HAND = 'BY_HAND';

/** By WeChat Pay the way it was paid, or by a bank transfer that a person makes and records. */
export type PaidBy = 'wechat' | 'transfer';

/** Numbers that it needs at the pay platform: none for what is worth nothing or is paid by hand, one more each time the bank closed it. */
function askings({ amounts, closedTimes = 0, refusal }: Pick<Refund, 'amounts' | 'closedTimes' | 'refusal'>): number {
  if (amounts.amountFen === 0) return 0;
  return refusal === BY_HAND ? closedTimes : 1 + closedTimes;
}

/** Numbers that these refunds need at the pay platform, those that still wait among them. */
export const askingsOf = (sold: { readonly refunds: Refunds }): number =>
  countedRefunds(sold).reduce((sum, refund) => sum + askings(refund), 0);

interface Paid {
  readonly refunds: Refunds;
  readonly paidAtMs?: EpochMs;
}

/** A refund of the order, or what would be one. */
interface Numbered {
  readonly refundNumber: string;
  readonly refund: Pick<Refund, 'amounts' | 'closedTimes'>;
}

/** How this refund of the order is paid. */
export const paidBy = (order: Paid, numbered: Numbered, nowMs: EpochMs): PaidBy =>
  numbered.refund.amounts.amountFen === 0 || refusalByPlatform(order, numbered, nowMs) === null ? 'wechat' : 'transfer';

/**
 * WeChat Pay refunds a payment for 365 days and 50 times (rules.md section 2): REFUND_TOO_LATE {untilMs}, TOO_MANY_REFUNDS {most}.
 */
export function refusalByPlatform(order: Paid, { refundNumber, refund }: Numbered, nowMs: EpochMs): Refusal | null {
  const untilMs = lastRefundMs(order, nowMs);
  if (nowMs >= untilMs) return refuse('REFUND_TOO_LATE', { untilMs });
  const { [refundNumber]: _, ...others } = order.refunds;
  const isFull = askingsOf({ refunds: others }) + askings(refund) > MOST_REFUNDS;
  return isFull ? refuse('TOO_MANY_REFUNDS', { most: MOST_REFUNDS }) : null;
}

/** From this moment on WeChat Pay refunds no more of the payment. */
export const lastRefundMs = ({ paidAtMs }: { readonly paidAtMs?: EpochMs }, nowMs: EpochMs): EpochMs =>
  (paidAtMs ?? nowMs) + REFUND_WITHIN_MS;
