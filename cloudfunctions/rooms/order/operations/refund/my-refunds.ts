import { type OutputOf, PAGE_ROWS, type ParsedInputOf } from '../../../../contract';
import { ok, type Result } from '../../../../kernel/result';
import type { ResidentContext } from '../../../../platform/context';
import type { MyAfterSale, orderContract } from '../../contract';
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
  return ok(pageOfMany(rows, (order) => order.lastRefundAt ?? 0, afterSalesOf));
}

/** All of an order, newest first. */
function afterSalesOf(order: Order): MyAfterSale[] {
  const of = { orderId: order._id, orderNumber: orderNumber(order) };
  const all: MyAfterSale[] = [
    ...refundViews(order).map((view) => ({ kind: 'refund' as const, ...of, ...view })),
    ...exchangeViews(order).map((view) => ({ kind: 'exchange' as const, ...of, ...view })),
  ];
  return all.sort((a, b) => b.atMs - a.atMs);
}
