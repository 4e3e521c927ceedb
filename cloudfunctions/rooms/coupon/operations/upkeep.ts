import { forgetOld } from '../../../kernel/revoked-coupons';
import type { WalletUpkeep } from '../../../platform/holds/upkeep';
import { endedCoupons, expireCoupons, withoutCoupons } from '../domain/ended';
import { ENDED_COUPONS } from '../store';

/** What has ended leaves the wallet for the archive; what has just passed its end is marked, and leaves next time. */
export const endCoupons: WalletUpkeep = (wallet, nowMs) => {
  const archived = endedCoupons(wallet, nowMs);
  const kept = archived.length === 0 ? wallet : withoutCoupons(wallet, archived, nowMs);
  const archive = archived.map((document) => ({ collection: ENDED_COUPONS, document }));
  return { wallet: forgetOld(expireCoupons(kept, nowMs), nowMs), archive };
};
