import { HOUR_MS, MINUTE_MS, yyyymmdd } from '../../../kernel/period';
import { mapAtOnce } from '../../../platform/at-once';
import type { Context } from '../../../platform/context';
import type { BilledPayment, BilledRefund, DayBill } from '../../../platform/ports';
import { endRefundByBill, reckonOrders } from '../../order';
import {
  arrivedByBill,
  comparePayment,
  compareRefund,
  isOurs,
  type Missing,
  missingFromBill,
  notBilled,
} from '../domain/bill';
import { BILL_PATIENCE_MS, readyAtMs } from '../domain/days';
import type { Difference } from '../domain/difference';
import type { Done, Reconciliation } from '../domain/night';
import { nextTouched } from './orders';

/** Rows of one step: so many orders are read for them. */
const PAGE = 200;
/** A bill that is not there is asked for again after this. */
const AGAIN_AFTER_MS = 10 * MINUTE_MS;
/** An ask that comes so much later than it was due: the timer did not run. */
const STOOD_STILL_MS = HOUR_MS;

export interface Waits {
  readonly waitsUntilMs: number;
}

type Found = { readonly bill: DayBill; readonly is: 'read' | 'empty' } | Waits | 'missing';

const EMPTY: DayBill = { payments: [], refunds: [] };

/** WeChat's bill of the day; a bill that is a day late, or does not read, is for a person: `missing`, with an alert. */
async function billOf(context: Context, { startMs, waitsUntilMs }: Reconciliation): Promise<Found> {
  const { pay, nowMs, log } = context;
  const day = yyyymmdd(startMs);
  try {
    const bill = await pay.dayBill(day);
    if (bill === 'empty') return { bill: EMPTY, is: 'empty' };
    if (bill !== 'not-ready') return { bill, is: 'read' };
  } catch (error) {
    log.error('bill-not-read', { day, why: String(error) });
  }
  // After a timer that stood still one lost answer says nothing: the bill is asked for anew.
  const stoodStill = nowMs - waitsUntilMs > STOOD_STILL_MS;
  const isPatient = stoodStill || nowMs < readyAtMs(startMs) + BILL_PATIENCE_MS;
  return isPatient ? { waitsUntilMs: nowMs + AGAIN_AFTER_MS } : 'missing';
}

/** Each row of the bill beside our order. Refunds that we still thought on their way are settled where it says that they arrived. */
export async function reckonBill(context: Context, night: Reconciliation): Promise<Done | Waits> {
  const found = await billOf(context, night);
  if (found === 'missing') return { checked: {}, differences: [noBill(night)], cursor: null, bill: 'missing' };
  if ('waitsUntilMs' in found) return found;
  const { payments, refunds } = found.bill;
  const from = Number(night.cursor ?? 0);
  const rows: (BilledPayment | BilledRefund)[] = [...payments, ...refunds].slice(from, from + PAGE);
  const ours = rows.filter(isOurs);
  const orders = await reckonOrders(context.db, [...new Set(ours.map(({ outTradeNo }) => outTradeNo))]);
  let settledByBill = 0;
  const differences = await mapAtOnce(ours, async (row) => {
    const order = orders.get(row.outTradeNo);
    if (!isRefund(row)) return comparePayment(row, order);
    const arrived = arrivedByBill(row, order);
    const end = arrived && { orderId: row.outTradeNo, refundNumber: arrived.refundNumber };
    if (end && (await endRefundByBill(context, end))) settledByBill += 1;
    return compareRefund(row, order);
  });
  return {
    checked: {
      payments: ours.length - ours.filter(isRefund).length,
      refunds: ours.filter(isRefund).length,
      foreignRows: rows.length - ours.length,
      settledByBill,
    },
    differences: differences.flat(),
    cursor: from + PAGE < payments.length + refunds.length ? String(from + PAGE) : null,
    bill: found.is,
  };
}

const isRefund = (row: BilledPayment | BilledRefund): row is BilledRefund => 'outRefundNo' in row;

const noBill = ({ _id: day }: Reconciliation): Difference => {
  return { counter: 'payment', target: day, key: 'bill', expected: 'bill', found: 'missing', cause: null };
};

/** Payments and refunds that our orders have on that day, and the bill has not. */
export async function reckonBilledOrders(context: Context, night: Reconciliation): Promise<Done | Waits> {
  if (night.bill === 'missing') return { checked: {}, differences: [], cursor: null };
  const found = await billOf(context, night);
  if (found === 'missing') return { checked: {}, differences: [noBill(night)], cursor: null, bill: 'missing' };
  if ('waitsUntilMs' in found) return found;
  const { payments, refunds } = found.bill;
  const billed = new Set([...payments.map((row) => row.outTradeNo), ...refunds.map((row) => row.outRefundNo)]);
  const { rows, cursor } = await nextTouched(context, night);
  const missing = rows.flatMap((order) => missingFromBill(order, billed, night.startMs));
  try {
    const confirmed = await mapAtOnce(missing, async (one) => ((await isNextDoor(context, night, one)) ? [] : [one]));
    return { checked: {}, differences: confirmed.flat().map(notBilled), cursor };
  } catch (error) {
    context.log.error('bank-silent', { day: night._id, why: String(error) });
    return { waitsUntilMs: context.nowMs + AGAIN_AFTER_MS };
  }
}

/** Our clock and the bank's, at midnight: the bank is asked before money is called missing. */
async function isNextDoor({ pay }: Context, { startMs }: Reconciliation, missing: Missing): Promise<boolean> {
  const { orderId: outTradeNo, amountFen } = missing;
  if (missing.of === 'payment') {
    const { paidAtMs, totalFeeFen } = await pay.query(outTradeNo);
    return paidAtMs !== null && yyyymmdd(paidAtMs) !== yyyymmdd(startMs) && totalFeeFen === amountFen;
  }
  if (!missing.mayBeNextDoor) return false;
  const { state, amountFen: askedFen } = await pay.queryRefund({ outTradeNo, outRefundNo: missing.platformNumber });
  return state !== 'unknown' && (askedFen === 0 || askedFen === amountFen);
}
