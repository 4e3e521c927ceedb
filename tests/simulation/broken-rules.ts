import {
  claimsWithoutCoupon,
  pointsUnwritten,
  prizesNotReturned,
  refundsUnasked,
  takesUncounted,
} from './sabotage-books';
import { captureForgets, ignoringTheHorizon, releasesTwice, takesTwice } from './sabotage-cells';
import {
  finishingTimer,
  releasesBeforeAborting,
  releasesWhileClosing,
  unconditionalOrders,
  unconditionalRefunds,
  unconditionalWallets,
} from './sabotage-deciders';
import { claimsWithoutVoid, effectsApart, prunesToNowhere, spinsReleasedWhileOpen } from './sabotage-effects';
import type { Sabotage } from './stage';

/** Each rule of protocol-of-holds.md, and how it looks when nobody keeps it. */
export interface BrokenRule {
  readonly rule: string;
  readonly sabotage: Sabotage;
  /** Who must find it; absent: anybody. */
  readonly foundBy?: RegExp;
}

const GOODS_OR_MONEY = /^alert RECONCILE_(STOCK|BUDGET)/;

/** Others find these too; the night must by its own means. */
const FOUND_AT_NIGHT: readonly BrokenRule[] = [
  { rule: 'the night: the mark of a capture stays', sabotage: { db: captureForgets }, foundBy: GOODS_OR_MONEY },
  { rule: 'the night: a take is counted', sabotage: { db: takesUncounted }, foundBy: GOODS_OR_MONEY },
  {
    rule: 'the night: points have entries',
    sabotage: { db: pointsUnwritten },
    foundBy: /^alert RECONCILE_POINTS/,
  },
  {
    rule: 'the night: a claim has its coupon',
    sabotage: { db: claimsWithoutCoupon },
    foundBy: /^alert RECONCILE_COUPON/,
  },
  {
    rule: 'the night: a revoked prize can be won again',
    sabotage: { db: prizesNotReturned },
    foundBy: /^alert RECONCILE_PRIZE/,
  },
  {
    rule: 'the night: the bank knows each refund',
    sabotage: { pay: refundsUnasked },
    foundBy: /^alert RECONCILE_REFUND/,
  },
];

export const BROKEN_RULES: readonly BrokenRule[] = [
  { rule: 'take: held.op absent', sabotage: { db: takesTwice } },
  { rule: 'release: only a mark that is held, of the same birth', sabotage: { db: releasesTwice } },
  { rule: 'capture: the mark stays as tombstone', sabotage: { db: captureForgets } },
  { rule: 'nothing with at < horizon is applied', sabotage: { db: ignoringTheHorizon } },
  { rule: 'prune: first the ledger', sabotage: { db: prunesToNowhere } },
  { rule: 'an order moves by CAS on its state', sabotage: { db: unconditionalOrders } },
  { rule: 'refunds of an order change by CAS on refundRev', sabotage: { db: unconditionalRefunds } },
  { rule: 'a wallet is written where {_id, rev}', sabotage: { db: unconditionalWallets } },
  { rule: 'refused: first abort, then release', sabotage: { db: releasesBeforeAborting } },
  { rule: 'the timer never finishes an order intent', sabotage: { assembly: finishingTimer } },
  { rule: 'release follows closed only', sabotage: { db: releasesWhileClosing } },
  { rule: 'effects are written by the causing CAS', sabotage: { db: effectsApart } },
  { rule: 'sweeper: first void, then release', sabotage: { assembly: claimsWithoutVoid } },
  { rule: 'sweeper: an open spin is finished', sabotage: { assembly: spinsReleasedWhileOpen } },
  ...FOUND_AT_NIGHT,
];
