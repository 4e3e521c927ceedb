import { DAY_MS } from '../../../../kernel/period';
import { emptyWallet, type PointsLot, type Wallet } from '../../../../kernel/wallet';

/** 2026-11-22 10:00 in Shanghai. */
export const NOW_MS = Date.UTC(2026, 10, 22, 2);

export function aLot(change: Partial<PointsLot> = {}): PointsLot {
  return {
    points: 100,
    earned: 100,
    earnedAtMs: NOW_MS - DAY_MS,
    spendableFromMs: NOW_MS - DAY_MS,
    expiresAtMs: NOW_MS + 300 * DAY_MS,
    cause: 'order:o0',
    ...change,
  };
}

export function aWallet(change: Partial<Wallet> = {}): Wallet {
  return { ...emptyWallet('r_test'), ...change };
}

export const withLots = (lots: Wallet['lots'], change: Partial<Wallet> = {}): Wallet => aWallet({ lots, ...change });
