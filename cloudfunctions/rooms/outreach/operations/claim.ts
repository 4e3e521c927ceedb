import type { OutputOf } from '../../../contract';
import { claimOp } from '../../../kernel/ids';
import { yyyymmdd } from '../../../kernel/period';
import { type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import type { Call } from '../../../platform/room';
import { claimFor } from '../../coupon';
import type { outreachContract } from '../contract';
import type { Flyer } from '../domain/flyer';
import { firstVisit } from '../domain/visit';
import { countOn, insertVisit, markClaimed } from '../store';
import { openFlyer, scan } from './scan';

type Output = OutputOf<(typeof outreachContract)['outreach.claim']>;

/**
 * The flyer's own coupon, through the coupon room's claim: its limits, its stock, its budget. A key that has claimed
 * gets its reply again even where the flyer has been retired since. Refused as landing is, and as a claim is;
 * FLYER_EXHAUSTED when the last coupon is gone.
 */
export async function claim(
  context: ResidentContext,
  { scene }: { readonly scene: string },
  { requestKey }: Call,
): Promise<Result<Output>> {
  const scanned = await scan(context, scene);
  if (!scanned.ok) return scanned;
  const { flyer, wallet } = scanned.data;
  const isRetry = wallet.journal[claimOp(context.residentId, requestKey)] !== undefined;
  const opened = isRetry ? null : await openFlyer(context, scanned.data);
  if (opened && !opened.ok) return opened;
  const claimed = await claimFor(context, flyer.templateId, 'flyer', requestKey, flyer._id);
  if (claimed.ok) await countClaim(context, flyer);
  return !claimed.ok && claimed.code === 'COUPON_GONE' ? refuse('FLYER_EXHAUSTED', {}) : claimed;
}

/** Once for each resident; a claim without a landing (the page was left open for days) is a visit too. */
async function countClaim({ db, residentId, nowMs }: ResidentContext, flyer: Flyer): Promise<void> {
  const visit = firstVisit(flyer._id, residentId, nowMs);
  const day = yyyymmdd(nowMs);
  if ((await insertVisit(db, visit)) === 'inserted') await countOn(db, flyer, 'scanned', day);
  if (await markClaimed(db, visit._id, nowMs)) await countOn(db, flyer, 'claimed', day);
}
