import { holdPrizes, prizesIn, returnPrizes } from '../../../kernel/prizes';
import { ok, type Result, refuse } from '../../../kernel/result';
import {
  hasFirstOrderRight,
  type JournalEntry,
  PAID_ORDERS,
  type Wallet,
  type WalletHold,
} from '../../../kernel/wallet';
import { captureCoupons, lockCoupons, releaseCoupons, returnCoupon } from '../../coupon';
import { returnPoints, spendPoints } from '../../loyalty';
import type { HeldInWallet, WalletWant } from '../document';

export const heldPoints = (hold: Pick<WalletHold, 'pointsByLot'>): number =>
  Object.values(hold.pointsByLot).reduce((sum, n) => sum + n, 0);

export interface Holding extends WalletWant {
  readonly orderId: string;
  readonly at: number;
  readonly nowMs: number;
}

/**
 * Takes coupons, points and the first-order right for an order, all or nothing. The right is held by the resident's first
 * order even where no offer rewards it: there is only one first order. `ORDER_SETTLED`: this order was settled here before.
 */
export function holdForOrder(wallet: Wallet, holding: Holding): Result<Wallet> {
  const { orderId, at, couponIds, points, nowMs } = holding;
  if (wallet.journal[orderId] || at < wallet.horizon) return refuse('ORDER_SETTLED');
  const locked = lockCoupons(wallet, couponIds, orderId, nowMs);
  if (!locked.ok) return locked;
  const spent = spendPoints(locked.data, points, nowMs);
  if (!spent.ok) return spent;
  const firstOrder = hasFirstOrderRight(wallet);
  if (holding.firstOrder && !firstOrder) return refuse('FIRST_ORDER_RIGHT_HELD');
  const { pointsByLot, lots } = spent.data;
  const hold: WalletHold = { at, couponIds, pointsByLot, lots, firstOrder };
  return ok({
    ...holdPrizes(spent.data.wallet, orderId, nowMs),
    holds: { ...wallet.holds, [orderId]: hold },
    ...(firstOrder ? { firstOrder: { state: 'held', orderId } } : {}),
  });
}

/** The hold with its coupons as they are now, for the order to keep. */
export function heldBy(wallet: Wallet, orderId: string): HeldInWallet | null {
  const hold = wallet.holds[orderId];
  if (!hold) return null;
  const coupons = Object.fromEntries(
    hold.couponIds.flatMap((couponId) => {
      const coupon = wallet.coupons[couponId];
      return coupon ? [[couponId, coupon]] : [];
    }),
  );
  const prizes = prizesIn(wallet, orderId);
  return { ...hold, coupons, ...(Object.keys(prizes).length === 0 ? {} : { prizes }) };
}

function settled(wallet: Wallet, orderId: string, entry: JournalEntry): Wallet {
  const { [orderId]: _, ...holds } = wallet.holds;
  return { ...wallet, holds, journal: { ...wallet.journal, [orderId]: entry } };
}

/** The order was paid. Settling what is not held changes nothing. */
export function captureHold(wallet: Wallet, orderId: string, nowMs: number): Wallet {
  const hold = wallet.holds[orderId];
  if (!hold) return wallet;
  const used = captureCoupons(wallet, orderId, nowMs);
  const points = heldPoints(hold);
  const entry: JournalEntry = {
    at: hold.at,
    s: 'captured',
    kind: 'order-spent',
    cause: orderId,
    ...(points === 0 ? {} : { points: -points }),
  };
  const counters = { ...wallet.counters, [PAID_ORDERS]: (wallet.counters[PAID_ORDERS] ?? 0) + 1 };
  const right = hold.firstOrder ? ({ firstOrder: { state: 'used', orderId } } as const) : {};
  return settled({ ...used, counters, ...right }, orderId, entry);
}

/** The order closed unpaid or was never placed: everything comes back as it was. */
export function releaseHold(wallet: Wallet, orderId: string, nowMs: number): Wallet {
  const hold = wallet.holds[orderId];
  if (!hold) return wallet;
  const free = returnPrizes(releaseCoupons(wallet, orderId), orderId, nowMs, false);
  const back = returnPoints(free, hold.pointsByLot, hold.lots, nowMs);
  const right = hold.firstOrder ? ({ firstOrder: { state: 'open' } } as const) : {};
  return settled({ ...back, ...right }, orderId, {
    at: hold.at,
    s: 'released',
    kind: 'order-released',
    cause: orderId,
  });
}

/** What a refund gives back of what the order was paid with; the first-order right only where the shop cancels (rules.md section 1, 4). */
export type ReturnData = {
  /** With the last unit; their reserve is what the budget still holds for them. */
  readonly coupons: HeldInWallet['coupons'];
  readonly pointsByLot: WalletHold['pointsByLot'];
  /** The lots of these points, as the hold remembers them. */
  readonly lots: WalletHold['lots'];
  readonly firstOrder: boolean;
  readonly byShop: boolean;
  /** Prizes that it carried come back too. Absent: it carried none, or brought them. */
  readonly prizes?: boolean;
};

export function returnHeld(wallet: Wallet, orderId: string, data: ReturnData, nowMs: number): Wallet {
  const coupons = Object.entries(data.coupons).reduce(
    (changed, [couponId, coupon]) =>
      returnCoupon(changed, couponId, { ...coupon, status: { state: 'locked', orderId } }, { orderId, atMs: nowMs }),
    wallet,
  );
  const prizes = data.prizes ? returnPrizes(coupons, orderId, nowMs, true) : coupons;
  const back = returnPoints(prizes, data.pointsByLot, data.lots, nowMs);
  return data.byShop ? withRight(back, orderId, data.firstOrder) : back;
}

/** As if the order had never been: its resident is as new as before. */
function withRight(wallet: Wallet, orderId: string, firstOrder: boolean): Wallet {
  const counters = { ...wallet.counters, [PAID_ORDERS]: Math.max(0, (wallet.counters[PAID_ORDERS] ?? 0) - 1) };
  const returns = firstOrder && wallet.firstOrder.state === 'used' && wallet.firstOrder.orderId === orderId;
  return { ...wallet, counters, ...(returns ? ({ firstOrder: { state: 'open' } } as const) : {}) };
}
