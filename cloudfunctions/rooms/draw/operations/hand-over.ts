import { hashOf } from '../../../kernel/ids';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Wallet } from '../../../kernel/wallet';
import type { StaffContext } from '../../../platform/context';
import { changeWallet, type WalletDecision } from '../../../platform/holds/wallets';
import type { Call } from '../../../platform/room';
import { type HandingOver, type HandOver, handOverPrize, prizeOfCode, refusalOfCode } from '../domain/claim';
import type { HandOverRow, HandOverView } from '../domain/staff-views';
import { type CodeRead, type FoundPrize, findByCode, refusalNow, shownPrize } from './counter';
import { DECLINED, GIVEN, logAtCounter, type Told } from './counter-log';

/** What a code stands for. 2 round trips: {role, wallet by code, guesses} → {face, what is left}. */
export async function findPrize(
  context: StaffContext,
  { code }: { readonly code: string },
  _: Call,
  read: CodeRead,
): Promise<Result<HandOverView>> {
  const found = await findByCode(context, code, read);
  if (!found.ok) return found;
  return (await refusalNow(context, found.data)) ?? ok(await shownPrize(context.db, found.data));
}

interface HandOverInput {
  readonly code: string;
  readonly by: 'scan' | 'typed';
}

/**
 * Given to its winner, once: 2 round trips {role, wallet by code, guesses} → {CAS, log, face}. The log tells of every try with
 * the op that it was made under; the wallet's entry, which the ledger keeps, says which op it was (counter-log.ts).
 * Refusals: PRIZE_CODE_UNKNOWN, PRIZE_CODE_USED, PRIZE_CODE_OVER, TOO_MANY_GUESSES, REQUEST_KEY_REUSED, BUSY.
 */
export async function handOver(
  context: StaffContext,
  { code, by }: HandOverInput,
  call: Call,
  read: CodeRead,
): Promise<Result<HandOverView>> {
  const op = `ho_${hashOf(context.staffId, call.requestKey)}`;
  const found = await findByCode(context, code, read);
  const told: Told = { op, code, by };
  if (!found.ok) {
    await logAtCounter(context, GIVEN, told, found.code);
    return found;
  }
  const { nowMs, staffId, db } = context;
  // What is asked again finds its own entry; else the log says at once why it was not given.
  const known = found.data.wallet.journal[op];
  if (known && known.inputHash !== call.inputHash) return refuse('REQUEST_KEY_REUSED', {});
  const refusal = known ? null : refusalOfCode(found.data.prize, nowMs);
  const handing = { op, code, atMs: call.atMs, nowMs, inputHash: call.inputHash, staffId };
  const [outcome, shown] = await Promise.all([
    decide(context, found.data.wallet, handing),
    shownPrize(db, found.data),
    logAtCounter(context, GIVEN, { ...told, found: found.data }, refusal),
  ]);
  if (!outcome.ok) return outcome;
  return answerOf(context, outcome.data, handing, shown);
}

type Decided = { readonly said: Extract<HandOver, { keep: unknown }>['keep']; readonly wallet: Wallet };

function decide({ db }: StaffContext, known: Wallet, handing: HandingOver): Promise<Result<Decided>> {
  const change = (wallet: Wallet): WalletDecision<Decided> => {
    const handed = handOverPrize(wallet, handing);
    if ('keep' in handed) return { keep: { said: handed.keep, wallet } };
    return { write: handed.write, value: { said: handed.value, wallet: handed.write } };
  };
  return changeWallet(db, known._id, change, known);
}

async function answerOf(
  context: StaffContext,
  { said, wallet }: Decided,
  { code, nowMs }: HandingOver,
  shown: HandOverView,
): Promise<Result<HandOverView>> {
  if (said === 'key-reused') return refuse('REQUEST_KEY_REUSED', {});
  if (said === 'key-old') return refuse('REQUEST_KEY_EXPIRED', {});
  const now = prizeOfCode(wallet, code);
  if (said === 'unknown' || !now) return refuse('PRIZE_CODE_UNKNOWN', {});
  const [prizeId, prize] = now;
  if (said === 'handed') return ok({ ...shown, handedOverAtMs: prize.endedAtMs ?? nowMs });
  return (await refusalNow(context, { wallet, prizeId, prize })) ?? refuse(said, {});
}

/** The person at the counter says no: nothing changes but the day's list. */
export async function declineHandOver(
  context: StaffContext,
  { code, reason }: { readonly code: string; readonly reason?: string | undefined },
  call: Call,
  read: CodeRead,
): Promise<Result<HandOverRow>> {
  const found = await findByCode(context, code, read);
  if (!found.ok) return found;
  const op = `hd_${hashOf(context.staffId, code, call.atMs)}`;
  const data: FoundPrize = found.data;
  const row = await logAtCounter(context, DECLINED, { op, code, by: null, found: data, reason }, 'declined');
  return ok(row);
}
