import type { NeighbourState, NeighbourStep, NeighbourView, ProgrammeView, RewardView } from '../contract';
import { BIND_DAYS, costFen, type Programme, type ProgrammeReward, REVOKE_DAYS } from '../domain/programme';
import type { Referral } from '../domain/referral';

/** Who bears a coupon is the shop's own affair. */
export function rewardView(reward: ProgrammeReward): RewardView {
  if (reward.form !== 'coupon') return reward;
  const { title, terms, days } = reward.promise;
  const { funding: _, ...shown } = terms;
  return { form: 'coupon', title, terms: shown, days };
}

export function programmeView(programme: Programme): ProgrammeView {
  const { _id, inviterReward, inviteeReward, levels: _levels, approval: _approval, ...shown } = programme;
  return {
    ...shown,
    inviterReward: rewardView(inviterReward),
    inviteeReward: rewardView(inviteeReward),
    bindDays: BIND_DAYS,
    revokeDays: REVOKE_DAYS,
  };
}

/** Of the order that a neighbour has placed with this binding, as far as it has come. */
export type Underway = 'paid' | 'picked' | 'dispatched' | 'delivered';

export const stateOf = ({ state }: Referral): NeighbourState => (state === 'bound' ? 'waiting' : state);

export function stepOf({ order }: Referral, underway: Underway | null): NeighbourStep {
  if (order) return 3;
  return underway ? 2 : 1;
}

/** A neighbour as the inviter sees them. */
export function neighbourView(referral: Referral, underway: Underway | null): NeighbourView {
  const { _id, invitee, code, boundAtMs, untilMs, order } = referral;
  return {
    referralId: _id,
    name: invitee.name,
    building: invitee.building,
    step: stepOf(referral, underway),
    state: stateOf(referral),
    code,
    boundAtMs,
    untilMs,
    orderState: order ? null : underway,
    receivedAtMs: order?.receivedAtMs ?? null,
  };
}

export const NOTHING_GAINED = { coupons: 0, couponsFen: 0, points: 0, payoutFen: 0 };

/** What so many neighbours brought under one version of the programme. */
export function gainedBy(reward: ProgrammeReward, neighbours: number) {
  const fen = costFen(reward) * neighbours;
  switch (reward.form) {
    case 'coupon':
      return { ...NOTHING_GAINED, coupons: neighbours, couponsFen: fen };
    case 'points':
      return { ...NOTHING_GAINED, points: reward.points * neighbours };
    case 'payout':
      return { ...NOTHING_GAINED, payoutFen: fen };
  }
}
