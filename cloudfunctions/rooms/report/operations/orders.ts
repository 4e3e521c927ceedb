import type { Context } from '../../../platform/context';
import { marksOf } from '../../../platform/holds/entries';
import { ledgerId } from '../../../platform/holds/ledger';
import { type OrderReckoning, touchedOrders } from '../../order';
import type { Done, Reconciliation } from '../domain/night';
import { compareMark, compareReturns, compareShares } from '../domain/words';

/** Orders of one read: some 10 KB each. */
const PAGE = 200;

/** The next page of orders that the day touched, or anything after it until now. */
export async function nextTouched(
  { db }: Context,
  { startMs, cursor }: Reconciliation,
): Promise<{ readonly rows: readonly OrderReckoning[]; readonly cursor: string | null }> {
  const [atMs, orderId] = cursor?.split('~') ?? [];
  const after = atMs === undefined || orderId === undefined ? null : { atMs: Number(atMs), id: orderId };
  const rows = await touchedOrders(db, startMs, after, PAGE);
  const last = rows.at(-1);
  return { rows, cursor: last && rows.length === PAGE ? `${last.touchedAtMs}~${last.orderId}` : null };
}

/**
 * What orders hold and gave back, beside the marks in the cells: together with the words of the cells' own entries each mark
 * has its order, and each order its marks, unit by unit; so the sums are the same too.
 */
export async function reckonTouchedOrders(context: Context, night: Reconciliation): Promise<Done> {
  const { rows, cursor } = await nextTouched(context, night);
  const named = rows.flatMap(({ marks }) => marks.filter(({ done }) => done));
  const found = await marksOf(context.db, named);
  const ofMarks = named.flatMap((mark) => compareMark(mark, found.get(ledgerId(mark.cellId, mark.op))));
  const ofReturns = rows.flatMap(({ orderId, state, marks, unpacked, merchantsFen }) => {
    const order = { orderId, isCancelled: state === 'cancelled', unpacked };
    return [...compareReturns(order, marks), ...compareShares(order, merchantsFen, marks)];
  });
  return {
    checked: { orders: rows.length, marks: named.length },
    differences: [...ofMarks, ...ofReturns],
    cursor,
  };
}
