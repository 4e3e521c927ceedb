import { isWaiting } from '../../../kernel/prizes';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { JournalEntry, Prize, PrizeClaim, Wallet } from '../../../kernel/wallet';
import { mayClaim } from './view';

export interface Claiming {
  readonly prizeId: string;
  readonly way: PrizeClaim['way'];
  /** For a prize that is to be picked up and has no code yet. */
  readonly freshCode: string;
  readonly nowMs: number;
}

/**
 * The winner says how. The same wallet back: it was said before, and its code stays. PRIZE_UNKNOWN, PRIZE_WAY,
 * PRIZE_GONE {state}, PRIZE_OVER {untilMs}.
 */
export function claimPrize(wallet: Wallet, { prizeId, way, freshCode, nowMs }: Claiming): Result<Wallet> {
  const prize = wallet.prizes[prizeId];
  if (!prize) return refuse('PRIZE_UNKNOWN', {});
  if (!mayClaim(prize.kind, way)) return refuse('PRIZE_WAY', {});
  if (!isWaiting(prize)) return refuse('PRIZE_GONE', { state: prize.state });
  if (prize.claimUntilMs <= nowMs) return refuse('PRIZE_OVER', { untilMs: prize.claimUntilMs });
  if (prize.claim?.way === way) return ok(wallet);
  const claim: PrizeClaim = way === 'pick-up' ? { way, code: freshCode } : { way };
  const claimed: Prize = { ...prize, state: 'claimed', claim };
  return ok({ ...wallet, prizes: { ...wallet.prizes, [prizeId]: claimed } });
}

/** The prize that a code stands for; null: the code is none of this wallet. */
export function prizeOfCode({ prizes }: Pick<Wallet, 'prizes'>, code: string): readonly [string, Prize] | null {
  const found = Object.entries(prizes).find(([, { claim }]) => claim?.way === 'pick-up' && claim.code === code);
  return found ?? null;
}

/** Why a code is not good for anything; null: its prize can be handed over. */
export type CodeRefusal = 'PRIZE_CODE_USED' | 'PRIZE_CODE_OVER';

export function refusalOfCode(prize: Prize, nowMs: number): CodeRefusal | null {
  if (prize.state === 'handed-over') return 'PRIZE_CODE_USED';
  return prize.state === 'claimed' && nowMs < prize.claimUntilMs ? null : 'PRIZE_CODE_OVER';
}

export interface HandingOver {
  readonly op: string;
  readonly code: string;
  readonly atMs: number;
  readonly nowMs: number;
  readonly inputHash: string;
  readonly staffId: string;
}

export type HandOver =
  | { readonly write: Wallet; readonly value: 'handed' }
  | { readonly keep: 'handed' | 'key-reused' | 'key-old' | CodeRefusal | 'unknown' };

/** Once: of two counters one writes, the other finds it used. A request that is asked again finds its own entry. */
export function handOverPrize(wallet: Wallet, { op, code, atMs, nowMs, inputHash, staffId }: HandingOver): HandOver {
  const known = wallet.journal[op];
  if (known) return { keep: known.inputHash === inputHash ? 'handed' : 'key-reused' };
  if (atMs < wallet.horizon) return { keep: 'key-old' };
  const found = prizeOfCode(wallet, code);
  if (!found) return { keep: 'unknown' };
  const [prizeId, prize] = found;
  const refusal = refusalOfCode(prize, nowMs);
  if (refusal) return { keep: refusal };
  const handed: Prize = { ...prize, state: 'handed-over', endedAtMs: nowMs };
  const entry: JournalEntry = { at: atMs, s: 'done', kind: 'prize-handed-over', cause: prizeId, inputHash, staffId };
  return {
    write: {
      ...wallet,
      prizes: { ...wallet.prizes, [prizeId]: handed },
      journal: { ...wallet.journal, [op]: entry },
    },
    value: 'handed',
  };
}
