import { DAY_MS, type EpochMs, MINUTE_MS } from '../../../kernel/period';
import type { Difference } from './difference';

/** What an order says of its money. */
export interface OrderMoney {
  readonly orderId: string;
  readonly payment: { readonly amountFen: number; readonly paidAtMs: EpochMs } | null;
  readonly lateFen: number;
  readonly refunds: readonly RefundMoney[];
}

export interface RefundMoney {
  readonly refundNumber: string;
  readonly platformNumber: string;
  readonly amountFen: number;
  readonly state: string;
  readonly dueAtMs: EpochMs | null;
  readonly acceptedAtMs: EpochMs | null;
}

export interface PaymentRow {
  readonly outTradeNo: string;
  readonly amountFen: number;
}

export interface RefundRow extends PaymentRow {
  readonly outRefundNo: string;
  readonly state: string;
}

/** An order's id is its payment's number; what does not read so is another shop's of the same merchant number. */
export const isOurs = ({ outTradeNo }: Pick<PaymentRow, 'outTradeNo'>): boolean => /^[0-9a-f]{32}$/.test(outTradeNo);

/** A payment of the bill beside the order: expected is the bank's, found ours. */
export function comparePayment(row: PaymentRow, order: OrderMoney | undefined): Difference[] {
  const found = order?.payment?.amountFen ?? order?.lateFen ?? 0;
  return found === row.amountFen ? [] : [difference('payment', row.outTradeNo, row.amountFen, found)];
}

/** A refund of the bill beside ours. A payment that is ours and a refund that is not was made outside, by hand. */
export function compareRefund(row: RefundRow, order: OrderMoney | undefined): Difference[] {
  const refund = refundOf(row, order);
  const target = row.outRefundNo || row.outTradeNo;
  const found = refund?.amountFen ?? 0;
  if (!refund || found !== row.amountFen) return [difference('refund', target, row.amountFen, found)];
  const isContradicted = isLatest(row, refund) && isBadEnd(row.state) && BELIEVED.has(refund.state);
  return isContradicted
    ? [{ counter: 'refund', target, key: 'state', expected: row.state, found: refund.state, cause: row.outTradeNo }]
    : [];
}

/** What a closed or failed refund of the bill contradicts: money that we think is on its way, or there. */
const BELIEVED: ReadonlySet<string> = new Set(['accepted', 'succeeded']);

/** Where the order still waits for the bank, and the bill says that the money arrived. */
export function arrivedByBill(row: RefundRow, order: OrderMoney | undefined): RefundMoney | null {
  const refund = refundOf(row, order);
  if (refund?.state !== 'accepted' || row.state !== 'succeeded') return null;
  return isLatest(row, refund) && refund.amountFen === row.amountFen ? refund : null;
}

const isBadEnd = (state: string): boolean => state === 'closed' || state === 'abnormal';

/** A refund that the bank closed was asked for again under a number of its own: `<refund>-2`, `-3` … */
const refundOf = ({ outRefundNo }: RefundRow, order: OrderMoney | undefined): RefundMoney | undefined =>
  order?.refunds.find(
    ({ refundNumber, platformNumber }) =>
      outRefundNo === platformNumber ||
      (outRefundNo.startsWith(refundNumber) && /^(-[2-9]|-[1-9]\d)?$/.test(outRefundNo.slice(refundNumber.length))),
  );

const isLatest = ({ outRefundNo }: RefundRow, { platformNumber }: RefundMoney): boolean =>
  outRefundNo === platformNumber;

/** Of money that our books have on the day and its bill has not. */
export type Missing =
  | { readonly of: 'payment'; readonly orderId: string; readonly amountFen: number }
  | {
      readonly of: 'refund';
      readonly orderId: string;
      readonly amountFen: number;
      readonly platformNumber: string;
      /** Taken so near to midnight, or asked for the day before, that it may stand in the bill of the day beside. */
      readonly mayBeNextDoor: boolean;
    };

/** What the order says was paid or accepted on the day, and the bill does not name. */
export function missingFromBill(
  { orderId, payment, refunds }: OrderMoney,
  billed: ReadonlySet<string>,
  dayStartMs: EpochMs,
): Missing[] {
  const isOfDay = (atMs: EpochMs) => atMs >= dayStartMs && atMs < dayStartMs + DAY_MS;
  const missing: Missing[] = [];
  if (payment && isOfDay(payment.paidAtMs) && !billed.has(orderId))
    missing.push({ of: 'payment', orderId, amountFen: payment.amountFen });
  for (const { amountFen, platformNumber, acceptedAtMs, dueAtMs } of refunds) {
    if (amountFen <= 0 || acceptedAtMs === null || !isOfDay(acceptedAtMs) || billed.has(platformNumber)) continue;
    const mayBeNextDoor = isNearMidnight(acceptedAtMs, dayStartMs) || (dueAtMs ?? acceptedAtMs) < dayStartMs;
    missing.push({ of: 'refund', orderId, amountFen, platformNumber, mayBeNextDoor });
  }
  return missing;
}

/** Two clocks, and the minutes that an answer may take. */
const NEAR_MS = 10 * MINUTE_MS;
const isNearMidnight = (atMs: EpochMs, dayStartMs: EpochMs): boolean =>
  atMs < dayStartMs + NEAR_MS || atMs >= dayStartMs + DAY_MS - NEAR_MS;

/** The bank has nothing of it: expected 0, found what our books say. */
export const notBilled = (missing: Missing): Difference =>
  difference(missing.of, missing.of === 'refund' ? missing.platformNumber : missing.orderId, 0, missing.amountFen);

const difference = (counter: 'payment' | 'refund', target: string, expected: number, found: number): Difference => ({
  counter,
  target,
  key: 'amountFen',
  expected,
  found,
  cause: null,
});
