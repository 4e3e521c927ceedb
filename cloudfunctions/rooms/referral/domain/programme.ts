import { budgetCellId } from '../../../kernel/cell';
import { type CouponPromise, largestReductionFen, type Reserve } from '../../../kernel/coupon';
import { DAY_MS, type EpochMs } from '../../../kernel/period';
import type { Benefit } from '../../../kernel/reward';

/** A binding stands so long, or until the first order (rules.md section 4). */
export const BIND_DAYS = 30;
/** Neighbours that count for one resident on one Shanghai day (rules.md section 4). */
export const MOST_PER_DAY = 20;
/** The order has gone back whole within so long of its receipt: unused rewards are revoked (rules.md section 3). */
export const REVOKE_DAYS = 7;
/** Points of a referral wait as long as those of its order (rules.md section 7): until it can no longer be refunded. */
export const PENDING_DAYS = REVOKE_DAYS;

/** What one side gets, as its operator wrote it and publishing froze it. Fixed: there is no form for what is uncertain. */
export type ProgrammeReward =
  | { readonly form: 'coupon'; readonly promise: CouponPromise }
  | { readonly form: 'points'; readonly points: number }
  | { readonly form: 'payout'; readonly fen: number };

/** Cash for inviting is a sensitive gain from sharing: only with a lawyer's word, which names who gave it (compliance.md). */
export interface LegalApproval {
  readonly by: string;
  readonly atMs: EpochMs;
  readonly reference: string;
}

/** One published version of a campaign's referral (推荐有礼); a change is a new version, and a binding keeps the one it saw. */
export type Programme = {
  /** `<campaign id>_r<version>` */
  readonly _id: string;
  readonly campaignId: string;
  readonly version: number;
  readonly startsAtMs: EpochMs;
  /** Cards bind in [startsAtMs, endsAtMs). */
  readonly endsAtMs: EpochMs;
  readonly inviterReward: ProgrammeReward;
  readonly inviteeReward: ProgrammeReward;
  readonly mostPerDay: number;
  readonly mostInAll: number;
  /** What a card may say; its resident chooses one. */
  readonly lines: readonly { readonly lineId: string; readonly text: string }[];
  readonly shopName: string;
  /** Minutes of the Shanghai day. */
  readonly opensAtMinute: number;
  readonly closesAtMinute: number;
  /** 1. Written down so that a draft with another number is refused, not misread. */
  readonly levels: number;
  readonly approval: LegalApproval | null;
};

export const programmeVersionId = (campaignId: string, version: number): string => `${campaignId}_r${version}`;

/** What it costs at face value: the most that a coupon takes off, 100 points = 100 fen (rules.md sections 1 and 8). */
export function costFen(reward: ProgrammeReward): number {
  switch (reward.form) {
    case 'coupon':
      return largestReductionFen(reward.promise.terms);
    case 'points':
      return reward.points;
    case 'payout':
      return reward.fen;
  }
}

/** Both rewards, taken from the campaign's budget when a neighbour is bound: what was promised is never refused for money. */
export function reserveOf(programme: Programme): Reserve {
  const { campaignId, inviterReward, inviteeReward } = programme;
  return { cellId: budgetCellId(campaignId), q: { [campaignId]: costFen(inviterReward) + costFen(inviteeReward) } };
}

/** As the reward room gives it. A coupon carries its part of what the binding took: its own end books it or gives it back. */
export function benefitOf({ campaignId }: Programme, reward: ProgrammeReward): Benefit {
  switch (reward.form) {
    case 'coupon': {
      const reserve = { cellId: budgetCellId(campaignId), q: { [campaignId]: costFen(reward) } };
      return { form: 'coupon', promise: reward.promise, campaignId, reserve };
    }
    case 'points':
      return { form: 'points', points: reward.points, pendingDays: PENDING_DAYS };
    case 'payout':
      return { form: 'payout', fen: reward.fen };
  }
}

export const untilMsOf = (boundAtMs: EpochMs): EpochMs => boundAtMs + BIND_DAYS * DAY_MS;
