import type { Coupon, Reserve } from '../../../kernel/coupon';
import { mapAtOnce } from '../../../platform/at-once';
import type { Db } from '../../../platform/db';
import { endedById, findEnded } from '../store';

/** Coupons that have left their wallets, by coupon id, as they ended. */
export async function endedCouponsOf(db: Db, couponIds: readonly string[]): Promise<Map<string, Coupon>> {
  const found = await mapAtOnce(couponIds, async (couponId) => [couponId, await findEnded(db, couponId)] as const);
  return new Map(found.flatMap(([couponId, ended]) => (ended ? [[couponId, ended.coupon] as const] : [])));
}

/** Reserves that went back to a budget when their coupons ended, by the archive's id. */
export async function reservesOf(db: Db, endedIds: readonly string[]): Promise<Map<string, Reserve>> {
  const ended = await endedById(db, endedIds);
  return new Map([...ended].flatMap(([id, { coupon }]) => (coupon.reserve ? [[id, coupon.reserve] as const] : [])));
}
