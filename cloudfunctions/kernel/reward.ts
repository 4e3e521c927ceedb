import type { Quantities } from './cell';
import type { CouponPromise, Reserve } from './coupon';
import { rewardOp } from './ids';
import { DAY_MS, type EpochMs } from './period';

/**
 * Every reward of the house is one effect made here, from its cause: whoever causes it writes the effect into its own document
 * in the update that causes it, and the reward room carries it out once (rules.md section 3).
 */

/**
 * What may cause a reward. Sharing, a visit and joining a group are not among them and never will be (WeChat mini-program
 * operating rules 5.1, compliance.md); an invitation counts from the friend's first received order.
 */
export const REWARD_RULES = [
  'order-received',
  'order-add-on',
  'referral-invitee',
  'referral-inviter',
  'event-check-in',
  'review',
  'compensation',
] as const;
export type RewardRule = (typeof REWARD_RULES)[number];

export type Benefit =
  /** As it was promised; `reserve` is what the cause booked for it in a budget cell and the coupon's own end settles. */
  | {
      readonly form: 'coupon';
      readonly promise: CouponPromise;
      readonly campaignId: string | null;
      readonly reserve: Reserve | null;
    }
  | { readonly form: 'points'; readonly points: number; readonly pendingDays: number }
  /** `firstN`: number of the first of them within their cause; an order may bring chances of several draws. */
  | {
      readonly form: 'chances';
      readonly drawId: string;
      readonly chances: number;
      readonly firstN: number;
      readonly expiresAtMs: EpochMs;
    }
  /** Money by merchant transfer, after an operator approved it. */
  | { readonly form: 'payout'; readonly fen: number }
  /** Something done for the resident within `days`, shown among the prizes. */
  | { readonly form: 'service'; readonly title: string; readonly valueFen: number; readonly days: number };

export type BenefitForm = Benefit['form'];

/**
 * What each rule may give. Chances come from orders alone: inviting for draw chances is the named violation of WeChat's notice
 * on share activities (December 2020), and an uncertain reward for an invitation is refused by the same row of compliance.md.
 */
const FORMS: { readonly [rule in RewardRule]: readonly BenefitForm[] } = {
  'order-received': ['points', 'chances', 'coupon'],
  'order-add-on': ['points', 'chances', 'coupon', 'service'],
  'referral-invitee': ['coupon', 'points', 'payout', 'service'],
  'referral-inviter': ['coupon', 'points', 'payout', 'service'],
  'event-check-in': ['coupon', 'points', 'service'],
  review: ['coupon', 'points'],
  compensation: ['coupon', 'points', 'payout', 'service'],
};

export const mayGive = (rule: RewardRule, form: BenefitForm): boolean => FORMS[rule].includes(form);

/** Whose cause it is: `order:<id>`, `referral:<id>` … Points keep it for life, so that a rule can tell lots apart. */
const SOURCES = {
  'order-received': 'order',
  'order-add-on': 'order',
  'referral-invitee': 'referral',
  'referral-inviter': 'referral',
  'event-check-in': 'event',
  review: 'review',
  compensation: 'compensation',
} as const;
export type RewardSource = (typeof SOURCES)[RewardRule];

export const sourceOf = (rule: RewardRule): RewardSource => SOURCES[rule];

/** Cause of a points lot. Points of `referral:` lots cannot buy draw chances (rules.md section 4). */
export const lotCause = (rule: RewardRule, causeId: string): string => `${sourceOf(rule)}:${causeId}`;

/** The one reward of this rule, cause, resident and number: also the id of the coupon or payout that it becomes. */
export interface RewardId {
  readonly rule: RewardRule;
  /** `_id` of what caused it: an order, a referral, a sign-up. */
  readonly causeId: string;
  readonly residentId: string;
  /** From 1: one cause may bring a resident several. */
  readonly n: number;
}

export interface Reward extends RewardId {
  readonly benefit: Benefit;
  /** Birth of the effect: the moment of the update that causes it. */
  readonly atMs: EpochMs;
}

/** Data of the effect `reward.issue`. */
export type IssueData = Omit<Reward, 'residentId'>;

/** Data of the effect `reward.payout`. */
export type PayoutData = Reward;

/** Data of the effect `reward.revoke`. */
export type RevokeData = Omit<Reward, 'residentId' | 'atMs'> & {
  /** Op of the reward, which it was issued under. */
  readonly of: string;
  /** Why, as a code: 'order-refunded', 'referral-refunded'. */
  readonly reason: string;
  /** Units that cells have again where the reward had not been used. Cells that are never pruned, by id. */
  readonly returnsIfUnused: { readonly [cellId: string]: Quantities };
};

/** Data of the effect `reward.withhold`. */
export type WithholdData = RevokeData & Pick<Reward, 'residentId'>;

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** An effect as the outbox takes it (platform/effects), to be written by the update that causes it. */
export interface RewardEffect {
  readonly kind: 'reward.issue' | 'reward.revoke' | 'reward.payout' | 'reward.withhold';
  readonly target: string;
  readonly op: string;
  readonly at: number;
  readonly done: false;
  readonly data: Plain;
}

/** Op of a reward; a coupon's id and a payout's `_id` too. */
export const opOfReward = ({ rule, causeId, residentId, n }: RewardId): string =>
  `rw_${rewardOp(rule, causeId, residentId, n)}`;

/** Op of the revocation of the reward that was issued under `op`. */
export const revokeOpOf = (op: string): string => `rv_${op.slice('rw_'.length)}`;

/** Throws where the rule may not give this: publish checks refuse such a rule in words, long before. */
export function rewardEffect({ residentId, ...reward }: Reward): RewardEffect {
  const { rule, benefit, atMs } = reward;
  if (!mayGive(rule, benefit.form)) throw new RangeError(`${rule} may not give ${benefit.form}`);
  const op = opOfReward({ ...reward, residentId });
  const due = { op, at: atMs, done: false } as const;
  if (benefit.form === 'payout')
    return { ...due, kind: 'reward.payout', target: op, data: { ...reward, residentId } as unknown as Plain };
  return { ...due, kind: 'reward.issue', target: residentId, data: reward as unknown as Plain };
}

export interface Revocation extends Reward {
  readonly reason: string;
  readonly returnsIfUnused?: { readonly [cellId: string]: Quantities };
}

/**
 * Undoes a reward: an unused coupon is revoked (one that an order has, when it comes back from there), points are taken back,
 * into debt where they were spent, open chances leave, a payout not yet on its way is withheld. It may overtake the reward that
 * it undoes: the one leaves nothing of the other.
 */
export function revokeEffect({ residentId, atMs, returnsIfUnused = {}, ...reward }: Revocation): RewardEffect {
  const of = opOfReward({ ...reward, residentId });
  const data = { ...reward, of, returnsIfUnused };
  const due = { op: revokeOpOf(of), at: atMs, done: false } as const;
  if (reward.benefit.form === 'payout')
    return { ...due, kind: 'reward.withhold', target: of, data: { ...data, residentId } as unknown as Plain };
  return { ...due, kind: 'reward.revoke', target: residentId, data: data as unknown as Plain };
}

/** [issue, issue + days) */
export const endOf = (atMs: EpochMs, days: number): EpochMs => atMs + days * DAY_MS;
