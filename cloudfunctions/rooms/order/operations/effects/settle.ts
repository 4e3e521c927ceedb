import { SETTLE_WALLET } from '../../../../platform/outbox/wallet';
import type { Order } from '../../document';
import { type Effects, effect, SETTLE_CELL } from './kinds';

/**
 * Written when the order is placed (or aborted), due when it is paid, closed or aborted: the payment callback then needs
 * no reading before its one update.
 */
export function settleEffects(order: Pick<Order, '_id' | 'at' | 'residentId'>, cellIds: readonly string[]): Effects {
  const cells = [...new Set(cellIds)].map((cellId, index) => [
    `settle_${index}`,
    effect(SETTLE_CELL, cellId, order._id, order.at),
  ]);
  return { ...Object.fromEntries(cells), settle_w: effect(SETTLE_WALLET, order.residentId, order._id, order.at) };
}
