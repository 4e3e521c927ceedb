import type { Quantities } from '../../../../kernel/cell';
import type { Context } from '../../../../platform/context';
import type { Effect } from '../../../../platform/effects';
import { capture, release, takeFromAny } from '../../../../platform/holds/cells';
import type { CellHold, Exchange, Order, Step, Want } from '../../document';
import { exchangesOf } from '../../domain/exchange/record';
import { findOrder } from '../../store';
import { CREDIT_CELL, type Effects, effect, TAKE_FRESH } from '../effects/kinds';
import { shortOf } from '../effects/returns';
import { changeRefunds, type RefundDecision, type RefundsChanged } from '../refund/change';
import { freshOp, moved } from './records';

/** The effect that takes the fresh units of an exchange that is agreed to. */
export function takeEffect(order: Order, exchangeNumber: string, { agreedTimes }: Exchange, nowMs: number): Effects {
  const op = freshOp(order._id, exchangeNumber, agreedTimes);
  const id = `take_${shortOf(exchangeNumber)}_${agreedTimes}`;
  return { [id]: effect(TAKE_FRESH, order._id, op, nowMs, { exchangeNumber }) };
}

/** Units that go to the cells that gave the fresh ones: these unused, or the bad ones where they can be sold. */
export function putBack(order: Order, exchangeNumber: string, what: 'fresh' | 'bad', nowMs: number): Effects {
  const { cells = [] } = exchangesOf(order)[exchangeNumber]?.fresh ?? {};
  const short = shortOf(exchangeNumber);
  const op = `${what === 'fresh' ? 'xf' : 'xb'}_${order._id}_${short}`;
  return Object.fromEntries(
    cells.map(({ cellId, q }, index) => [`${what}_${short}_${index}`, effect(CREDIT_CELL, cellId, op, nowMs, { q })]),
  );
}

/**
 * Takes what was agreed to and says in the order how that went: `reserved` or `no-stock`; then makes the marks what the order
 * says of them. Safe to run any number of times at once. Rejects where it is not known how it went: the timer does it again.
 */
export async function takeFresh(context: Context, order: Order, due: Effect): Promise<RefundsChanged | 'redate'> {
  const { exchangeNumber } = due.data as { readonly exchangeNumber: string };
  const exchange = exchangesOf(order)[exchangeNumber];
  if (!exchange) throw new Error(`order ${order._id} has no exchange ${exchangeNumber}`);
  const wants = freshWants(order, exchange);
  let changed: RefundsChanged = { order, wrote: false };
  if (isWaiting(order, exchangeNumber, due.op)) {
    const cells = await takeAll(context, order, wants, due);
    if (cells === 'too-old') return (await isStillWaiting(context, order, exchangeNumber, due.op)) ? 'redate' : changed;
    changed = await sayTaken(context, order, { exchangeNumber, due, cells });
  }
  await settleMarks(context, changed.order, { exchangeNumber, due, wants });
  return changed;
}

/** It is agreed to under this very op, and nobody has said how it went. */
function isWaiting(order: Order, exchangeNumber: string, op: string): boolean {
  const exchange = exchangesOf(order)[exchangeNumber];
  return exchange?.state === 'agreed' && freshOp(order._id, exchangeNumber, exchange.agreedTimes) === op;
}

/** Its birth lies below a horizon: it can be born anew only if nobody has said meanwhile how it went. */
async function isStillWaiting({ db }: Context, { _id }: Order, exchangeNumber: string, op: string): Promise<boolean> {
  const now = await findOrder(db, _id);
  return now !== null && isWaiting(now, exchangeNumber, op);
}

/** By the shelves that the order itself took from. */
function freshWants(order: Order, { units }: Exchange): Want[] {
  const q: { [skuId: string]: number } = {};
  for (const { lineId, skuId } of order.quote.lines) if (units[lineId]) q[skuId] = (q[skuId] ?? 0) + units[lineId];
  const shelves = order.wants.filter(({ of }) => of === 'stock');
  const wants = shelves.flatMap((want) => {
    const part: Quantities = Object.fromEntries(Object.entries(q).filter(([skuId]) => skuId in want.q));
    return Object.keys(part).length === 0 ? [] : [{ ...want, q: part }];
  });
  const missing = Object.keys(q).filter((skuId) => !wants.some((want) => skuId in want.q));
  if (missing.length > 0) throw new Error(`order ${order._id} took no ${missing.join(', ')} from any shelf`);
  return wants;
}

/** Null: of something there is not enough. */
async function takeAll(
  { db }: Context,
  order: Order,
  wants: readonly Want[],
  { op, at }: Effect,
): Promise<CellHold[] | null | 'too-old'> {
  const cells: CellHold[] = [];
  for (const { cellIds, q } of wants) {
    const answer = await takeFromAny(db, cellIds, { op, q, atMs: at, by: order._id });
    if (typeof answer === 'string') return answer === 'refused' ? null : answer;
    cells.push({ cellId: answer.taken, q });
  }
  return cells;
}

interface Taking {
  readonly exchangeNumber: string;
  readonly due: Effect;
  readonly cells: readonly CellHold[] | null;
}

async function sayTaken(
  context: Context,
  order: Order,
  { exchangeNumber, due: { op, at }, cells }: Taking,
): Promise<RefundsChanged> {
  const step: Step = { atMs: context.nowMs, by: 'system', who: null };
  const decide = (now: Order): RefundDecision => {
    const exchange = exchangesOf(now)[exchangeNumber];
    if (!exchange || !isWaiting(now, exchangeNumber, op)) return { keep: true };
    const after = cells
      ? { ...moved(exchange, 'reserved', step), fresh: { op, atMs: at, cells } }
      : moved(exchange, 'no-stock', step);
    return { write: { exchanges: { [exchangeNumber]: after } } };
  };
  const changed = await changeRefunds(context, order, decide);
  return changed.ok ? changed.data : { order, wrote: false };
}

interface Settling {
  readonly exchangeNumber: string;
  readonly due: Effect;
  readonly wants: readonly Want[];
}

/** What the order names is for good, all else of this op goes back. What is not settled here the sweeper settles. */
async function settleMarks({ db }: Context, order: Order, { exchangeNumber, due, wants }: Settling): Promise<void> {
  const { op, at } = due;
  const fresh = exchangesOf(order)[exchangeNumber]?.fresh;
  const named = fresh?.op === op ? fresh.cells.map(({ cellId }) => cellId) : [];
  const planned = wants.flatMap(({ cellIds }) => cellIds);
  for (const cellId of planned) {
    if (named.includes(cellId)) await capture(db, cellId, op, at);
    else await release(db, cellId, op, at);
  }
}
