import * as v from 'valibot';
import { changes, cursor, id, nothing, type Page, reads, text } from '../../contract';
import type { Doubt } from '../../kernel/referral';
import type { ProductCardView } from '../catalog/contract';
import type { ShownTerms } from '../coupon/contract';
import type { BoundView } from './domain/bind';
import type { BindRefusal } from './domain/refusals';

export type { BindRefusal, BoundView, Doubt };

/** Of a card: 32 characters, as many as the scene of a mini-program code holds. Card and poster carry the same one. */
const scene = () => v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{32}$/, 'a scene code of a card'));

/** 22 characters that the client makes by chance at its first start and keeps: never read off the phone. */
const deviceId = () => v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/, 'an id of 22 characters'));

/** What one side gets: fixed, and shown before anything is done. Never a chance, never a share of somebody's. */
export type RewardView =
  | { readonly form: 'coupon'; readonly title: string; readonly terms: ShownTerms; readonly days: number }
  | { readonly form: 'points'; readonly points: number }
  | { readonly form: 'payout'; readonly fen: number };

export interface ProgrammeView {
  readonly campaignId: string;
  readonly version: number;
  readonly inviterReward: RewardView;
  readonly inviteeReward: RewardView;
  readonly startsAtMs: number;
  /** Cards bind until then. */
  readonly endsAtMs: number;
  /** A binding stands so long (30). */
  readonly bindDays: number;
  /** Neighbours that count for one resident: of a Shanghai day (20), and in all. */
  readonly mostPerDay: number;
  readonly mostInAll: number;
  /** Wholly refunded within so many days of receipt: unused rewards are revoked (7). */
  readonly revokeDays: number;
  /** What a card may say in its resident's name: the resident chooses, and nothing else is said. */
  readonly lines: readonly { readonly lineId: string; readonly text: string }[];
  readonly shopName: string;
  /** Minutes of the Shanghai day. */
  readonly opensAtMinute: number;
  readonly closesAtMinute: number;
}

/** How the card names its resident, as the resident wishes. */
export interface CardFace {
  /** Checked before others see it; until one is chosen: 周**, or 邻居. */
  readonly name: string;
  readonly lineId: string;
  readonly line: string;
  readonly estateName: string;
  /** '' where the resident does not show it, or has no address. */
  readonly building: string;
  /** What the resident often buys, with how often; empty unless the resident shows it. */
  readonly goods: readonly CardGood[];
}

export interface CardGood {
  /** As this visitor sees it now. */
  readonly product: ProductCardView;
  readonly times: number;
}

export interface MyCardView {
  readonly scene: string;
  /** To share: `/packages/referral/pages/land/index?scene=…`. */
  readonly path: string;
  readonly face: CardFace;
  readonly showsBuilding: boolean;
  readonly showsGoods: boolean;
  readonly programme: ProgrammeView;
  /** Neighbours who may still be bound by it: today, and in all. */
  readonly leftToday: number;
  readonly leftInAll: number;
}

export interface PosterView extends MyCardView {
  /** The mini-program code, PNG as base64. */
  readonly code: string;
}

/**
 * Whether this resident can be bound by the card just now. open: yes. bound, held: by this card already, until then. done:
 * the first order was received, both have their reward. cannot: a calm word on why; the shop is open all the same.
 */
export type Standing =
  | { readonly state: 'open' }
  | { readonly state: 'bound' | 'held'; readonly untilMs: number; readonly ordered: boolean }
  | { readonly state: 'done' }
  | { readonly state: 'cannot'; readonly code: BindRefusal };

export interface CardLandingView {
  readonly channelId: string;
  readonly inviter: CardFace;
  readonly programme: ProgrammeView;
  readonly standing: Standing;
  /** No paid order yet. */
  readonly isNew: boolean;
}

/** How far a neighbour is: 1 took the card, 2 has ordered, 3 has received. */
export type NeighbourStep = 1 | 2 | 3;

/**
 * waiting: for an order or its receipt. held: staff look at it. rewarded: both have theirs. refused: it does not count.
 * expired: 30 days went by without an order. revoked: the order went back whole.
 */
export type NeighbourState = 'waiting' | 'held' | 'rewarded' | 'refused' | 'expired' | 'revoked';

