import type { CouponTerms } from '../../../kernel/coupon';
import type { EventPlan, EventState } from './event';
import type { PartyState } from './party';

/** What pages see of events. */
export interface MySignUp {
  readonly state: PartyState;
  readonly seats: number;
  /** 1 for the head of the line; null: does not wait. */
  readonly place: number | null;
  /** The offered seat is kept until then. */
  readonly untilMs: number | null;
  readonly cameAtMs: number | null;
  /** The last offer ran out. */
  readonly lapsed: boolean;
  /** 8 digits to read out; null: no seat. */
  readonly code: string | null;
  /** What the picture code says. */
  readonly scanText: string | null;
}

export interface EventView extends Omit<EventPlan, 'thanksTemplateId'> {
  readonly eventId: string;
  readonly state: Exclude<EventState, 'draft'>;
  readonly estateName: string;
  /** Free for somebody new. */
  readonly left: number;
  /** Households in the line. */
  readonly waiting: number;
  readonly changedAtMs: number | null;
  readonly calledOffWhy: string | null;
  /** The coupon for who comes; valid for `days` from the check-in. */
  readonly thanks: { readonly title: string; readonly terms: CouponTerms; readonly days: number } | null;
  readonly mine: MySignUp | null;
}

export interface StaffEventView extends EventPlan {
  readonly eventId: string;
  readonly state: EventState;
  readonly estateName: string;
  readonly createdAtMs: number;
  readonly calledOffWhy: string | null;
  readonly left: number;
  readonly counts: {
    /** Seats. */
    readonly going: number;
    readonly offered: number;
    readonly came: number;
    /** Households. */
    readonly households: number;
    readonly householdsCame: number;
    readonly waiting: number;
  };
  readonly thanks: EventView['thanks'];
  /** Set aside in the campaign's budget. */
  readonly setAsideFen: number;
}

export interface GuestView {
  readonly name: string;
  readonly state: Exclude<PartyState, 'gone'>;
  readonly seats: number;
  readonly place: number | null;
  readonly cameAtMs: number | null;
}

export interface CheckedInView {
  readonly eventId: string;
  readonly title: string;
  readonly name: string;
  readonly seats: number;
  readonly cameAtMs: number;
  /** Scanned before: nothing is given again. */
  readonly isRepeat: boolean;
  /** Its thank-you coupon; null: this event gives none. */
  readonly thanksTitle: string | null;
  /** Households that are here by now. */
  readonly came: number;
}
