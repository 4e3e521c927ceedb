import { eachAtOnce } from '../../../platform/at-once';
import type { Context } from '../../../platform/context';
import { changeWallet } from '../../../platform/holds/wallets';
import { isReviewDay, reviewed } from '../domain/tier';
import { walletsAbove } from '../store';

const PAGE = 100;

/**
 * Job: the tiers' review of the 1st of each month. Reviewing twice on one day changes nothing more: a notice given today is
 * not 30 days old, and one tier is the most that a review takes.
 */
export async function reviewTiers(context: Context): Promise<void> {
  if (!isReviewDay(context.nowMs)) return;
  let after = '';
  for (;;) {
    const residentIds = await walletsAbove(context.db, after, PAGE);
    await eachAtOnce(residentIds, (residentId) => review(context, residentId));
    const last = residentIds.at(-1);
    if (residentIds.length < PAGE || last === undefined) return;
    after = last;
  }
}

async function review({ db, nowMs }: Context, residentId: string): Promise<void> {
  await changeWallet(db, residentId, (wallet) => {
    const after = reviewed(wallet, nowMs);
    return after === wallet ? { keep: null } : { write: after, value: null };
  });
}
