import type { Quantities } from '../../../../kernel/cell';
import { hashOf } from '../../../../kernel/ids';
import type { Order } from '../../document';
import { CREDIT_CELL, type Effects, effect } from './kinds';
import { couponUsedFen } from './returns';

/**
 * What coupons did not use of what was reserved for them goes back when the order can no longer be cancelled: until
 * then a coupon that comes back still has its reserve (rules.md section 8).
 */
export function reserveEffects(order: Order, nowMs: number): Effects {
  const coupons = Object.entries(order.heldInWallet?.coupons ?? {});
  const credits = coupons.flatMap(([couponId, { reserve }]) => {
    const unused = reserve ? unusedOf(order, couponId, reserve.q) : null;
    if (!reserve || !unused) return [];
    const op = `cb_${hashOf(order._id, couponId)}`;
    return [[op, effect(CREDIT_CELL, reserve.cellId, op, nowMs, { q: unused })] as const];
  });
  return Object.fromEntries(credits);
}

function unusedOf(order: Order, couponId: string, reserved: Quantities): Quantities | null {
  const usedFen = couponUsedFen(order, couponId);
  const unused = Object.entries(reserved).map(([key, fen]) => [key, Math.max(0, fen - usedFen)] as const);
  return unused.some(([, fen]) => fen > 0) ? Object.fromEntries(unused) : null;
}
