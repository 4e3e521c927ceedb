import type { Context } from '../../../platform/context';
import { NoAnswer } from '../../../platform/db';
import { isDone } from '../../../platform/holds/answers';
import { carryByTable } from '../../../platform/outbox/by-table';
import { carryOut } from '../../../platform/outbox/carry-out';
import type { DeciderRules } from '../../../platform/outbox/decider';
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

/** What becomes due is carried out at once, and by the timer where that fails. True: nothing is owed any more. */
export function carryOutReferral(context: Context, referral: Referral): Promise<boolean> {
  return carryOut(context, rulesFor(context, referral), referral);
}

export function rulesFor(context: Pick<Context, 'effects'>, referral: Referral): DeciderRules {
  return {
    collection: REFERRALS,
    asRead: { rev: referral.rev },
    settleHold: (wallet) => wallet,
    isOnWallet: ({ kind }) => context.effects[kind] !== undefined,
    carry: (carrying, _, effect) =>
      carryByTable(carrying, { causeId: referral._id, residentId: referral.inviteeId }, effect),
  };
}
