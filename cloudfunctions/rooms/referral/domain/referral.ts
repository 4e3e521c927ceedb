import { hashOf } from '../../../kernel/ids';
import type { EpochMs } from '../../../kernel/period';
import type { Doubt, FirstReceipt, WalletReferral } from '../../../kernel/referral';
import type { RewardEffect } from '../../../kernel/reward';
import type { BindRefusal } from './refusals';
import type { ReferralState } from './states';

/** An effect as the outbox takes it (platform/effects). */
export interface Owed extends Omit<RewardEffect, 'kind' | 'done'> {
  readonly kind: string;
  readonly done: boolean;
}

/** Why it does not count, as both sides are told. */
export type RefusedCode = BindRefusal | 'REFERRAL_ORDER_REFUNDED';

/** Somebody as others may see them. */
export type Person = {
  /** 周** */
  readonly name: string;
  readonly estateName: string;
  readonly building: string;
};

/** One neighbour whom a card has bound: decider of both rewards, and what the pages of both show. */
export type Referral = {
  /** Op of the binding: `rf_…`. */
  readonly _id: string;
  /** Raised by every write. */
  readonly rev: number;
  readonly inviteeId: string;
  readonly inviterId: string;
  readonly cardId: string;
  readonly programmeId: string;
  readonly boundAtMs: EpochMs;
  readonly untilMs: EpochMs;
  readonly state: ReferralState;
  readonly doubts: readonly Doubt[];
  readonly deviceHash: string;
  readonly invitee: Person;
  /** When it was last held; null: never. */
  readonly heldAtMs: EpochMs | null;
  /** The first order that was received. */
  readonly order: ReceivedOrder | null;
  readonly code: RefusedCode | null;
  readonly decided: { readonly by: string; readonly atMs: EpochMs; readonly note: string } | null;
  /** When time is asked next whether it has run out; absent: it is settled. */
  readonly expireAt?: EpochMs;
  readonly effects: { readonly [id: string]: Owed };
  readonly effectsDueAt?: EpochMs;
};

export type ReceivedOrder = {
  readonly orderId: string;
  readonly number: string;
  readonly paidFen: number;
  readonly receivedAtMs: EpochMs;
};

export const bindOp = (inviteeId: string, requestKey: string): string => `rf_${hashOf(inviteeId, requestKey)}`;

/** Nothing is asked at the very end: an order placed in its last moment is in the books by then. */
export const EXPIRY_GRACE_MS = 10 * 60_000;

/** As it begins, made from what the invitee's wallet says: made again it is the same. */
export function newReferral(inviteeId: string, bound: WalletReferral, invitee: Person): Referral {
  const { referralId, cardId, inviterId, programmeId, boundAtMs, untilMs, doubts, deviceHash } = bound;
  const isHeld = doubts.length > 0;
  return {
    ...{ _id: referralId, rev: 0, inviteeId, inviterId, cardId, programmeId, boundAtMs, untilMs, doubts, deviceHash },
    state: isHeld ? 'held' : 'bound',
    invitee,
    heldAtMs: isHeld ? boundAtMs : null,
    order: null,
    code: null,
    decided: null,
    expireAt: untilMs + EXPIRY_GRACE_MS,
    effects: {},
  };
}

export const receivedOrder = ({ orderId, number, paidFen, receivedAtMs }: FirstReceipt): ReceivedOrder => ({
  ...{ orderId, number, paidFen, receivedAtMs },
});
