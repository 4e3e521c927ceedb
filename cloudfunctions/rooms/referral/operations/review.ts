import { type OutputOf, PAGE_ROWS, type ParsedInputOf } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import { logStaffAction } from '../../../platform/staff';
import { readResident } from '../../account';
import type { HeldReferralView, NeighbourState, staffReferralContract } from '../contract';
import { afterNo, afterPass, type Change, type StaffWord } from '../domain/decide';
import type { Programme } from '../domain/programme';
import type { Referral } from '../domain/referral';
import { countHeld, countOf, findReferral, NOT_REFUSED, pageOfHeld } from '../store';
import { carryOutReferral, changeReferral } from './change';
import { personOf } from './keep';
import { pageOf, readCursor } from './paging';
import { programmeById } from './programmes';
import { rewardView, stateOf } from './views';

type Held = OutputOf<(typeof staffReferralContract)['referral.held']>;
type DecisionInput = ParsedInputOf<(typeof staffReferralContract)['referral.pass']>;

/** What waits for a decision, the longest first; people are shown masked. */
export async function held(
  context: StaffContext,
  { cursor }: { readonly cursor?: string | undefined },
): Promise<Result<Held>> {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const [rows, waiting] = await Promise.all([pageOfHeld(context.db, after.data, PAGE_ROWS + 1), countHeld(context.db)]);
  const views = await Promise.all(rows.slice(0, PAGE_ROWS).map((referral) => heldView(context, referral)));
  const { next } = pageOf(
    rows,
    ({ heldAtMs, boundAtMs }) => heldAtMs ?? boundAtMs,
    () => null,
  );
  return ok({ rows: views, next, waiting });
}

async function heldView(context: StaffContext, referral: Referral): Promise<HeldReferralView> {
  const { db } = context;
  const { _id, inviterId, invitee, programmeId, doubts, boundAtMs, untilMs, heldAtMs, order } = referral;
  const [inviter, programme, came, received] = await Promise.all([
    readResident(db, inviterId),
    programmeById(context, programmeId),
    countOf(db, inviterId, { state: NOT_REFUSED }),
    countOf(db, inviterId, { state: 'rewarded' }),
  ]);
  return {
    ...{ referralId: _id, doubts, invitee, boundAtMs, untilMs, came, received },
    inviter: personOf(inviter),
    heldAtMs: heldAtMs ?? boundAtMs,
    order: order && { number: order.number, paidFen: order.paidFen, receivedAtMs: order.receivedAtMs },
    inviterReward: rewardView(programme.inviterReward),
    inviteeReward: rewardView(programme.inviteeReward),
  };
}

type Decide = (referral: Referral, programme: Programme, word: StaffWord) => Change;

/** Lets it count: both are rewarded at once where the first order was received meanwhile. */
export const pass = (context: StaffContext, input: DecisionInput): Promise<Result<{ state: NeighbourState }>> =>
  decide(context, input, 'referral.pass', afterPass, (state) => state !== 'refused');

/** It does not count; the card's limit and the budget have their units again. */
export const refuseHeld = (context: StaffContext, input: DecisionInput): Promise<Result<{ state: NeighbourState }>> =>
  decide(context, input, 'referral.refuse', afterNo, (state) => state === 'refused');

/** `isSame`: whether what was decided before is what is asked for now; then nothing is done and nothing refused. */
async function decide(
  context: StaffContext,
  { referralId, note }: DecisionInput,
  operation: string,
  by: Decide,
  isSame: (state: NeighbourState) => boolean,
): Promise<Result<{ state: NeighbourState }>> {
  const { staffId, nowMs } = context;
  const found = await findReferral(context.db, referralId);
  if (!found) return refuse('REFERRAL_UNKNOWN', {});
  const programme = await programmeById(context, found.programmeId);
  let before: Referral | null = null;
  const { referral, wrote } = await changeReferral(context, found, (as) => {
    const change = by(as, programme, { by: staffId, note, nowMs });
    before = change === null ? before : as;
    return change;
  });
  const state = stateOf(referral);
  // A lost answer: what this very call wrote is found written.
  const isOurs = wrote || (before !== null && referral.decided?.by === staffId && referral.decided.atMs === nowMs);
  if (!isOurs) {
    const isAgreed = referral.decided !== null && isSame(state);
    return isAgreed ? ok({ state }) : refuse('REFERRAL_DECIDED', { state });
  }
  await logStaffAction(context, {
    ...{ operation, target: referralId },
    before: traceOf(before ?? found),
    after: { ...traceOf(referral), note },
  });
  await carryOutReferral(context, referral);
  return ok({ state });
}

const traceOf = ({ state, doubts }: Referral) => ({ state, doubts });
