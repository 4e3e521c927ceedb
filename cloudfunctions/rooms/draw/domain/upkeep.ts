import type { Wallet } from '../../../kernel/wallet';

/** Spins and given prizes that stay in the wallet; the ledger keeps every one of them (two years, SAMR order 32). */
const KEPT = 100;

/** Open chances end, prizes that nobody claimed expire, and what is long past leaves. The same wallet: nothing to do. */
export function endChances(wallet: Wallet, nowMs: number): Wallet {
  const prizes = keptPrizes(wallet.prizes, nowMs);
  const chances = keptChances(wallet.chances, prizes, nowMs);
  return chances === wallet.chances && prizes === wallet.prizes ? wallet : { ...wallet, chances, prizes };
}

/** The spin of a prize stays as long as the prize: with the last unit of its order both are undone, and the unit goes back. */
function keptChances(chances: Wallet['chances'], prizes: Wallet['prizes'], nowMs: number): Wallet['chances'] {
  const all = Object.entries(chances);
  const usedAtMs = all
    .flatMap(([, chance]) => (chance.state === 'used' ? [chance.spin.atMs] : []))
    .sort((a, b) => b - a);
  const oldestKeptMs = usedAtMs[KEPT - 1] ?? 0;
  const kept = all.filter(([chanceId, chance]) =>
    chance.state === 'open' ? nowMs < chance.expiresAtMs : chance.spin.atMs >= oldestKeptMs || prizes[chanceId],
  );
  return kept.length === all.length ? chances : Object.fromEntries(kept);
}

function keptPrizes(prizes: Wallet['prizes'], nowMs: number): Wallet['prizes'] {
  const over = Object.entries(prizes).filter(([, prize]) => prize.state === 'to-claim' && prize.claimUntilMs <= nowMs);
  const done = Object.entries(prizes)
    .filter(([, prize]) => prize.state !== 'to-claim')
    .sort(([, a], [, b]) => b.wonAtMs - a.wonAtMs)
    .slice(KEPT);
  if (over.length === 0 && done.length === 0) return prizes;
  const gone = new Set(done.map(([prizeId]) => prizeId));
  const expired = Object.fromEntries(
    over.map(([prizeId, prize]) => [prizeId, { ...prize, state: 'expired' as const }]),
  );
  return Object.fromEntries(Object.entries({ ...prizes, ...expired }).filter(([prizeId]) => !gone.has(prizeId)));
}
