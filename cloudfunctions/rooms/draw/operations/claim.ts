import { HAND_OVER_CODE_BYTES, makeHandOverCode } from '../../../kernel/hand-over-code';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { PrizeClaim, Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { changeWallet, type WalletDecision } from '../../../platform/holds/wallets';
import { claimPrize } from '../domain/claim';
import { type PrizeView, prizeView } from '../domain/view';

/**
 * With the next order, or picked up by a code: 2 round trips, the wallet alone decides. Refusals: PRIZE_UNKNOWN, PRIZE_WAY,
 * PRIZE_GONE, PRIZE_OVER, BUSY.
 */
export async function claim(
  { db, residentId, nowMs, random }: ResidentContext,
  { prizeId, way }: { readonly prizeId: string; readonly way: PrizeClaim['way'] },
): Promise<Result<PrizeView>> {
  const freshCode = makeHandOverCode(random.bytes(HAND_OVER_CODE_BYTES));
  const decide = (wallet: Wallet): WalletDecision<Wallet> => {
    const claimed = claimPrize(wallet, { prizeId, way, freshCode, nowMs });
    if (!claimed.ok) return claimed;
    return claimed.data === wallet ? { keep: wallet } : { write: claimed.data, value: claimed.data };
  };
  const answer = await changeWallet(db, residentId, decide);
  if (!answer.ok) return answer;
  const prize = answer.data.prizes[prizeId];
  return prize ? ok(prizeView(prizeId, prize)) : refuse('PRIZE_UNKNOWN', {});
}
