import type { Quantities } from './cell';
import type { Coupon } from './coupon';
import { MAX_JOURNAL_ENTRIES } from './limits';
import { DAY_MS } from './period';
import type { WalletReferral } from './referral';
import { type Refusal, refuse } from './result';

/**
 * What a resident owns and can spend, in one document, so that most of what must change together changes in one
 * atomic update (platform.md, Wallet). Rooms change it by pure functions; platform/holds alone writes it.
 */
export interface Wallet {
  readonly _id: string;
  /** Raised by every write: the condition of the next one. */
  readonly rev: number;
  readonly horizon: number;
  readonly journal: { readonly [op: string]: JournalEntry };
  readonly holds: { readonly [orderId: string]: WalletHold };
  readonly coupons: { readonly [couponId: string]: Coupon };
  /** Coupons that have left, and are revoked should an order bring them back (revoked-coupons.ts). Absent: none. */
  readonly revoked?: { readonly [couponId: string]: { readonly reason: string; readonly atMs: number } };
  readonly lots: { readonly [lotId: string]: PointsLot };
  readonly chances: { readonly [chanceId: string]: Chance };
  readonly prizes: { readonly [prizeId: string]: Prize };
  /** Per-resident limits: `<rule>_<id>[_<yyyymmdd Shanghai>]`. */
  readonly counters: { readonly [key: string]: number };
  readonly firstOrder: FirstOrderRight;
  readonly tier: Tier;
  readonly tierSinceMs: number;
  /** First review that found the resident below the tier; null: none did. */
  readonly tierNoticeAtMs: number | null;
  /** Received orders by Shanghai day (yyyymmdd), less refunds: the tier's rolling 365 days. */
  readonly spend: { readonly [day: string]: { readonly paidFen: number; readonly orders: number } };
  /** Points taken back after they were spent; future earnings fill it first (rules.md section 2). */
  readonly pointsDebt: number;
  /** The neighbour's card that bound this resident (referral.ts). Absent: none ever did. */
  readonly referral?: WalletReferral;
}

export type Tier = 'normal' | 'silver' | 'gold' | 'diamond';

export type FirstOrderRight =
  | { readonly state: 'open' }
  | { readonly state: 'held'; readonly orderId: string }
  | { readonly state: 'used'; readonly orderId: string };

/** Points earned together, expiring together. */
export interface PointsLot {
  /** Points still in it. */
  readonly points: number;
  readonly earned: number;
  readonly earnedAtMs: number;
  /** Points of an order cannot be spent before its after-sales window ends. */
  readonly spendableFromMs: number;
  readonly expiresAtMs: number;
  /** `order:<id>`, `draw:<chance>` …: some lots may not buy draw chances (rules.md section 4). */
  readonly cause: string;
  readonly lengthened?: true;
}

export interface WalletHold {
  readonly at: number;
  readonly couponIds: readonly string[];
  readonly pointsByLot: { readonly [lotId: string]: number };
  /** Lots that were emptied (and so left the wallet) come back from here. */
  readonly lots: { readonly [lotId: string]: PointsLot };
  readonly firstOrder: boolean;
}

export type Chance =
  | {
      readonly state: 'open';
      readonly drawId: string;
      readonly at: number;
      readonly orderId: string | null;
      readonly expiresAtMs: number;
    }
  | {
      readonly state: 'used';
      readonly drawId: string;
      readonly at: number;
      readonly orderId: string | null;
      readonly spin: Spin;
    };

/** A spin is a chance that was used: what was drawn, and what was given when that could not be. */
export interface Spin {
  readonly atMs: number;
  readonly oddsVersion: number;
  /** 0 … 999,999 */
  readonly slot: number;
  readonly drawnPrizeId: string;
  readonly givenPrizeId: string;
  /** Why the drawn prize turned into the consolation; null when it did not. */
  readonly turned: 'OUT_OF_STOCK' | 'AHEAD_OF_PACE' | 'DAY_LIMIT' | 'RESIDENT_LIMIT' | null;
  /** The prize cell whose unit was won; null for prizes without stock. */
  readonly cell: string | null;
}

/** A prize won: in "my prizes" under its chance id. */
export interface Prize {
  readonly drawId: string;
  readonly drawPrizeId: string;
  readonly drawTitle: string;
  readonly title: string;
  /** What one of it is counted in: 盒, 袋, 张 … */
  readonly unit: string;
  readonly kind: 'coupon' | 'points' | 'product' | 'service';
  readonly wonAtMs: number;
  readonly claimUntilMs: number;
  readonly state: PrizeState;
  /** Coupon or lot that it became at once. */
  readonly givenId: string | null;
  readonly picture: string;
  readonly valueFen: number;
  /** How the winner wants it; from `claimed` on. */
  readonly claim?: PrizeClaim;
  /** The order that it goes, or went, with. */
  readonly orderId?: string;
  /** Of `handed-over`, `expired` and `revoked`. */
  readonly endedAtMs?: number;
  /** What gave it was undone while an order had it: it is revoked when it comes back from there. */
  readonly undone?: true;
  /** The order that it waited for took it past its time and was cancelled: 3 more days, once. */
  readonly lengthened?: true;
  /** The last state that the draw's books know of. */
  readonly noted?: PrizeState;
}

