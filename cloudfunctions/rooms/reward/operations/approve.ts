import type { ParsedInputOf } from '../../../contract';
import { yyyymmdd } from '../../../kernel/period';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import { isDone, orUnknown } from '../../../platform/holds/answers';
import { BUSY } from '../../../platform/holds/wallets';
import { logStaffAction } from '../../../platform/staff';
import type { PayoutCard, staffRewardContract } from '../contract';
import { type LegalApproval, standingFor } from '../domain/legal';
import { movedTo, outBillNo, type Payout } from '../domain/payout';
import { LEAST_PAYOUT_FEN, MOST_PAYOUT_FEN, type PayoutDay, withPayout } from '../domain/payout-limits';
import { mayMove } from '../domain/payout-states';
import { payoutCard } from '../domain/views';
import { approvals, findPayout, findPayoutDay, insertPayoutDay, updatePayoutDay } from '../store';
import { changePayout, payoutUnknown } from './change-payout';

type Contract = typeof staffRewardContract;

/**
 * An operator approves the money: only under a legal approval that stands for its rule, and within the limits of the day. Doing it
 * again is no error. What it takes of the day's limits is taken first, under the payout's number: a call that dies between the two
 * leaves the limits smaller by one payout, never larger.
 * PAYOUT_UNKNOWN, PAYOUT_STATE {state}, PAYOUT_NOT_APPROVED {rule}, PAYOUT_AMOUNT {leastFen, mostFen}, PAYOUT_OF_RESIDENT,
 * PAYOUT_OF_DAY, PAYOUT_NOT_SET_UP.
 */
export async function confirmPayout(
  context: StaffContext,
  { payoutId }: ParsedInputOf<Contract['reward.confirmPayout']>,
): Promise<Result<PayoutCard>> {
  const [payout, all] = await Promise.all([findPayout(context.db, payoutId), approvals(context.db)]);
  if (!payout) return payoutUnknown();
  if (payout.state === 'confirmed') return ok(payoutCard(payout));
  if (context.pay.merchant === null) return refuse('PAYOUT_NOT_SET_UP', {});
  const ground = standingFor(all, payout.rule);
  if (!ground) return refuse('PAYOUT_NOT_APPROVED', { rule: payout.rule });
  if (!mayMove(payout.state, 'confirmed')) return refuse('PAYOUT_STATE', { state: payout.state });
  if (payout.fen < LEAST_PAYOUT_FEN || payout.fen > MOST_PAYOUT_FEN)
    return refuse('PAYOUT_AMOUNT', { leastFen: LEAST_PAYOUT_FEN, mostFen: MOST_PAYOUT_FEN });
  const taken = await takeOfDay(context, payout);
  if (!taken.ok) return taken;
  await log(context, 'reward.confirmPayout', payout, { state: 'confirmed', approval: ground._id });
  const changed = await changePayout(context, payout, (now) => confirmed(context, now, ground));
  return changed.ok ? ok(payoutCard(changed.data)) : changed;
}

function confirmed({ nowMs, staffName }: StaffContext, payout: Payout, approval: LegalApproval) {
  if (payout.state === 'confirmed') return payout;
  if (!mayMove(payout.state, 'confirmed')) return refuse('PAYOUT_STATE', { state: payout.state });
  const { _id: approvalId, approvedBy, approvedAtMs, reference } = approval;
  const step = { atMs: nowMs, by: 'staff', who: staffName } as const;
  return movedTo(payout, 'confirmed', step, { ground: { approvalId, approvedBy, approvedAtMs, reference }, why: null });
}

const DAY_TRIES = 8;

async function takeOfDay({ db, nowMs }: StaffContext, payout: Payout): Promise<Result<PayoutDay>> {
  const day = yyyymmdd(nowMs);
  const number = outBillNo(payout);
  for (let tried = 0; tried < DAY_TRIES; tried += 1) {
    const found = await findPayoutDay(db, day);
    if (!found) {
      await orUnknown(insertPayoutDay(db, { _id: day, rev: 0, taken: {} }));
      continue;
    }
    const after = withPayout(found, number, payout);
    if (typeof after === 'string') return refuse(after, {});
    if (after === found || (await isDone(updatePayoutDay(db, found, number, after)))) return ok(after);
  }
  return BUSY;
}

/** Refused by a person, or undone while it had not been asked for. */
export async function withholdByStaff(
  context: StaffContext,
  { payoutId, reason }: ParsedInputOf<Contract['reward.withholdPayout']>,
): Promise<Result<PayoutCard>> {
  const payout = await findPayout(context.db, payoutId);
  if (!payout) return payoutUnknown();
  if (mayMove(payout.state, 'withheld'))
    await log(context, 'reward.withholdPayout', payout, { state: 'withheld', reason });
  const step = { atMs: context.nowMs, by: 'staff', who: context.staffName } as const;
  const changed = await changePayout(context, payout, (now) => {
    if (now.state === 'withheld') return now;
    if (!mayMove(now.state, 'withheld')) return refuse('PAYOUT_STATE', { state: now.state });
    return movedTo(now, 'withheld', step, { why: reason });
  });
  return changed.ok ? ok(payoutCard(changed.data)) : changed;
}

/** The log comes first: a function that dies between the two leaves a line too many, never one too few. */
const log = (context: StaffContext, operation: string, payout: Payout, after: { readonly [field: string]: string }) =>
  logStaffAction(context, { operation, target: payout._id, before: { state: payout.state, fen: payout.fen }, after });
