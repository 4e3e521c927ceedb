import { type OutputOf, PAGE_ROWS, type ParsedInputOf } from '../../../../contract';
import { ok, type Result } from '../../../../kernel/result';
import type { StaffContext } from '../../../../platform/context';
import type { staffOrderContract } from '../../contract';
import { countByRefundTab, pageOfRefundTab } from '../../store';
import { pageOfMany, readCursor } from '../paging';
import { cardsOfTab } from './staff-cards';

type Contract = (typeof staffOrderContract)['order.refunds'];

const TABS = ['to-decide', 'goods-to-come', 'trouble'] as const;

/** Refunds that wait for a person: those whose deadline is nearest, or passed, on top. */
export async function refunds(
  { db, nowMs, roles }: StaffContext,
  { tab, cursor }: ParsedInputOf<Contract>,
): Promise<Result<OutputOf<Contract>>> {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const [rows, toDecide, goodsToCome, trouble] = await Promise.all([
    pageOfRefundTab(db, tab, after.data, PAGE_ROWS + 1),
    ...TABS.map((one) => countByRefundTab(db, one)),
  ]);
  const page = pageOfMany(
    rows,
    ({ refundTabAt }) => refundTabAt ?? 0,
    (order) => cardsOfTab(order, tab, { nowMs, roles }),
  );
  const counts = { 'to-decide': toDecide ?? 0, 'goods-to-come': goodsToCome ?? 0, trouble: trouble ?? 0 };
  return ok({ ...page, counts });
}