/**
 * given: coupon or points, at once. to-claim: the winner has not said how. claimed: waits for the next order, or at the shop.
 * in-order: an order holds it.
 */
export type PrizeState = 'given' | 'to-claim' | 'claimed' | 'in-order' | 'handed-over' | 'expired' | 'revoked';

/** `code`: 80 random bits, shown to the winner alone (hand-over-code.ts). */
export type PrizeClaim = { readonly way: 'next-order' } | { readonly way: 'pick-up'; readonly code: string };

/** All that moves points: the client has words for each, and its history of points shows no other. */
export const POINTS_KINDS = [
  'order-earned',
  'order-add-on',
  'order-spent',
  'order-returned',
  'order-taken-back',
  'draw-won',
  'chance-bought',
  'referral-earned',
  'event-earned',
  'review-earned',
  'compensated',
  'reward-taken-back',
  'expired',
] as const;
export type PointsKind = (typeof POINTS_KINDS)[number];

/** `points`: change of the balance. */
export type PointsChange =
  | { readonly kind: PointsKind; readonly points?: number }
  | { readonly kind: string; readonly points?: undefined };

/** One thing that happened to the wallet, by its op: how doing it twice is seen. Goes to the ledger when pruned. */
export type JournalEntry = JournalFacts & PointsChange;

interface JournalFacts {
  readonly at: number;
  /** done: applied. void: decided that it never will be. captured, released: an order's hold was settled so. */
  readonly s: 'done' | 'void' | 'captured' | 'released';
  readonly cause?: string;
  /** Cells that the operation took from (claims): the sweeper captures these and releases others. */
  readonly cells?: readonly string[];
  /** Units that it gave back to cells under the same op, by cell (prizes that were revoked). */
  readonly returns?: { readonly [cellId: string]: Quantities };
  /** Of spins. */
  readonly drawId?: string;
  /** Who of the shop did it (prizes that were handed over). */
  readonly staffId?: string;
  readonly inputHash?: string;
  /** Hash of the request key, where the op is not made from it (spins). */
  readonly keyHash?: string;
  /** Stored reply of a request key, given again byte for byte. */
  readonly reply?: string;
}

/** A fresh wallet (rev 0, horizon 0): what the first call of a resident inserts. */
export function emptyWallet(residentId: string): Wallet {
  return {
    _id: residentId,
    rev: 0,
    horizon: 0,
    journal: {},
    holds: {},
    coupons: {},
    lots: {},
    chances: {},
    prizes: {},
    counters: {},
    firstOrder: { state: 'open' },
    tier: 'normal',
    tierSinceMs: 0,
    tierNoticeAtMs: null,
    spend: {},
    pointsDebt: 0,
  };
}

/** Counter of orders ever paid: it tells who is new, whatever becomes of the first-order right. */
export const PAID_ORDERS = 'orders_paid';

/** No paid order yet (rules.md section 4: "new"). */
export function isNewResident(wallet: Wallet): boolean {
  return wallet.firstOrder.state !== 'used' && (wallet.counters[PAID_ORDERS] ?? 0) === 0;
}

/** The first-order right is free to be held by an order. */
export const hasFirstOrderRight = (wallet: Wallet): boolean =>
  wallet.firstOrder.state === 'open' && isNewResident(wallet);

/** The Shanghai day at the end of a counter's key: a limit of that day, forgotten two days later. */
export const dayOfCounter = (key: string): string | undefined => /_(\d{8})$/.exec(key)?.[1];

/** A counter under this id would be taken for one of a day, and its limit forgotten: such an id is not published. */
export const looksLikeDay = (id: string): boolean => dayOfCounter(`_${id}`) !== undefined;

/** A journal that is full takes nothing new of its resident's own accord until its oldest entry is 24 h old. */
export function refusalByJournal({ journal }: Wallet): Refusal<'TOO_MANY_TRIES', { untilMs: number }> | null {
  const births = Object.values(journal).map(({ at }) => at);
  if (births.length < MAX_JOURNAL_ENTRIES) return null;
  return refuse('TOO_MANY_TRIES', { untilMs: Math.min(...births) + DAY_MS });
}
