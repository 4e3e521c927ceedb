import { type OutputOf, PAGE_ROWS, type ParsedInputOf } from '../../../../contract';
import { ok, type Result } from '../../../../kernel/result';
import type { ResidentContext } from '../../../../platform/context';
import type { orderContract } from '../../contract';
import { type Order, orderNumber } from '../../document';
import { pageOfRefunds } from '../../store';
import { exchangeViews } from '../exchange/view';
import { pageOfMany, readCursor } from '../paging';
import { refundViews } from './view';

type Contract = (typeof orderContract)['order.myRefunds'];

/** The resident's refunds and exchanges, those of the order with the newest of them first. */
export async function myRefunds(
  context: ResidentContext,
  { cursor }: ParsedInputOf<Contract>,
): Promise<Result<OutputOf<Contract>>> {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const rows = await pageOfRefunds(context.db, context.residentId, after.data, PAGE_ROWS + 1);
  const named = (order: Order) => ({ orderId: order._id, orderNumber: orderNumber(order) });
  const page = pageOfMany(
    rows,
    (order) => order.lastRefundAt ?? 0,
    (order) => refundViews(order).map((view) => ({ ...view, ...named(order) })),
  );
  const shown = rows.slice(0, PAGE_ROWS);
  const exchanges = shown.flatMap((order) => exchangeViews(order).map((view) => ({ ...view, ...named(order) })));
  return ok({ ...page, exchanges });
}
