import { PAGE_ROWS, type Page, type ParsedInputOf } from '../../../contract';
import { ok, type Result } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import type { OrderCard, OrderView, orderContract } from '../contract';
import type { Order } from '../document';
import { findOrder, pageOfResident } from '../store';
import { carryOutEffects } from './effects/carry-out';
import { ownOrder } from './own-order';
import { pageOf, readCursor } from './paging';
import { orderCard, orderView } from './views';

type ListInput = ParsedInputOf<(typeof orderContract)['order.list']>;

/** The resident's own orders, newest first. Intents and aborted ones were never orders to them. */
export async function list(context: ResidentContext, { tab, cursor }: ListInput): Promise<Result<Page<OrderCard>>> {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const rows = await pageOfResident(context.db, { residentId: context.residentId, tab }, after.data, PAGE_ROWS + 1);
  return ok(pageOf(rows, orderCard));
}

/**
 * One order. What it owes is carried out first: after paying, the resident looks here, and finds the coupon used and
 * not locked, however long the timer takes.
 */
export async function detail(context: ResidentContext, { orderId }: { orderId: string }): Promise<Result<OrderView>> {
  const own = await ownOrder(context, orderId);
  if (!own.ok) return own;
  return ok(orderView(await upToDate(context, own.data), context.nowMs));
}

/** Machines' clocks differ: what one of them just made due is due for all. What failed waits a minute at least. */
const CLOCKS_DIFFER_MS = 5_000;

async function upToDate(context: ResidentContext, order: Order): Promise<Order> {
  const { effectsDueAt } = order;
  if (effectsDueAt === undefined || effectsDueAt > context.nowMs + CLOCKS_DIFFER_MS) return order;
  await carryOutEffects(context, order);
  return (await findOrder(context.db, order._id)) ?? order;
}
