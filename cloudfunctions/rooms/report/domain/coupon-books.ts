import type { Difference } from './difference';

/** Coupon ids are the ops of the entries that brought them. */
export interface WalletCoupons {
  readonly walletId: string;
  /** In the wallet. */
  readonly coupons: readonly string[];
  /** By entries of claims and promises that no night before this one has settled. */
  readonly brought: readonly string[];
  /** Ops of all entries at hand. */
  readonly known: readonly string[];
}

/** A coupon that nothing brought: expected 0, found 1. One that was brought and is nowhere: expected 1, found 0. */
export function couponCount(
  { walletId, coupons, brought, known }: WalletCoupons,
  isInLedger: (walletId: string, op: string) => boolean,
  isInArchive: (couponId: string) => boolean,
): Difference[] {
  const [isHere, isKnown] = [new Set(coupons), new Set(known)];
  const row = (key: string, expected: number, found: number): Difference => {
    return { counter: 'coupon', target: walletId, key, expected, found, cause: key };
  };
  const causeless = coupons.filter((op) => !isKnown.has(op) && !isInLedger(walletId, op));
  const lost = brought.filter((op) => !isHere.has(op) && !isInArchive(op));
  return [...causeless.map((key) => row(key, 0, 1)), ...lost.map((key) => row(key, 1, 0))];
}
