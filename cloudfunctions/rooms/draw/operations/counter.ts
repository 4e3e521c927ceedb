import { type Result, refuse } from '../../../kernel/result';
import type { Prize, Wallet } from '../../../kernel/wallet';
import type { Context, StaffContext } from '../../../platform/context';
import type { Db } from '../../../platform/db';
import { blockedUntilMs, noteMiss } from '../../../platform/guesses';
import { readCells } from '../../../platform/holds/cells';
import { walletByCode } from '../../../platform/holds/wallets';
import { prizeOfCode, refusalOfCode } from '../domain/claim';
import { prizeCellId } from '../domain/draw';
import type { HandOverView } from '../domain/staff-views';
import { shownName } from '../domain/winners';
import { facesOf } from './faces';

/** What is read together with the caller's role: the wallet that a code belongs to, and whether codes were guessed. */
export interface CodeRead {
  readonly wallet: Wallet | null;
  readonly blockedUntilMs: number | null;
}

export async function readCode(
  { db, nowMs }: Context,
  callerId: string,
  { code }: { readonly code: string },
): Promise<CodeRead> {
  const [wallet, untilMs] = await Promise.all([walletByCode(db, code), blockedUntilMs(db, callerId, nowMs)]);
  return { wallet, blockedUntilMs: untilMs };
}

export interface FoundPrize {
  readonly wallet: Wallet;
  readonly prizeId: string;
  readonly prize: Prize;
}

/** 10 codes that are not ours within a minute close the counter for 10 minutes (compliance.md, Security). */
export async function findByCode(
  context: StaffContext,
  code: string,
  { wallet, blockedUntilMs: untilMs }: CodeRead,
): Promise<Result<FoundPrize>> {
  if (untilMs !== null) return refuse('TOO_MANY_GUESSES', { untilMs });
  const found = wallet && prizeOfCode(wallet, code);
  if (wallet && found) return { ok: true, data: { wallet, prizeId: found[0], prize: found[1] } };
  await noteMiss({ db: context.db, residentId: context.staffId, nowMs: context.nowMs });
  return refuse('PRIZE_CODE_UNKNOWN', {});
}

/** Whom a prize belongs to, as a counter may say it, and what is left of its kind. One wave. */
export async function shownPrize(db: Db, { wallet, prizeId, prize }: FoundPrize): Promise<HandOverView> {
  const { title, picture, unit, kind, drawTitle, wonAtMs, claimUntilMs, claim, state, endedAtMs = null } = prize;
  const [faces, stockLeft] = await Promise.all([facesOf(db, [wallet._id]), leftOf(db, prize)]);
  return {
    ...{ prizeId, title, picture, unit, kind, drawTitle, wonAtMs, claimUntilMs, stockLeft },
    who: shownName(wallet._id, faces.get(wallet._id), null),
    way: claim?.way ?? 'pick-up',
    handedOverAtMs: state === 'handed-over' ? endedAtMs : null,
  };
}

/** Prizes have 16 cells at most (domain/problems.ts): those that there are, without asking which. */
async function leftOf(db: Db, { drawId, drawPrizeId }: Prize): Promise<number | null> {
  if (drawId === '') return null;
  const ids = Array.from({ length: 16 }, (_, index) => prizeCellId(drawId, drawPrizeId, index));
  const cells = await readCells(db, ids);
  return [...cells.values()].reduce((sum, { left }) => sum + (left.n ?? 0), 0);
}

/** Why its code is not good any more, in words; null: the prize can be handed over. */
export async function refusalNow(
  context: Pick<Context, 'db' | 'nowMs'>,
  found: FoundPrize,
): Promise<Result<never> | null> {
  const code = refusalOfCode(found.prize, context.nowMs);
  if (code === null) return null;
  const { title, claimUntilMs, endedAtMs, state } = found.prize;
  if (code === 'PRIZE_CODE_OVER') return refuse(code, { title, untilMs: claimUntilMs, state });
  const faces = await facesOf(context.db, [found.wallet._id]);
  const who = shownName(found.wallet._id, faces.get(found.wallet._id), null);
  return refuse(code, { title, who, atMs: endedAtMs ?? 0 });
}
