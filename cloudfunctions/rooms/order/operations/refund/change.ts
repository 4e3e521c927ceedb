import { ok, type Refusal, type Result } from '../../../../kernel/result';
import type { Context } from '../../../../platform/context';
import { NoAnswer } from '../../../../platform/db';
import { isDone } from '../../../../platform/holds/answers';
import type { Order } from '../../document';
import { exchangesDueMs, lastExchangeMs } from '../../domain/exchange/desk';
import { hasOpenExchange } from '../../domain/exchange/open';
import { type Exchanges, exchangesOf } from '../../domain/exchange/record';
import { deskOf, hasOpenRefund, selfReceipt } from '../../domain/refund/desk';
import type { Refunds } from '../../domain/refund/record';
import { findOrder, type OrderPatch, patched, updateOrder } from '../../store';
import type { Effects } from '../effects/kinds';

/** What one update writes: refunds and exchanges that are new or moved, what becomes owed with them, and what else of the order moves. */
export interface RefundWrite {
  readonly refunds?: Refunds;
  readonly exchanges?: Exchanges;
  readonly effects?: Effects;
  readonly more?: OrderPatch;
}

/** `keep`: it was done before, or there is nothing to do. */
export type RefundDecision = { readonly write: RefundWrite } | { readonly keep: true } | Refusal;

export interface RefundsChanged {
  readonly order: Order;
  /** This call wrote it. */
  readonly wrote: boolean;
}

/** Others who change refunds of the same order at the same moment: devices, staff, a timer, a notice. */
const CHANGE_TRIES = 6;

/**
 * One CAS on state and `refundRev`, which it raises: of two changes of an order's refunds one wins, the other reads again and
 * decides anew. No answer is treated alike, so `decide` is pure and knows its own work when it meets it.
 */
export async function changeRefunds(
  context: Context,
  order: Order,
  decide: (order: Order) => RefundDecision,
): Promise<Result<RefundsChanged>> {
  let now = order;
  for (let tried = 0; tried < CHANGE_TRIES; tried += 1) {
    const decision = decide(now);
    if ('ok' in decision) return decision;
    if ('keep' in decision) return ok({ order: now, wrote: false });
    const patch = patchOf(now, decision.write, context.nowMs);
    const asRead = { state: now.state, refundRev: now.refundRev };
    if (await isDone(updateOrder(context.db, now._id, asRead, patch)))
      return ok({ order: patched(now, patch), wrote: true });
    const read = await findOrder(context.db, now._id);
    if (!read) throw new Error(`order ${now._id} is gone`);
    now = read;
  }
  throw new NoAnswer(`refunds of order ${order._id}`);
}

function patchOf(
  order: Order,
  { refunds = {}, exchanges, effects = {}, more = {} }: RefundWrite,
  nowMs: number,
): OrderPatch {
  const now = {
    refunds: { ...order.refunds, ...refunds },
    exchanges: { ...exchangesOf(order), ...exchanges },
  };
  const isOwing = Object.keys(effects).length > 0;
  return {
    ...more,
    refunds,
    refundRev: order.refundRev + 1,
    // Not by the record's steps: what says nothing new of its state (bad goods, a gift given up) moves marks and money too.
    touchedAtMs: nowMs,
    ...(exchanges ? { exchanges } : {}),
    ...deskOf(now.refunds),
    ...exchangeDesk(now),
    ...selfReceipt({ ...order, ...more }, hasOpenRefund(now.refunds) || hasOpenExchange(now), nowMs),
    ...(isOwing ? { effects, effectsDueAt: nowMs } : {}),
  };
}

/** What the order says of its exchanges, for lists; of all after-sales when the newest was asked for. */
function exchangeDesk(now: { readonly refunds: Refunds; readonly exchanges: Exchanges }) {
  const asked = [deskOf(now.refunds).lastRefundAt, lastExchangeMs(now)].flatMap((atMs) => atMs ?? []);
  return {
    exchangeDueAt: exchangesDueMs(now.exchanges),
    lastRefundAt: asked.length === 0 ? undefined : Math.max(...asked),
  };
}
