import { type OutputOf, PAGE_ROWS, type ParsedInputOf } from '../../../../contract';
import { ok, type Result } from '../../../../kernel/result';
import type { ResidentContext } from '../../../../platform/context';
import type { orderContract } from '../../contract';
import { orderNumber } from '../../document';
import { pageOfRefunds } from '../../store';
import { pageOfMany, readCursor } from '../paging';
import { refundViews } from './view';

type Contract = (typeof orderContract)['order.myRefunds'];

/** The resident's refunds, those of the newest refund's order first. */
export async function myRefunds(
  context: ResidentContext,
  { cursor }: ParsedInputOf<Contract>,
): Promise<Result<OutputOf<Contract>>> {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const rows = await pageOfRefunds(context.db, context.residentId, after.data, PAGE_ROWS + 1);
  return ok(
    pageOfMany(
      rows,
      (order) => order.lastRefundAt ?? 0,
      (order) => refundViews(order).map((view) => ({ ...view, orderId: order._id, orderNumber: orderNumber(order) })),
    ),
  );
}
