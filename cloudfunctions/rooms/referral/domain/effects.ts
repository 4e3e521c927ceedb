import type { EpochMs } from '../../../kernel/period';
import { type RewardEffect, type RewardId, revokeEffect, rewardEffect } from '../../../kernel/reward';
import { limitCellId } from './card';
import { benefitOf, costFen, type Programme, type ProgrammeReward, reserveOf } from './programme';
import type { Owed, Referral } from './referral';

type Effects = { readonly [id: string]: Owed };

/** Units given back to a cell after capture (platform/outbox/cells). */
export const CREDIT = 'cell.credit';
/** What the invitee's wallet is to know of its binding's end: in the same update as the reward. */
export const SETTLE = 'referral.settle';

type Cause = Omit<RewardId, 'residentId'> & { readonly residentId: string };

const inviteeCause = ({ _id, inviteeId }: Referral): Cause => ({
  ...{ rule: 'referral-invitee', causeId: _id, residentId: inviteeId, n: 1 },
});
const inviterCause = ({ _id, inviterId }: Referral): Cause => ({
  ...{ rule: 'referral-inviter', causeId: _id, residentId: inviterId, n: 1 },
});

/** Both rewards, and the invitee's wallet that now knows of it. */
export function rewardEffects(referral: Referral, programme: Programme, atMs: EpochMs): Effects {
  const { inviteeReward, inviterReward } = programme;
  return {
    invitee: rewardEffect({ ...inviteeCause(referral), benefit: benefitOf(programme, inviteeReward), atMs }),
    inviter: rewardEffect({ ...inviterCause(referral), benefit: benefitOf(programme, inviterReward), atMs }),
    settle: settleEffect(referral, 'rewarded', atMs),
  };
}

/**
 * The order went back whole. The inviter's limits are given back with a reward that was not used; one that was used counts
 * against them (rules.md section 2).
 */
export function revokeEffects(referral: Referral, programme: Programme, atMs: EpochMs): Effects {
  const { inviteeReward, inviterReward } = programme;
  const undone = { atMs, reason: 'referral-refunded' };
  const limit: Returns = { [limitCellId(referral.cardId)]: { n: 1 } };
  const revoke = (cause: Cause, reward: ProgrammeReward, returns: Returns): RewardEffect => {
    const returnsIfUnused = { ...returns, ...cashBack(programme, reward) };
    return revokeEffect({ ...cause, benefit: benefitOf(programme, reward), ...undone, returnsIfUnused });
  };
  return {
    revoke_invitee: revoke(inviteeCause(referral), inviteeReward, {}),
    revoke_inviter: revoke(inviterCause(referral), inviterReward, limit),
    ...pointsBack(referral, programme, atMs),
  };
}

type Returns = { readonly [cellId: string]: { readonly [key: string]: number } };

/** Money that is withheld is the campaign's again; that which was paid stays spent. */
function cashBack(programme: Programme, reward: ProgrammeReward): Returns {
  return reward.form === 'payout' ? { [reserveOf(programme).cellId]: { [programme.campaignId]: costFen(reward) } } : {};
}

/** Coupons settle their own reserve; points were taken back, into debt where they were spent: their cost is the shop's again. */
function pointsBack(referral: Referral, programme: Programme, atMs: EpochMs): Effects {
  const rewards = [programme.inviteeReward, programme.inviterReward];
  const fen = rewards.reduce((sum, reward) => sum + (reward.form === 'points' ? costFen(reward) : 0), 0);
  if (fen === 0) return {};
  const { cellId } = reserveOf(programme);
  return { points_back: credit(cellId, `rfp_${referral._id}`, { [programme.campaignId]: fen }, atMs) };
}

/** Nothing comes of it: the budget and the card's limit have their units again. */
export function endEffects(
  referral: Referral,
  programme: Programme,
  end: 'refused' | 'expired',
  atMs: EpochMs,
): Effects {
  const { cellId, q } = reserveOf(programme);
  return {
    budget: credit(cellId, `rfb_${referral._id}`, q, atMs),
    limit: credit(limitCellId(referral.cardId), `rfb_${referral._id}`, { n: 1 }, atMs),
    ...(end === 'refused' ? { settle: settleEffect(referral, 'refused', atMs) } : {}),
  };
}

function settleEffect({ _id, inviteeId }: Referral, state: 'rewarded' | 'refused', at: EpochMs): Owed {
  return { kind: SETTLE, target: inviteeId, op: `rfs_${_id}`, at, done: false, data: { referralId: _id, state } };
}

const credit = (target: string, op: string, q: { readonly [key: string]: number }, at: EpochMs): Owed => ({
  ...{ kind: CREDIT, target, op, at, done: false, data: { q } },
});
