import { hashOf } from '../../../../kernel/ids';
import type { Effect } from '../../../../platform/effects';
import { chanceUntilMs } from '../../../campaign';
import { earningFen } from '../../../settlement';
import type { Order } from '../../document';
import { type Effects, effect } from './kinds';

/** Points and chances on receipt, as promised when the order was placed. */
export function rewardEffects(order: Order, nowMs: number): Effects {
  const { _id: orderId, residentId, quote, chances } = order;
  const earn = {
    orderId,
    goodsPaidFen: earningFen(quote),
    paidFen: quote.payableFen,
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
  return Object.fromEntries(rewards);
}
