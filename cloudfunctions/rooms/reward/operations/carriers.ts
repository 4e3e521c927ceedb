import type { PayoutData, WithholdData } from '../../../kernel/reward';
import type { Carrier } from '../../../platform/effects';
import { isDone } from '../../../platform/holds/answers';
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
 * one that never came is written as withheld, so that it never comes.
 */
export const withholdPayout: Carrier = async ({ db }, { data }, { nowMs }) => {
  const { of, reason, returnsIfUnused: _, ...reward } = data as unknown as WithholdData;
  const step = { atMs: nowMs, by: 'system', who: null } as const;
  const withheld = (payout: Payout): Payout => movedTo(payout, 'withheld', step, { why: reason });
  const found = await findPayout(db, of);
  if (!found) {
    const answer = await insertPayout(db, withheld(newPayout({ ...reward, atMs: nowMs }, of)));
    return answer === 'inserted' ? 'done' : 'later';
  }
  if (!mayMove(found.state, 'withheld')) return isUnderWay(found) ? 'later' : 'done';
  return (await isDone(updatePayout(db, found, withheld(found)))) ? 'done' : 'later';
};

/** It may still come back from WeChat Pay untaken: then it is withheld. */
const isUnderWay = ({ state }: Payout): boolean => state === 'sending' || state === 'waiting';
