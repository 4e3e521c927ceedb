import { chanceId } from '../../../kernel/ids';
import type { Chance, Wallet } from '../../../kernel/wallet';

/** Chances that a received order brings, frozen at receipt. */
export type ChanceData = {
  readonly drawId: string;
  readonly orderId: string;
  readonly chances: number;
  /** Number of the first of them within the order: an order may bring chances of several draws. */
  readonly firstN: number;
  readonly atMs: number;
  readonly expiresAtMs: number;
};

/** Adds the chances of one received order, `order:<id>:1` and on; those that are there stay as they are. */
export function grantChances(wallet: Wallet, data: ChanceData): Wallet {
  const chances: { [id: string]: Chance } = { ...wallet.chances };
  for (let n = data.firstN; n < data.firstN + data.chances; n += 1) {
    const id = chanceId('order', data.orderId, n);
    if (chances[id]) continue;
    const { drawId, orderId, atMs, expiresAtMs } = data;
    chances[id] = { state: 'open', drawId, at: atMs, orderId, expiresAtMs };
  }
  return { ...wallet, chances };
}

/** Chances of a draw that can be spun now, oldest first. */
export function openChances(wallet: Wallet, drawId: string, nowMs: number): string[] {
  return Object.entries(wallet.chances)
    .filter(([, chance]) => chance.state === 'open' && chance.drawId === drawId && nowMs < chance.expiresAtMs)
    .sort(([idA, a], [idB, b]) => a.at - b.at || (idA < idB ? -1 : 1))
    .map(([id]) => id);
}
