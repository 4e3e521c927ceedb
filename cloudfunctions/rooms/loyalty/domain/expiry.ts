import { hashOf } from '../../../kernel/ids';
import type { JournalEntry, Wallet } from '../../../kernel/wallet';
import { expiredLots } from './points';

/** Takes lots that are over out of the wallet, each with its entry: expiring is a ledger entry (rules.md section 7). */
export function expirePoints(wallet: Wallet, nowMs: number): Wallet {
  const over = expiredLots(wallet, nowMs);
  if (over.length === 0) return wallet;
  const gone = new Set(over.map(({ lotId }) => lotId));
  const lots = Object.fromEntries(Object.entries(wallet.lots).filter(([lotId]) => !gone.has(lotId)));
  const journal: { [op: string]: JournalEntry } = { ...wallet.journal };
  for (const { lotId, points, expiresAtMs } of over) {
    const op = `ex_${hashOf(lotId, expiresAtMs, nowMs)}`;
    journal[op] = { at: nowMs, s: 'done', kind: 'expired', points: -points, cause: lotId };
  }
  return { ...wallet, lots, journal };
}
