import type { Quantities } from '../../../kernel/cell';
import { chanceId } from '../../../kernel/ids';
import { isWaiting } from '../../../kernel/prizes';
import { type RevokeData, sourceOf } from '../../../kernel/reward';
import type { PointsKind, Wallet } from '../../../kernel/wallet';

type Returns = { readonly [cellId: string]: Quantities };

/** What the rooms that own a benefit do to take it back. */
export interface Takers {
  coupon(wallet: Wallet, couponId: string, reason: string, nowMs: number): Wallet;
  points(wallet: Wallet, op: string, points: number): Wallet;
  /** Lot of the points that were given under this op. */
  lotId(op: string): string;
  chances(wallet: Wallet, orderId: string, nowMs: number): { readonly wallet: Wallet; readonly returns: Returns };
}

export interface Revoked {
  readonly wallet: Wallet;
  readonly cause: string;
  readonly kind: string;
  readonly points?: number;
  readonly returns: Returns;
}

/** The wallet without the reward. What was used stays used, and its entry says so. */
export function revoked(wallet: Wallet, data: RevokeData, take: Takers, nowMs: number): Revoked {
  const { causeId, of, benefit, reason, returnsIfUnused } = data;
  const said = { cause: causeId, returns: wasUnused(wallet, data, take) ? returnsIfUnused : {} };
  switch (benefit.form) {
    case 'coupon':
      return { ...said, wallet: take.coupon(wallet, of, reason, nowMs), kind: 'coupon-revoked' };
    case 'points':
      return {
        ...said,
        wallet: take.points(wallet, of, benefit.points),
        kind: takenBackKind(data),
        points: -benefit.points,
      };
    case 'chances': {
      const after = take.chances(wallet, causeId, nowMs);
      return { ...said, wallet: after.wallet, kind: 'chances-revoked', returns: { ...said.returns, ...after.returns } };
    }
    case 'service':
      return { ...said, wallet: withoutService(wallet, of, nowMs), kind: 'service-revoked' };
    case 'payout':
      throw new Error(`payout ${of} is no wallet's`);
  }
}

const takenBackKind = ({ rule }: RevokeData): PointsKind =>
  sourceOf(rule) === 'order' ? 'order-taken-back' : 'reward-taken-back';

/** Nothing of it had been used: the whole coupon, every point, every chance is there. */
function wasUnused(wallet: Wallet, { of, benefit, causeId }: RevokeData, take: Takers): boolean {
  switch (benefit.form) {
    case 'coupon': {
      const state = wallet.coupons[of]?.status.state;
      return state === 'usable' || state === 'returned';
    }
    case 'points':
      return (wallet.lots[take.lotId(of)]?.points ?? 0) >= benefit.points;
    case 'chances':
      return Array.from({ length: benefit.chances }, (_, i) => chanceId('order', causeId, benefit.firstN + i)).every(
        (id) => wallet.chances[id]?.state === 'open',
      );
    case 'service':
      return isStillWaiting(wallet, of);
    case 'payout':
      return false;
  }
}

/** A service is used when it was done: a code for it alone is none (as for prizes of a draw). */
const isStillWaiting = ({ prizes }: Pick<Wallet, 'prizes'>, of: string): boolean => {
  const prize = prizes[of];
  return prize !== undefined && isWaiting(prize);
};

function withoutService(wallet: Wallet, of: string, nowMs: number): Wallet {
  const prize = wallet.prizes[of];
  if (!prize || !isWaiting(prize)) return wallet;
  return { ...wallet, prizes: { ...wallet.prizes, [of]: { ...prize, state: 'revoked', endedAtMs: nowMs } } };
}
