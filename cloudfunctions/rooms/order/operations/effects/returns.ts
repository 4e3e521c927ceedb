import type { Json } from '../../../../platform/db';
import type { Order } from '../../document';
import { CREDIT_CELL, type Effects, effect, REFUND, RETURN } from './kinds';

/** `ret_<order>` is the op on every target: one credit a cell, one return to the wallet. */
export function returnEffects(order: Order, nowMs: number, byShop: boolean): Effects {
  const op = `ret_${order._id}`;
  const cells = (order.holds ?? []).map((hold, index) => [
    `ret_${index}`,
    effect(CREDIT_CELL, hold.cellId, op, nowMs, { q: hold.q }),
  ]);
  const { heldInWallet, residentId } = order;
  const data = { held: heldInWallet, byShop } as unknown as Json;
  return {
    ...Object.fromEntries(cells),
    ...(heldInWallet ? { ret_w: effect(RETURN, residentId, op, nowMs, data) } : {}),
  };
}

export const refundEffect = (order: Pick<Order, '_id'>, refundNumber: string, nowMs: number): Effects[string] =>
  effect(REFUND, order._id, refundNumber, nowMs);
