import { claimOp, hashOf } from '../../../kernel/ids';
import { type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { blockedUntilMs, noteMiss } from '../../../platform/guesses';
import { readWallet } from '../../../platform/holds/wallets';
import type { Call } from '../../../platform/room';
import type { ClaimReply } from '../domain/claim';
import { codeIdOf } from '../domain/code';
import { findCode } from '../store';
import { claimFor } from './claim';

/**
 * Claims by a redeem code (口令): one more round trip than a claim, for the code. Wrong codes are counted: 10 in a minute
 * close the door for 10 minutes. Refusals besides those of a claim: CODE_UNKNOWN, CODE_NOT_YET, CODE_OVER, TOO_MANY_TRIES.
 */
export async function redeem(
  context: ResidentContext,
  { code }: { readonly code: string },
  call: Call,
): Promise<Result<ClaimReply>> {
  const { db, residentId, nowMs } = context;
  const codeId = codeIdOf(code);
  const [found, blockedUntil, wallet] = await Promise.all([
    findCode(db, codeId),
    blockedUntilMs(db, residentId, nowMs),
    readWallet(db, residentId),
  ]);
  // A claim that this key made before the code ended keeps its reply: the claim itself looks into the journal.
  const isRepeat = wallet.journal[claimOp(residentId, call.requestKey)] !== undefined;
  if (blockedUntil !== null && !isRepeat) return refuse('TOO_MANY_TRIES', { untilMs: blockedUntil });
  if (!found) {
    await noteMiss(context);
    return isRepeat ? refuse('REQUEST_KEY_REUSED', {}) : refuse('CODE_UNKNOWN', {});
  }
  if (!isRepeat && nowMs < found.startsAtMs) return refuse('CODE_NOT_YET', { opensAtMs: found.startsAtMs });
  if (!isRepeat && nowMs >= found.endsAtMs) return refuse('CODE_OVER', { endsAtMs: found.endsAtMs });
  return claimFor(context, found.templateId, 'code', call.requestKey, hashOf('code', codeId));
}