export interface NeighbourView {
  readonly referralId: string;
  /** 周** */
  readonly name: string;
  readonly building: string;
  readonly step: NeighbourStep;
  readonly state: NeighbourState;
  /** Why it does not count; null unless refused. */
  readonly code: BindRefusal | 'REFERRAL_NOT_PASSED' | 'REFERRAL_ORDER_REFUNDED' | null;
  readonly boundAtMs: number;
  /** The first order has to be placed before. */
  readonly untilMs: number;
  /** State of the order that step 2 speaks of; null: none. */
  readonly orderState: 'paid' | 'picked' | 'dispatched' | 'delivered' | null;
  readonly receivedAtMs: number | null;
}

/** What the inviter got so far, less what was revoked. Coupons at the most that they take off. */
export interface Gained {
  readonly coupons: number;
  readonly couponsFen: number;
  readonly points: number;
  readonly payoutFen: number;
}

/** This resident's own binding, as the one who was invited. */
export interface InvitedView {
  readonly inviterName: string;
  readonly reward: RewardView;
  readonly step: NeighbourStep;
  readonly state: NeighbourState;
  readonly code: NeighbourView['code'];
  readonly untilMs: number;
}

export interface MyReferralsView extends Page<NeighbourView> {
  /** Null: nothing runs just now; what was promised is kept. */
  readonly programme: ProgrammeView | null;
  /** Neighbours whom a card of mine has bound, and those of them whose first order was received and counts. */
  readonly came: number;
  readonly received: number;
  readonly gained: Gained;
  readonly invited: InvitedView | null;
}

/** What `wx.updateShareMenu` takes for a card whose text WeChat keeps up to date in the chat. */
export interface LiveCardView {
  /** Null: WeChat gives none just now; the card is shared as it is. */
  readonly activityId: string | null;
  readonly memberCount: number;
  readonly roomLimit: number;
}

export const referralContract = {
  /** Makes the card at the first call. Refused: REFERRAL_NOT_RUNNING, REFERRAL_STAFF. */
  'referral.card': reads(v.strictObject({ deviceId: deviceId() }))<MyCardView>(),
  /** Refused besides: TEXT_NOT_ALLOWED, LINE_UNKNOWN. A name of '' goes back to 周**. */
  'referral.dressCard': reads(
    v.strictObject({
      name: v.pipe(v.string(), v.trim(), v.maxLength(8)),
      lineId: id(),
      showsBuilding: v.boolean(),
      showsGoods: v.boolean(),
    }),
  )<MyCardView>(),
  'referral.poster': reads(nothing())<PosterView>(),
  'referral.liveCard': reads(nothing())<LiveCardView>(),
  /**
   * A card, poster or code was opened: keeps the channel, shows who invites and what both get; binds nothing. Refused:
   * CARD_UNKNOWN, TOO_MANY_TRIES, REFERRAL_OVER, CAMPAIGN_PAUSED.
   */
  'referral.land': reads(v.strictObject({ scene: scene() }))<CardLandingView>(),
  /** Refused besides with a BindRefusal, BUDGET_GONE, REQUEST_KEY_EXPIRED. */
  'referral.bind': changes(v.strictObject({ scene: scene(), deviceId: deviceId() }))<BoundView>(),
  'referral.mine': reads(v.strictObject({ cursor: cursor() }))<MyReferralsView>(),
};

/** Somebody as staff see them here: masked. */
export interface PersonView {
  readonly name: string;
  readonly estateName: string;
  readonly building: string;
}

export interface HeldReferralView {
  readonly referralId: string;
  readonly doubts: readonly Doubt[];
  readonly inviter: PersonView;
  readonly invitee: PersonView;
  readonly boundAtMs: number;
  readonly untilMs: number;
  readonly heldAtMs: number;
  /** The first order, where it was received meanwhile: passing gives the rewards at once. */
  readonly order: { readonly number: string; readonly paidFen: number; readonly receivedAtMs: number } | null;
  readonly inviterReward: RewardView;
  readonly inviteeReward: RewardView;
  /** Of the inviter's card so far. */
  readonly came: number;
  readonly received: number;
}

const decision = () => v.strictObject({ referralId: id(), note: text(100) });

export const staffReferralContract = {
  /** Oldest first. */
  'referral.held': reads(v.strictObject({ cursor: cursor() }))<Page<HeldReferralView> & { readonly waiting: number }>(),
  /** Refused: REFERRAL_UNKNOWN, REFERRAL_DECIDED {state}. Deciding the same again is no error. */
  'referral.pass': reads(decision())<{ readonly state: NeighbourState }>(),
  'referral.refuse': reads(decision())<{ readonly state: NeighbourState }>(),
};
