import type { Quantities } from '../../../kernel/cell';
import type { CouponPromise, Reserve } from '../../../kernel/coupon';
import { HOUR_MS } from '../../../kernel/period';
import type { Party } from './party';

/** Check-in opens before the stalls do, and closes after who came last has been scanned. */
export const CHECK_IN_EARLY_MS = HOUR_MS;
export const CHECK_IN_LATE_MS = HOUR_MS;

/** One document holds all sign-ups: some 250 bytes a household, 75 KB where every household takes one seat. */
export const MOST_SEATS = 300;
export const MOST_OF_HOUSEHOLD = 5;
/** Households that wait; who comes later is told that there are too many. */
export const MOST_WAITING = 100;

export type EventState = 'draft' | 'open' | 'called-off' | 'over';

/** draft → open → over, or called off on the way; the last two are final. */
export const EVENT_MOVES: { readonly [state in EventState]: readonly EventState[] } = {
  draft: ['open', 'called-off'],
  open: ['over', 'called-off'],
  'called-off': [],
  over: [],
};

/** What the shop says of it, and may put better while it is open. */
export interface EventPlan {
  readonly title: string;
  readonly line: string;
  readonly estateId: string;
  readonly place: string;
  /** How to find it, or ''. */
  readonly placeNote: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  /** What happens in the rain, or ''. */
  readonly weatherNote: string;
  /** Named pictures of the shop. */
  readonly pictures: readonly string[];
  readonly tint: string;
  readonly capacity: number;
  /** Seats that one household may take. */
  readonly perHousehold: number;
  readonly host: string;
  readonly contact: string;
  /** Template of the thank-you coupon; null: none. Fixed when published. */
  readonly thanksTemplateId: string | null;
}

/** The thank-you coupon, frozen when the event was published. */
export interface Thanks {
  readonly promise: CouponPromise;
  readonly campaignId: string;
  /** What one coupon can cost, by key of the campaign's budget cell. */
  readonly reserve: Reserve;
}

/** Money that the campaign's budget cell gave for coupons of so many seats, by the op of its mark. */
export interface SetAside {
  readonly at: number;
  readonly seats: number;
}

/**
 * An offline event (product.md A8) and the decider of everything about it: who comes, who waits, who came, what they get.
 * Sign-ups are conditional updates of it, each on its own household, so that 200 at once do not wait for each other.
 */
export type NeighbourEvent = {
  /** `ev_` + hash: also what its marks in budget cells are signed with. */
  readonly _id: string;
  /** Raised by what staff does: the condition of the next such change. */
  readonly rev: number;
  readonly state: EventState;
  readonly plan: EventPlan;
  readonly createdAtMs: number;
  /** Its end, from publishing on; null: nobody but staff sees it. */
  readonly shownUntilMs: number | null;
  /** When time or place were changed after publishing; null: never. */
  readonly changedAtMs: number | null;
  readonly calledOffWhy: string | null;
  /** Free seats. capacity = left + seats of who is going, was offered a seat, or came. */
  readonly left: number;
  /** Households that wait. */
  readonly waiting: number;
  /** Households that came: those that have a coupon coming. */
  readonly came: number;
  readonly parties: { readonly [residentId: string]: Party };
  readonly thanks: Thanks | null;
  readonly money: { readonly [op: string]: SetAside };
  readonly effects: { readonly [id: string]: EventEffect };
  readonly effectsDueAt?: number;
};

/** As platform/effects has it; a domain knows only the kernel. */
export interface EventEffect {
  readonly kind: string;
  readonly target: string;
  readonly op: string;
  readonly at: number;
  readonly done: boolean;
  readonly data: Plain;
}

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

export const eventChannelId = (eventId: string): string => `event_${eventId}`;

/** So many times the cost of one coupon. */
export function times(q: Quantities, count: number): Quantities {
  return Object.fromEntries(Object.entries(q).map(([key, fen]) => [key, fen * count]));
}

/** Seats whose coupon was paid for when it was published or enlarged. */
export const seatsPaidFor = ({ money }: Pick<NeighbourEvent, 'money'>): number =>
  Object.values(money).reduce((sum, { seats }) => sum + seats, 0);

/** People may sign up and change their mind until it ends. */
export const isTaking = ({ state, plan }: Pick<NeighbourEvent, 'state' | 'plan'>, nowMs: number): boolean =>
  state === 'open' && nowMs < plan.endsAtMs;

export type CheckInTime = 'early' | 'open' | 'late';

export function checkInTime({ startsAtMs, endsAtMs }: EventPlan, nowMs: number): CheckInTime {
  if (nowMs < startsAtMs - CHECK_IN_EARLY_MS) return 'early';
  return nowMs < endsAtMs + CHECK_IN_LATE_MS ? 'open' : 'late';
}
