import type { Context } from '../../../platform/context';
import { credit } from '../../../platform/holds/cells';
import { readLedger } from '../../../platform/holds/ledger';
import type { EndedCoupon } from '../domain/ended';
import { owedCoupons, redateOwed, settleOwed } from '../store';

/** Job: gives the reserves of coupons that ended unused back to their budgets. */
export async function freeReserves(context: Context): Promise<void> {
  const owed = await owedCoupons(context.db, context.nowMs);
  for (const ended of owed) await giveBackReserve(context, ended);
}

/** An effect of the archived coupon on one cell, with the horizon rule (protocol-of-holds.md, Horizon). */
async function giveBackReserve(context: Context, ended: EndedCoupon): Promise<void> {
  const { db, nowMs } = context;
  if (!ended.owes) return;
  const { reserve, op, at } = ended.owes;
  const answer = await credit(db, { cellId: reserve.cellId, op, q: reserve.q, atMs: at, by: ended._id });
  if (answer === 'done' || (await readLedger(db, reserve.cellId, op))) {
    await settleOwed(db, ended._id);
    return;
  }
  if (!(await redateOwed(db, ended._id, at, nowMs))) return;
  const again = await credit(db, { cellId: reserve.cellId, op, q: reserve.q, atMs: nowMs, by: ended._id });
  if (again === 'done') await settleOwed(db, ended._id);
}
