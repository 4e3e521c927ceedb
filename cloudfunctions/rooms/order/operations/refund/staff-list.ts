import { type OutputOf, PAGE_ROWS, type ParsedInputOf } from '../../../../contract';
import { ok, type Result } from '../../../../kernel/result';
import type { StaffContext } from '../../../../platform/context';
import type { Db } from '../../../../platform/db';
import type { DeskCounts, staffOrderContract } from '../../contract';
import { REFUND_TABS } from '../../domain/refund/desk';
import { countByRefundTab, countOfExchanging, pageOfRefundTab, REFUND_TAB_FIELDS } from '../../store';
import { pageOfMany, readCursor } from '../paging';
import { cardsOfTab } from './staff-cards';

type Contract = (typeof staffOrderContract)['order.refunds'];

/** Refunds that wait for a person: those whose deadline is nearest, or passed, on top. */
export async function refunds(
  { db, nowMs, roles }: StaffContext,
  { tab, cursor }: ParsedInputOf<Contract>,
): Promise<Result<OutputOf<Contract>>> {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const [rows, counts] = await Promise.all([pageOfRefundTab(db, tab, after.data, PAGE_ROWS + 1), deskCounts(db)]);
  const page = pageOfMany(
    rows,
    (order) => order[REFUND_TAB_FIELDS[tab]] ?? 0,
    (order) => cardsOfTab(order, tab, { nowMs, roles }),
  );
  return ok({ ...page, counts });
}

/** For the tabs of the desk, whichever is open. */
export async function deskCounts(db: Db): Promise<DeskCounts> {
  const [exchange, toDecide, goodsToCome, trouble] = await Promise.all([
    countOfExchanging(db),
    ...REFUND_TABS.map((one) => countByRefundTab(db, one)),
  ]);
  return { 'to-decide': toDecide ?? 0, 'goods-to-come': goodsToCome ?? 0, trouble: trouble ?? 0, exchange };
}
