import type { PayoutData, WithholdData } from '../../../kernel/reward';
import type { Context } from '../../../platform/context';
import type { Carrier } from '../../../platform/effects';
import { isDone } from '../../../platform/holds/answers';
import { CREDIT_CELL } from '../../../platform/outbox/cells';
import { movedTo, newPayout, type Payout } from '../domain/payout';
import { mayMove } from '../domain/payout-states';
import { findPayout, insertPayout, updatePayout } from '../store';

/** Money is due: one document by its id, which is never removed, so that it is due once for good. */
export const issuePayout: Carrier = async ({ db }, { op, data }) => {
  await insertPayout(db, newPayout(data as unknown as PayoutData, op));
  return 'done';
};

/**
 * What caused the money was undone: it is withheld, unless WeChat Pay was asked for it. One that is on its way or paid stays, and
 * one that never came is written as withheld, so that it never comes. What was set aside for money that is never paid goes back.
 */
export const withholdPayout: Carrier = async (context, effect, facts) => {
  const { returnsIfUnused, ...data } = effect.data as unknown as WithholdData;
  const end = await withhold(context, data, facts.nowMs);
  if (end !== 'withheld') return end === 'kept' ? 'done' : 'later';
  for (const [cellId, q] of Object.entries(returnsIfUnused)) {
    const credit = { ...effect, kind: CREDIT_CELL, target: cellId, data: { q } };
    const carried = await context.carriers[CREDIT_CELL]?.(context, credit, facts);
    if (carried !== 'done') return carried ?? 'later';
  }
  return 'done';
};

type End = 'withheld' | 'kept' | 'later';

async function withhold(
  { db }: Pick<Context, 'db'>,
  { of, reason, ...reward }: Omit<WithholdData, 'returnsIfUnused'>,
  nowMs: number,
): Promise<End> {
  const step = { atMs: nowMs, by: 'system', who: null } as const;
  const withheld = (payout: Payout): Payout => movedTo(payout, 'withheld', step, { why: reason });
  const found = await findPayout(db, of);
  if (!found) {
    const answer = await insertPayout(db, withheld(newPayout({ ...reward, atMs: nowMs }, of)));
    return answer === 'inserted' ? 'withheld' : 'later';
  }
  if (found.state === 'withheld') return 'withheld';
  if (!mayMove(found.state, 'withheld')) return isUnderWay(found) ? 'later' : 'kept';
  return (await isDone(updatePayout(db, found, withheld(found)))) ? 'withheld' : 'later';
}

/** It may still come back from WeChat Pay untaken: then it is withheld. */
const isUnderWay = ({ state }: Payout): boolean => state === 'sending' || state === 'waiting';
