import type { Context } from '../../../platform/context';
import { NoAnswer } from '../../../platform/db';
import { isDone } from '../../../platform/holds/answers';
import { outboxOf } from '../../../platform/outbox/outbox';
import type { Change } from '../domain/decide';
import type { Referral } from '../domain/referral';
import { changed, findReferral, REFERRALS, writeReferral } from '../store';

/** An order, a member of staff and the timer may meet at one referral. */
const WRITE_TRIES = 8;

/** `wrote`: this call did it. */
export interface Changed {
  readonly referral: Referral;
  readonly wrote: boolean;
}

/**
 * One CAS by `rev`; decided again on what another wrote, or where an answer was lost: `decide` finds by itself that it is done.
 * Rejects with NoAnswer where others kept writing.
 */
export async function changeReferral(
  { db }: Pick<Context, 'db'>,
  found: Referral,
  decide: (referral: Referral) => Change | Promise<Change>,
): Promise<Changed> {
  let referral = found;
  for (let tried = 0; tried < WRITE_TRIES; tried += 1) {
    const change = await decide(referral);
    if (change === null) return { referral, wrote: false };
    if (await isDone(writeReferral(db, referral, change))) return { referral: changed(referral, change), wrote: true };
    const read = await findReferral(db, referral._id);
    if (!read) throw new Error(`referral ${referral._id} is gone`);
    referral = read;
  }
  throw new NoAnswer(`referral ${found._id}`);
}

/** Wallets by the reward room's effects and the binding's own, cells by their moves. */
export const referralOutbox = outboxOf<Referral>({
  collection: REFERRALS,
  asRead: ({ rev }) => ({ rev }),
  residentOf: ({ inviteeId }) => inviteeId,
});

/** What becomes due is carried out at once, and by the timer where that fails. */
export async function carryOutReferral(context: Context, referral: Referral): Promise<void> {
  if (referral.effectsDueAt !== undefined) await referralOutbox.carryOut(context, referral);
}
