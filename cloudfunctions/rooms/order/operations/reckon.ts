import type { Quantities } from '../../../kernel/cell';
import type { Context } from '../../../platform/context';
import type { Db } from '../../../platform/db';
import type { Order, Refund, Step } from '../document';
import { exchangesOf } from '../domain/exchange/record';
import { type OrderState, verdictOf } from '../domain/states';
import { type After, findOrder, ordersById, touchedPage } from '../store';
import { unpackedOf } from './effects/cell-returns';
import { CREDIT_CELL } from './effects/kinds';
import { platformNumber } from './refund/bank-request';
import { changeRefunds, type RefundDecision } from './refund/change';
import { moved } from './refund/records';

/** A mark that an order says it has in a cell. */
export interface OrderMark {
  readonly cellId: string;
  readonly op: string;
  readonly q: Quantities;
  readonly gave: boolean;
  /** False: owed, and not known to be there yet. */
  readonly done: boolean;
}

export interface RefundMoney {
  readonly refundNumber: string;
  /** Its number at the pay platform, of the last time that it was asked for. */
  readonly platformNumber: string;
  readonly amountFen: number;
  readonly state: Refund['state'];
  /** When it became owed, and when the platform took it; null: it has not. */
  readonly dueAtMs: number | null;
  readonly acceptedAtMs: number | null;
}

/** What an order says of marks and money, for whoever compares it with cells and with the bank. */
export interface OrderReckoning {
  readonly orderId: string;
  readonly state: OrderState;
  readonly touchedAtMs: number;
  /** capture: every mark that is done is there. wait: its takes are still provisional. release: it has none. */
  readonly verdict: 'capture' | 'release' | 'wait';
  readonly marks: readonly OrderMark[];
  /** Null: it was never paid, or there was nothing to pay. */
  readonly payment: { readonly amountFen: number; readonly paidAtMs: number } | null;
  /** Money that came after it was closed, and goes back. */
  readonly lateFen: number;
  readonly refunds: readonly RefundMoney[];
  /** By SKU: what the shop could not pack, so that it never comes back to its shelf. */
  readonly unpacked: Quantities;
  /** What each merchant bears of it by the frozen quote. */
  readonly merchantsFen: Readonly<Record<string, number>>;
}

/** A page of orders that moved at or after a moment, in the order of their moves. */
export async function touchedOrders(
  db: Db,
  sinceMs: number,
  after: After | null,
  limit: number,
): Promise<OrderReckoning[]> {
  return (await touchedPage(db, sinceMs, after, limit)).map((order) => reckoningOf(order, order.touchedAtMs));
}

/** Orders are some 10 KB each, and one answer 16 MB (platform.md, Limits). */
const MOST_AT_ONCE = 200;

/** Those that there are; at most 200 at once. */
export async function reckonOrders(db: Db, orderIds: readonly string[]): Promise<Map<string, OrderReckoning>> {
  const found = new Map<string, OrderReckoning>();
  for (let start = 0; start < orderIds.length; start += MOST_AT_ONCE) {
    const page = await ordersById(db, orderIds.slice(start, start + MOST_AT_ONCE));
    for (const [orderId, order] of page) found.set(orderId, reckoningOf(order, 0));
  }
  return found;
}

function reckoningOf(order: Order, touchedAtMs: number): OrderReckoning {
  const { _id: orderId, state, payableFen, paidAtMs, quote } = order;
  const verdict = verdictOf(state);
  const isPaid = paidAtMs !== undefined && payableFen > 0;
  return {
    orderId,
    state,
    touchedAtMs,
    verdict,
    marks: verdict === 'capture' ? marksOf(order) : [],
    unpacked: unpackedOf(order),
    payment: isPaid ? { amountFen: payableFen, paidAtMs } : null,
    lateFen: Object.values(order.refunds).reduce(
      (sum, { cause, amounts }) => sum + (cause === 'late' ? amounts.amountFen : 0),
      0,
    ),
    refunds: Object.entries(order.refunds).map(([refundNumber, refund]) => moneyOf(refundNumber, refund)),
    merchantsFen: verdict === 'capture' ? quote.funding.merchantsFen : {},
  };
}

function marksOf(order: Order): OrderMark[] {
  const { _id, holds, effects } = order;
  const takes = (holds ?? []).map(({ cellId, q }) => ({ cellId, op: _id, q, gave: false, done: true }));
  const fresh = Object.values(exchangesOf(order)).flatMap(({ fresh: units }) =>
    units ? units.cells.map(({ cellId, q }) => ({ cellId, op: units.op, q, gave: false, done: true })) : [],
  );
  const credits = Object.values(effects)
    .filter(({ kind }) => kind === CREDIT_CELL)
    .map(({ target, op, data, done }) => {
      const { q } = data as unknown as { readonly q: Quantities };
      return { cellId: target, op, q, gave: true, done };
    });
  return [...takes, ...fresh, ...credits];
}

const moneyOf = (refundNumber: string, refund: Refund): RefundMoney => ({
  refundNumber,
  platformNumber: platformNumber(refundNumber, refund),
  amountFen: refund.amounts.amountFen,
  state: refund.state,
  dueAtMs: refund.timeline.due?.atMs ?? null,
  acceptedAtMs: refund.timeline.accepted?.atMs ?? null,
});

/**
 * The bank's bill says that the money arrived, and the bank itself, when asked, has not said so yet (it may never: see
 * docs/decisions, what the bank tells). True: this call moved the refund.
 */
export async function endRefundByBill(
  context: Context,
  { orderId, refundNumber }: { readonly orderId: string; readonly refundNumber: string },
): Promise<boolean> {
  const order = await findOrder(context.db, orderId);
  if (!order) return false;
  const step: Step = { atMs: context.nowMs, by: 'system', who: null };
  const decide = (now: Order): RefundDecision => {
    const refund = now.refunds[refundNumber];
    if (refund?.state !== 'accepted') return { keep: true };
    const { askAtMs: _, ...succeeded } = moved(refund, 'succeeded', step);
    return { write: { refunds: { [refundNumber]: succeeded } } };
  };
  const changed = await changeRefunds(context, order, decide);
  return changed.ok && changed.data.wrote;
}
