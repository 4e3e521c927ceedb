import type { Order } from '../../document';
import { earningLeftFen } from '../../domain/refund/earned';
import { givenRefunds } from '../../domain/refund/units';
import { addOnRewards } from './add-on-rewards';
import { type Effects, effect } from './kinds';
import { chanceRewards } from './order-chances';

/** Points, chances and what add-ons bring on receipt, as promised when the order was placed; points of what is still paid by then. */
export function rewardEffects(order: Order, nowMs: number): Effects {
  const { _id: orderId, residentId } = order;
  const given = givenRefunds(order);
  const earn = {
    orderId,
    goodsPaidFen: earningLeftFen(order, given),
    pointsRateBps: order.pointsRateBps,
    paidFen: given.reduce((left, { amounts }) => left - amounts.amountFen, order.payableFen),
    receivedAtMs: nowMs,
    pendingDays: order.pendingDays,
  };
  return {
    earn: effect('loyalty.earn', residentId, `earn_${orderId}`, nowMs, earn),
    ...chanceRewards(order, nowMs),
    ...addOnRewards(order, nowMs),
  };
}
