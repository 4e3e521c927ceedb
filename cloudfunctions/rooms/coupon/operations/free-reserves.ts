import { HOUR_MS } from '../../../kernel/period';
import { eachAtOnce } from '../../../platform/at-once';
import type { Context } from '../../../platform/context';
import { orUnknown } from '../../../platform/holds/answers';
import { credit } from '../../../platform/holds/cells';
import { readLedger } from '../../../platform/holds/ledger';
import type { EndedCoupon } from '../domain/ended';
import { owedCoupons, oweLater, redateOwed, settleOwed } from '../store';

/**
 * Job: gives the reserves of coupons that ended unused back to their budgets. One that cannot be given back stays owed for
 * an hour and does not stand before the others.
 */
export async function freeReserves(context: Context): Promise<void> {
  await eachAtOnce(await owedCoupons(context.db, context.nowMs), async (ended) => {
    try {
      await giveBackReserve(context, ended);
    } catch (error) {
      context.log.error('reserve-later', { endedId: ended._id, why: String(error) });
      await orUnknown(oweLater(context.db, ended._id, context.nowMs + HOUR_MS));
    }
  });
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
