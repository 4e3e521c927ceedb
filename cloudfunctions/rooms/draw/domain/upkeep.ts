import { endPrize, isUnnoted, isWaiting } from '../../../kernel/prizes';
import type { Wallet } from '../../../kernel/wallet';

/** Spins and given prizes that stay in the wallet; the ledger keeps every one of them (two years, SAMR order 32). */
export const KEPT_SPINS = 100;

/** Open chances end, prizes that nobody claimed expire, and what is long past leaves. The same wallet: nothing to do. */
export function endChances(wallet: Wallet, nowMs: number): Wallet {
  const ended = expiredPrizes(wallet, nowMs);
  const prizes = keptPrizes(ended.prizes);
  const chances = keptChances(ended.chances, prizes, nowMs);
  return chances === ended.chances && prizes === ended.prizes ? ended : { ...ended, chances, prizes };
}

/** The spin of a prize stays as long as the prize: with the last unit of its order both are undone, and the unit goes back. */
function keptChances(chances: Wallet['chances'], prizes: Wallet['prizes'], nowMs: number): Wallet['chances'] {
  const all = Object.entries(chances);
  const usedAtMs = all
    .flatMap(([, chance]) => (chance.state === 'used' ? [chance.spin.atMs] : []))
    .sort((a, b) => b - a);
  const oldestKeptMs = usedAtMs[KEPT_SPINS - 1] ?? 0;
  const kept = all.filter(([chanceId, chance]) =>
    chance.state === 'open' ? nowMs < chance.expiresAtMs : chance.spin.atMs >= oldestKeptMs || prizes[chanceId],
  );
  return kept.length === all.length ? chances : Object.fromEntries(kept);
}

/** Those that wait, that an order has, or that the books do not know yet; of the others the newest. */
function keptPrizes(prizes: Wallet['prizes']): Wallet['prizes'] {
  const gone = Object.entries(prizes)
    .filter(([, prize]) => !isWaiting(prize) && prize.state !== 'in-order' && !isUnnoted(prize))
    .sort(([, a], [, b]) => b.wonAtMs - a.wonAtMs)
    .slice(KEPT_SPINS)
    .map(([prizeId]) => prizeId);
  if (gone.length === 0) return prizes;
  return Object.fromEntries(Object.entries(prizes).filter(([prizeId]) => !gone.includes(prizeId)));
}

/** Nobody came for it: its unit can be won again. */
function expiredPrizes(wallet: Wallet, nowMs: number): Wallet {
  return Object.entries(wallet.prizes)
    .filter(([, prize]) => isWaiting(prize) && prize.claimUntilMs <= nowMs)
    .reduce((changed, [prizeId]) => endPrize(changed, prizeId, 'expired', nowMs), wallet);
}
