import { hashOf } from '../../../kernel/ids';
import { yyyymmdd } from '../../../kernel/period';
import type { ChannelKind, Touch } from './touch';

/** What the channel belonged to when the resident came; stays though a flyer is moved or given to another promoter. */
export interface Origin {
  readonly batchId: string | null;
  /** Kind of place: gate, lift, board … */
  readonly place: string | null;
  readonly promoterId: string | null;
}

export const NO_ORIGIN: Origin = { batchId: null, place: null, promoterId: null };

/**
 * A resident met a channel: one document however often they come, so that counts are of people and each is counted once.
 * Its stages are what others decide: the profile's first touch (joined), the wallet's journal (claimed), the order (paid).
 */
export type Visit = Origin & {
  readonly _id: string;
  /** Raised by every write: the condition of the next one. */
  readonly rev: number;
  readonly channelId: string;
  readonly kind: ChannelKind;
  readonly residentId: string;
  /** Shanghai day of the first time, yyyymmdd: the day that all its stages are counted for. */
  readonly day: string;
  readonly scannedAtMs: number;
  /** No paid order when they came. */
  readonly wasNew: boolean;
  readonly joinedAtMs: number | null;
  readonly claimedAtMs: number | null;
  readonly paidAtMs: number | null;
  readonly paidOrderId: string | null;
  /** Claims whose outcome the wallet has not been asked for yet: op → when it was tried. */
  readonly claims: { readonly [op: string]: number };
  /** When it is counted again; absent: every count knows it as it is. */
  readonly tallyDueAt?: number;
};

export const STAGES = ['scanned', 'joined', 'claimed', 'paid'] as const;
export type Stage = (typeof STAGES)[number];

export const visitId = (channelId: string, residentId: string): string => hashOf('visit', channelId, residentId);

/** `wasNew`: no paid order yet. */
export function firstVisit(residentId: string, touch: Touch, origin: Origin, wasNew: boolean): Visit {
  const { channelId, kind, atMs } = touch;
  return {
    _id: visitId(channelId, residentId),
    rev: 0,
    channelId,
    kind,
    residentId,
    ...origin,
    day: yyyymmdd(atMs),
    scannedAtMs: atMs,
    wasNew,
    joinedAtMs: null,
    claimedAtMs: null,
    paidAtMs: null,
    paidOrderId: null,
    claims: {},
    tallyDueAt: atMs,
  };
}

/** Whether this channel brought the resident to the shop: it was their very first, before any paid order. */
export function hasJoined(visit: Pick<Visit, 'channelId' | 'wasNew'>, firstTouch: Touch | null): boolean {
  return visit.wasNew && firstTouch?.channelId === visit.channelId;
}
