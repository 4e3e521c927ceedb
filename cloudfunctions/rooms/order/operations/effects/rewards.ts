import { hashOf } from '../../../../kernel/ids';
import type { Effect } from '../../../../platform/effects';
import { chanceUntilMs } from '../../../campaign';
import type { Order } from '../../document';
import { earningLeftFen } from '../../domain/refund/earned';
import { givenRefunds } from '../../domain/refund/units';
import { addOnRewards } from './add-on-rewards';
import { type Effects, effect } from './kinds';

/** Points, chances and what add-ons bring on receipt, as promised when the order was placed; points of what is still paid by then. */
export function rewardEffects(order: Order, nowMs: number): Effects {
  const { _id: orderId, residentId, chances } = order;
  const given = givenRefunds(order);
  const earn = {
    orderId,
    goodsPaidFen: earningLeftFen(order, given),
    pointsRateBps: order.pointsRateBps,
    paidFen: given.reduce((left, { amounts }) => left - amounts.amountFen, order.payableFen),
    receivedAtMs: nowMs,
    pendingDays: order.pendingDays,
  };
  const rewards: [string, Effect][] = [['earn', effect('loyalty.earn', residentId, `earn_${orderId}`, nowMs, earn)]];
  let firstN = 1;
  for (const promised of chances) {
    const { drawId, chances: count } = promised;
    const expiresAtMs = chanceUntilMs(promised, nowMs);
    const data = { drawId, orderId, chances: count, firstN, receivedAtMs: nowMs, expiresAtMs };
    rewards.push([`chance_${firstN}`, effect('draw.chance', residentId, `ch_${hashOf(orderId, firstN)}`, nowMs, data)]);
    firstN += count;
  }
  return { ...Object.fromEntries(rewards), ...addOnRewards(order, nowMs) };
}
