import type { Gained, InvitedView, NeighbourView, ProgrammeView, RewardView } from '@rooms/referral/contract';
import type { CouponFace } from '@/components/CouponCard';
import { referralWords as words } from './areas/referral';
import { sayingOf } from './codes';
import { couponCondition, couponFace } from './coupons';
import { countText, roundText } from './money';
import { dayText } from './times';

type Terms = Extract<RewardView, { form: 'coupon' }>['terms'];

/** What one side gets, in a sentence: 「¥10 券」「200 积分」「¥5 现金」. */
export function rewardText(reward: RewardView): string {
  switch (reward.form) {
    case 'coupon':
      return couponWord(reward.terms, reward.title);
    case 'points':
      return `${countText(reward.points)} 积分`;
    case 'payout':
      return `¥${roundText(reward.fen)} 现金`;
  }
}

function couponWord(terms: Terms, title: string): string {
  if (terms.kind === 'fixed') return `¥${roundText(terms.offFen)} 券`;
  if (terms.kind === 'freight') return `¥${roundText(terms.offFen)} 运费券`;
  if (terms.kind === 'percentage') return `${terms.payRateBps / 1_000} 折券`;
  return title;
}

/** The same on a ticket's stub. */
export function rewardFace(reward: RewardView): { face: CouponFace; condition: string } {
  switch (reward.form) {
    case 'coupon':
      return { face: couponFace(reward.terms), condition: couponCondition(reward.terms) };
    case 'points':
      return { face: { main: countText(reward.points) }, condition: '积分' };
    case 'payout':
      return { face: { before: '¥', main: roundText(reward.fen) }, condition: '现金' };
  }
}

/** In round money where it is a sum, so that a page may set it large. */
export function rewardFen(reward: RewardView): number | null {
  if (reward.form === 'payout') return reward.fen;
  if (reward.form !== 'coupon') return null;
  const { terms } = reward;
  return terms.kind === 'fixed' || terms.kind === 'freight' ? terms.offFen : null;
}

/** What a reward is besides its sum: 「满 40 减 10 券一张」. */
export function oneText(reward: RewardView): string {
  if (reward.form !== 'coupon') return rewardFace(reward).condition;
  const { terms } = reward;
  return terms.kind === 'fixed' && terms.minSpendFen > 0
    ? words.oneReduction(roundText(terms.minSpendFen), roundText(terms.offFen))
    : words.oneCoupon(couponCondition(terms));
}

/** Whether both sides get the same: then one word does for both. */
export const isEven = ({ inviterReward, inviteeReward }: ProgrammeView): boolean =>
  JSON.stringify(inviterReward) === JSON.stringify(inviteeReward);

/** What the inviter got so far: money where there is some, else points. */
export function gainedText({ couponsFen, payoutFen, points }: Gained): string {
  const fen = couponsFen + payoutFen;
  return fen === 0 && points > 0 ? words.pointsGained(countText(points)) : `¥${roundText(fen)}`;
}

export interface NeighbourText {
  readonly text: string;
  /** At the right, in small print. */
  readonly aside: string;
  readonly done: boolean;
}

/** How far a neighbour is, in words. */
export function neighbourText(view: NeighbourView, rewardIsCoupon: boolean, nowMs: number): NeighbourText {
  const { state, step, untilMs } = view;
  const done = state === 'rewarded';
  switch (state) {
    case 'rewarded': {
      const text = rewardIsCoupon ? words.states.rewarded : words.states.rewardedOther;
      return { done, text, aside: dayText(view.receivedAtMs ?? view.boundAtMs) };
    }
    case 'waiting':
      if (step === 1) return { done, text: words.states.took, aside: words.valid(dayText(untilMs - 1)) };
      return { done, text: orderedText(view), aside: step === 2 ? words.asides.order : '' };
    case 'refused':
      return { done, text: refusedText(view.code, nowMs), aside: words.asides.refused };
    default:
      return { done, text: words.states[state], aside: words.asides[state] };
  }
}

function orderedText({ step, orderState }: NeighbourView): string {
  if (step === 3) return words.states.received;
  return orderState ? words.orderStates[orderState] : words.ordered;
}

const refusedText = (code: NeighbourView['code'], nowMs: number): string =>
  sayingOf(code ?? 'REFERRAL_NOT_PASSED', null, nowMs).title;

/** How it stands with one's own first order, for who was invited. */
export function invitedText({ state, step, untilMs, code }: InvitedView, nowMs: number): string {
  if (state === 'waiting') return step === 1 ? words.invited.waiting(dayText(untilMs - 1)) : words.invited.ordered;
  if (state === 'refused') return refusedText(code, nowMs);
  return words.invited[state];
}
