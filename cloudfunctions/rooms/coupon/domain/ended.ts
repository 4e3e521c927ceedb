import { type Coupon, KEEP_USED_MS, type Reserve } from '../../../kernel/coupon';
import { remembering } from '../../../kernel/revoked-coupons';
import type { Wallet } from '../../../kernel/wallet';

/** A used, expired or revoked coupon in the collection `coupons`: one document, never changed but for `freedAtMs`. */
export type EndedCoupon = {
  readonly _id: string;
  readonly residentId: string;
  readonly coupon: Coupon;
  readonly tab: 'used' | 'over';
  readonly endedAtMs: number;
  /** `<13 digits of endedAtMs>_<id>`: the order of pages, without ties. */
  readonly endedKey: string;
  /** What its end gives back to the budget, from its own op and birth; null: nothing, or given back. */
  readonly owes: { readonly reserve: Reserve; readonly op: string; readonly at: number } | null;
  /** When to look after what is owed; null: settled. Indexed. */
  readonly owesDueAtMs: number | null;
};

const isFree = (coupon: Coupon): boolean => coupon.status.state === 'usable' || coupon.status.state === 'returned';

/**
 * Ending takes two upkeeps. First: coupons whose time has passed become `expired` in the wallet, which decides it: from
 * then on no order locks them, however its clock goes. Returns the same wallet when there is nothing to do.
 */
export function expireCoupons(wallet: Wallet, nowMs: number): Wallet {
  const over = Object.entries(wallet.coupons).filter(([, coupon]) => isFree(coupon) && coupon.validUntilMs <= nowMs);
  if (over.length === 0) return wallet;
  const expired = over.map(([couponId, coupon]) => [couponId, { ...coupon, status: { state: 'expired' } }] as const);
  return { ...wallet, coupons: { ...wallet.coupons, ...Object.fromEntries(expired) } };
}

/** Second: what has ended goes to the archive, inserted there (a duplicate is done) before it leaves the wallet. */
export function endedCoupons(wallet: Wallet, nowMs: number): EndedCoupon[] {
  return Object.entries(wallet.coupons).flatMap(([couponId, coupon]): EndedCoupon[] => {
    const { status } = coupon;
    if (status.state === 'used')
      return status.atMs + KEEP_USED_MS <= nowMs
        ? [ended({ wallet, couponId, coupon, tab: 'used', endedAtMs: status.atMs, nowMs })]
        : [];
    if (status.state === 'expired')
      return [ended({ wallet, couponId, coupon, tab: 'over', endedAtMs: coupon.validUntilMs, nowMs })];
    return status.state === 'revoked'
      ? [ended({ wallet, couponId, coupon, tab: 'over', endedAtMs: nowMs, nowMs })]
      : [];
  });
}

/** Takes exactly these out; of a used one that is to be revoked when it comes back, the wallet remembers that. */
export function withoutCoupons(wallet: Wallet, archived: readonly EndedCoupon[], nowMs: number): Wallet {
  const gone = new Set(archived.map(({ _id }) => couponIdOf(_id)));
  const kept = Object.entries(wallet.coupons).filter(([couponId]) => !gone.has(couponId));
  return archived.reduce(
    (left, { _id, tab, coupon: { revokeOnReturn } }) =>
      tab === 'used' && revokeOnReturn !== undefined ? remembering(left, couponIdOf(_id), revokeOnReturn, nowMs) : left,
    { ...wallet, coupons: Object.fromEntries(kept) },
  );
}

interface Ending {
  readonly wallet: Wallet;
  readonly couponId: string;
  readonly coupon: Coupon;
  readonly tab: EndedCoupon['tab'];
  readonly endedAtMs: number;
  readonly nowMs: number;
}

function ended({ wallet, couponId, coupon, tab, endedAtMs, nowMs }: Ending): EndedCoupon {
  const _id = archiveId(couponId, coupon);
  const reserve = tab === 'over' ? coupon.reserve : undefined;
  return {
    _id,
    residentId: wallet._id,
    coupon,
    tab,
    endedAtMs,
    endedKey: `${String(endedAtMs).padStart(13, '0')}_${_id}`,
    owes: reserve ? { reserve, op: `fr_${couponId}`, at: nowMs } : null,
    owesDueAtMs: reserve ? nowMs : null,
  };
}

/** A coupon that came back from an order after it was archived as used ends a second time, under an id of its own. */
function archiveId(couponId: string, coupon: Coupon): string {
  return coupon.status.state === 'used' ? `${couponId}:${coupon.status.orderId}` : `${couponId}:end`;
}

export const couponIdOf = (archivedId: string): string => archivedId.slice(0, archivedId.indexOf(':'));
