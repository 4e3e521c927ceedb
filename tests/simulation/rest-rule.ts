import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import type { Stored } from '../../cloudfunctions/platform/db';
import type { EndedCoupon } from '../../cloudfunctions/rooms/coupon/domain/ended';
import type { Books } from './books';
import type { Told } from './told';

/** Everything that can be counted at the end, in one process or behind the wire. */
export interface Accounts {
  /** Every document of a collection. */
  dump<T extends Stored>(collection: string): T[];
  residentId(name: string): string;
  /** What the payer gave at the pay platform, and what went back. */
  paidFen(orderId: string): number;
  refundedFen(orderId: string): number;
}

/** A house in which nobody does anything any more. */
export interface Rest {
  readonly accounts: Accounts;
  readonly books: Books;
  readonly opening: Books['opening'];
  readonly told: Told;
  /** Request keys of claims with who made them. */
  readonly claims: ReadonlyMap<string, string>;
  /** Request keys of orders with their order's id. */
  readonly placings: ReadonlyMap<string, string>;
}

export type Say = (violation: string) => void;
/** One invariant: says what is wrong. */
export type Rule = (rest: Rest, say: Say) => void;

/** Claimed coupons of a resident wherever they are: the wallet knows best, then the archive's latest. */
export function claimedCoupons(rest: Rest, wallet: Wallet): { couponId: string; coupon: EndedCoupon['coupon'] }[] {
  const all = new Map<string, EndedCoupon['coupon']>();
  const archived = rest.accounts.dump<EndedCoupon>('coupons').filter(({ residentId }) => residentId === wallet._id);
  for (const { _id, coupon } of archived.sort((a, b) => a.endedAtMs - b.endedAtMs))
    all.set(_id.slice(0, _id.indexOf(':')), coupon);
  for (const [couponId, coupon] of Object.entries(wallet.coupons)) all.set(couponId, coupon);
  return [...all].map(([couponId, coupon]) => ({ couponId, coupon }));
}
