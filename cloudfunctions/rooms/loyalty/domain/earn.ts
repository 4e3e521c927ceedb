import { DAY_MS } from '../../../kernel/period';
import { floorOfRate } from '../../../kernel/rate';
import type { Wallet } from '../../../kernel/wallet';
import { earnPoints } from './points';
import { raised, withSpend } from './tier';

/** What the order room writes into the effect `loyalty.earn`, frozen at receipt. */
export type EarnData = {
  readonly orderId: string;
  /** Goods left after points: without freight, the points part and `noPromotion` lines. */
  readonly goodsPaidFen: number;
  /** Multiplier of the tier held at placing, as it was promised then. */
  readonly pointsRateBps: number;
  /** Paid in all: what counts for the tier. */
  readonly paidFen: number;
  readonly receivedAtMs: number;
  /** Days until the points can be spent: 7, or 0 where the campaign says "at once". */
  readonly pendingDays: number;
};

/** Default end of an order's after-sales window (rules.md section 7). */
export const DEFAULT_PENDING_DAYS = 7;

export const orderLotId = (orderId: string): string => `lot_${orderId}`;

/** An order was received: points at the rate that was promised, spend for the tier, then up if it is reached. */
export function earnOnReceipt(wallet: Wallet, data: EarnData, nowMs: number): { wallet: Wallet; points: number } {
  const points = floorOfRate(Math.floor(data.goodsPaidFen / 100), data.pointsRateBps);
  const earned = earnPoints(wallet, {
    lotId: orderLotId(data.orderId),
    points,
    atMs: data.receivedAtMs,
    spendableFromMs: data.receivedAtMs + data.pendingDays * DAY_MS,
    cause: `order:${data.orderId}`,
  });
  const spent = withSpend(earned, { atMs: data.receivedAtMs, paidFen: data.paidFen, orders: 1 }, nowMs);
  return { wallet: raised(spent, nowMs), points };
}

/** Points that a reward promised. */
export interface Granted {
  /** `order:<id>`, `referral:<id>` … */
  readonly cause: string;
  readonly points: number;
  readonly atMs: number;
  readonly pendingDays: number;
}

export const grantLotId = (op: string): string => `lot_${op}`;

/** A lot of their own, under the effect's op: no spend is counted, and the cause says what brought them. */
export function grantPoints(wallet: Wallet, op: string, { cause, points, atMs, pendingDays }: Granted): Wallet {
  const spendableFromMs = atMs + pendingDays * DAY_MS;
  return earnPoints(wallet, { lotId: grantLotId(op), points, atMs, spendableFromMs, cause });
}
