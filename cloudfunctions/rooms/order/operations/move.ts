import type { Context } from '../../../platform/context';
import { NoAnswer } from '../../../platform/db';
import { isDone } from '../../../platform/holds/answers';
import type { Order, Step } from '../document';
import { type OrderState, sourcesOf, TAB_OF } from '../domain/states';
import { findOrder, isOneOf, type OrderPatch, patched, updateOrder } from '../store';

export interface Move {
  readonly to: OrderState;
  /** Fewer sources than the table has; absent: all of them. */
  readonly from?: readonly OrderState[];
  readonly by: Step['by'];
  readonly who?: string;
  /** What else the same update writes. */
  readonly patch?: OrderPatch;
  /** The same, reckoned from the order's refunds: then these are a condition of the update. */
  readonly patchBy?: (order: Order) => OrderPatch;
}

/** `moved`: this call did it. Otherwise the order as it is now: its state is the answer. */
export interface Moved {
  readonly moved: boolean;
  readonly order: Order;
}

/** An update whose answer was lost before it was carried out is sent again: it is a CAS, one of them counts. */
const MOVE_TRIES = 3;

/**
 * One CAS along the table of states, with who and when. 0 updated or no answer: the order is read, and its state is the
 * answer. Rejects with NoAnswer where it is not known whether it will move.
 */
export async function moveOrder(context: Context, order: Order, move: Move): Promise<Moved> {
  const { to, from } = move;
  const sources = sourcesOf(to).filter((source) => from?.includes(source) ?? true);
  if (!sources.includes(order.state)) return { moved: false, order };
  let now = order;
  for (let tried = 0; tried < MOVE_TRIES; tried += 1) {
    const patch = patchOf(context, now, move);
    const where = { state: isOneOf(sources), ...(move.patchBy ? { refundRev: now.refundRev } : {}) };
    if (await isDone(updateOrder(context.db, order._id, where, patch)))
      return { moved: true, order: patched(now, patch) };
    const read = await findOrder(context.db, order._id);
    if (!read) throw new Error(`order ${order._id} is gone`);
    now = read;
    if (sources.includes(now.state)) continue;
    return { moved: now.timeline[to]?.atMs === context.nowMs && now.state === to, order: now };
  }
  throw new NoAnswer(`order ${order._id} to ${to}`);
}

function patchOf(context: Context, order: Order, { to, by, who, patch, patchBy }: Move): OrderPatch {
  const more = { ...patch, ...patchBy?.(order) };
  const timeline = { ...more.timeline, [to]: { atMs: context.nowMs, by, who: who ?? null } };
  return { ...more, state: to, tab: TAB_OF[to], timeline, touchedAtMs: context.nowMs };
}
