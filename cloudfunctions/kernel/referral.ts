import type { EpochMs } from './period';

/** Why staff look at a binding before it counts (rules.md section 4): suspicious is not guilty, so it is never refused silently. */
export const DOUBTS = ['SAME_DEVICE', 'BURST', 'ADDRESS_THRICE'] as const;
export type Doubt = (typeof DOUBTS)[number];

/**
 * The card that bound a resident, in the resident's own wallet: it decides that there is one binding and which. Everything that
 * its document is made of, so that one whose insertion was lost is made again. It names the inviter alone, nobody before.
 */
export interface WalletReferral {
  /** Op of the binding and `_id` of its document: `rf_…`. */
  readonly referralId: string;
  readonly cardId: string;
  readonly inviterId: string;
  /** The programme in the version that was shown: both rewards are fixed by it. */
  readonly programmeId: string;
  readonly boundAtMs: EpochMs;
  /** The first order has to be placed before. */
  readonly untilMs: EpochMs;
  /** What staff have to look at first; empty: nothing. */
  readonly doubts: readonly Doubt[];
  /** Hash of the id that the client made for itself. */
  readonly deviceHash: string;
  /** refused: it does not count, and this card does not bind this resident again. rewarded: the first order was received. */
  readonly state: 'bound' | 'refused' | 'rewarded';
}

/** `_id` of the referral that an order placed now belongs to; null: none. */
export function referralOfOrder(referral: WalletReferral | undefined, nowMs: EpochMs): string | null {
  return referral?.state === 'bound' && nowMs < referral.untilMs ? referral.referralId : null;
}

/** What the order tells about its receipt (effect `referral.received`). */
export interface FirstReceipt {
  readonly orderId: string;
  readonly number: string;
  readonly residentId: string;
  readonly placedAtMs: EpochMs;
  readonly receivedAtMs: EpochMs;
  readonly paidFen: number;
  readonly address: {
    readonly estateId: string;
    readonly estateName: string;
    readonly building: string;
    readonly room: string;
    readonly contactName: string;
    readonly phone: string;
  };
}

/** What it tells when its last unit went back within the after-sales window (effect `referral.refunded`). */
export interface WholeRefund {
  readonly orderId: string;
}

export const REFERRAL_RECEIVED = 'referral.received';
export const REFERRAL_REFUNDED = 'referral.refunded';
