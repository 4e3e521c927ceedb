import type { Refusal, Result } from '../../../kernel/result';
import { ok, refuse } from '../../../kernel/result';
import type { Context } from '../../../platform/context';
import { isDone } from '../../../platform/holds/answers';
import { BUSY } from '../../../platform/holds/wallets';
import type { Payout } from '../domain/payout';
import { findPayout, updatePayout } from '../store';

const TRIES = 8;

export const payoutUnknown = (): Refusal => refuse('PAYOUT_UNKNOWN', {});

/**
 * One CAS by `decide`, anew where another write came between or its answer was lost: `decide` finds its own deed done then, and
 * says so by giving back what it was given.
 */
export async function changePayout(
  context: Context,
  known: Payout,
  decide: (payout: Payout) => Payout | Refusal,
): Promise<Result<Payout>> {
  let payout = known;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const after = decide(payout);
    if ('ok' in after) return after;
    if (after === payout) return ok(payout);
    if (await isDone(updatePayout(context.db, payout, after))) return ok({ ...after, rev: payout.rev + 1 });
    const found = await findPayout(context.db, known._id);
    if (!found) return payoutUnknown();
    payout = found;
  }
  return BUSY;
}
