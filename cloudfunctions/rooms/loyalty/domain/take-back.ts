import type { Wallet } from '../../../kernel/wallet';
import { orderLotId } from './earn';
import { inSpendingOrder, type PointsByLot, takeBackPoints } from './points';
import { withSpend } from './tier';

/** What the order room writes into the effect `loyalty.takeBack` when a refund after receipt is owed. */
export type TakeBackData = {
  readonly orderId: string;
  /** Earned on what is given back. */
  readonly points: number;
  /** Money that goes back: it counted for the tier. */
  readonly paidFen: number;
  /** 1 with the last unit: the order counts no more. */
  readonly orders: 0 | 1;
  /** The day on which receipt booked it. */
  readonly receivedAtMs: number;
};

/** Undoes the refunded part of an order's receipt: points into debt where they were spent, spend on its own day. */
export function takeBackOnRefund(wallet: Wallet, data: TakeBackData, nowMs: number): Wallet {
  const { orderId, points, paidFen, orders, receivedAtMs } = data;
  const taken = points === 0 ? wallet : takeBackPoints(wallet, points, orderLotId(orderId));
  return withSpend(taken, { atMs: receivedAtMs, paidFen: -paidFen, orders: -orders }, nowMs);
}

/**
 * Of points spent lot by lot the next `points` that come back, after `before` of them did: the last spent first, so that
 * what would expire soonest stays spent.
 */
export function lotsToReturn(
  spent: { readonly pointsByLot: PointsByLot; readonly lots: Wallet['lots'] },
  before: number,
  points: number,
): PointsByLot {
  const byLot: { [lotId: string]: number } = {};
  let skip = before;
  let left = points;
  for (const [lotId] of inSpendingOrder(spent.lots).reverse()) {
    const inLot = spent.pointsByLot[lotId] ?? 0;
    const free = Math.max(0, inLot - skip);
    skip = Math.max(0, skip - inLot);
    const back = Math.min(free, left);
    if (back > 0) byLot[lotId] = back;
    left -= back;
  }
  return byLot;
}
