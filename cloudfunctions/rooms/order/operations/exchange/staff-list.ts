import { type OutputOf, PAGE_ROWS, type ParsedInputOf } from '../../../../contract';
import { ok, type Result } from '../../../../kernel/result';
import type { StaffContext } from '../../../../platform/context';
import type { staffOrderContract } from '../../contract';
import { pageOfExchanging } from '../../store';
import { pageOfMany, readCursor } from '../paging';
import { deskCounts } from '../refund/staff-list';
import { waitingCards } from './staff-cards';

type Contract = (typeof staffOrderContract)['order.exchanges'];

/** Exchanges that wait for somebody, the nearest deadline on top. */
export async function exchanges(
  { db, nowMs, roles }: StaffContext,
  { cursor }: ParsedInputOf<Contract>,
): Promise<Result<OutputOf<Contract>>> {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const [rows, counts] = await Promise.all([pageOfExchanging(db, after.data, PAGE_ROWS + 1), deskCounts(db)]);
  const page = pageOfMany(
    rows,
    (order) => order.exchangeDueAt ?? 0,
    (order) => waitingCards(order, { nowMs, roles }),
  );
  return ok({ ...page, counts });
}
