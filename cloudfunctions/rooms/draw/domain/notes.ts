import { hashOf } from '../../../kernel/ids';
import { cellOf, endOp, isUnnoted } from '../../../kernel/prizes';
import type { Prize, Wallet } from '../../../kernel/wallet';

/**
 * What became of one prize, for the draw's books: one document a state, never changed but for the unit that it owes. Kept two
 * years and more (SAMR order 32); nothing removes them.
 */
export type PrizeNote = {
  /** Hash of wallet, prize and state: noting it again finds it. */
  readonly _id: string;
  readonly drawId: string;
  readonly drawPrizeId: string;
  readonly state: Prize['state'];
  readonly residentId: string;
  readonly prizeId: string;
  readonly valueFen: number;
  readonly atMs: number;
  /** A unit that its cell is to have again, under this op. */
  readonly unit: { readonly cellId: string; readonly op: string; readonly atMs: number } | null;
  /** Until the cell has it. Indexed. */
  readonly unitDueAt?: number;
};

export const noteId = (residentId: string, prizeId: string, state: Prize['state']): string =>
  hashOf(residentId, prizeId, state);

/**
 * The books learn of states that the wallet already has, then the wallet remembers that they know: a state is noted at the
 * earliest by the run after the one that made it, so nothing is noted that lost its update.
 */
export function notePrizes(wallet: Wallet, nowMs: number): { wallet: Wallet; notes: readonly PrizeNote[] } {
  const unnoted = Object.entries(wallet.prizes).filter(([, prize]) => isUnnoted(prize));
  if (unnoted.length === 0) return { wallet, notes: [] };
  const noted = unnoted.map(([prizeId, prize]) => [prizeId, { ...prize, noted: prize.state }] as const);
  return {
    wallet: { ...wallet, prizes: { ...wallet.prizes, ...Object.fromEntries(noted) } },
    notes: unnoted.flatMap(([prizeId, prize]) =>
      statesOf(prize).map((state) => noteOf(wallet, prizeId, { ...prize, state }, nowMs)),
    ),
  };
}

/** What was claimed and fetched within a minute was claimed all the same; noting it again finds it. */
const statesOf = ({ state, claim }: Prize): Prize['state'][] =>
  claim && state !== 'claimed' ? ['claimed', state] : [state];

function noteOf(wallet: Wallet, prizeId: string, prize: Prize, nowMs: number): PrizeNote {
  const { drawId, drawPrizeId, state, valueFen, wonAtMs, endedAtMs } = prize;
  const unit = state === 'claimed' ? null : unitOf(wallet, prizeId);
  return {
    ...{ _id: noteId(wallet._id, prizeId, state), drawId, drawPrizeId, state, valueFen, prizeId, unit },
    residentId: wallet._id,
    atMs: state === 'claimed' ? nowMs : (endedAtMs ?? wonAtMs),
    ...(unit ? { unitDueAt: nowMs } : {}),
  };
}

/** Its own end is in the journal with what goes back; what its order's refund revoked went back with that (revoke.ts). */
function unitOf(wallet: Wallet, prizeId: string): PrizeNote['unit'] {
  const op = endOp(prizeId);
  const entry = wallet.journal[op];
  const cellId = cellOf(wallet, prizeId);
  return entry && cellId !== null ? { cellId, op, atMs: entry.at } : null;
}
