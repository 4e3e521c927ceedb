import { hashOf, spinOp } from '../../../kernel/ids';
import { type Result, refuse } from '../../../kernel/result';
import type { Spin, Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { readCells, release, take } from '../../../platform/holds/cells';
import { changeWallet, readWallet } from '../../../platform/holds/wallets';
import type { Call } from '../../../platform/room';
import { activeStaff } from '../../../platform/staff';
import { type Head, readHead } from '../../campaign';
import { isPaused } from '../../coupon';
import { type PrizePlan, planPrize } from '../domain/pace';
import {
  answerBefore,
  decideSpin,
  isOverResidentLimit,
  outcomeOf,
  type SpinAttempt,
  type SpinReply,
} from '../domain/spin';
import { prizeCellIds } from '../domain/stock';
import { type KnownDraw, knownDraw, warmDraw } from './draws';
import { giversOf } from './give';

export interface SpinInput {
  readonly drawId: string;
  readonly chanceId: string;
}

/**
 * One spin (protocol-of-holds.md): the result is computed, the wallet decides. Warm: 2 round trips without stock, 3 for a
 * prize of the shelf {read wallet, head, cells} → {take} → {CAS}. The wallet is read before a unit is taken, so a chance
 * that is not one's own never moves a prize. Who works for the shop does not draw: no winner may be one of its own
 * (compliance.md, No rigged winners). Refusals: STAFF_EXCLUDED, DRAW_UNKNOWN, NO_CHANCE, CHANCE_EXPIRED,
 * DRAW_NOT_RUNNING, DRAW_PAUSED, REQUEST_KEY_REUSED, BUSY.
 */
export async function spin(context: ResidentContext, input: SpinInput, call: Call): Promise<Result<SpinReply>> {
  const { db, residentId } = context;
  const warm = warmDraw(context, input.drawId);
  const [wallet, head, staff, cells] = await Promise.all([
    readWallet(db, residentId),
    readHead(db),
    activeStaff(db, residentId),
    warm ? readCells(db, cellsOfOutcome(warm, input.chanceId)) : null,
  ]);
  if (staff) return refuse('STAFF_EXCLUDED', {});
  const known = await knownDraw(context, head, input.drawId);
  if (!known) return refuse('DRAW_UNKNOWN', {});
  const begun = attemptOf(context, known, head, input, call);
  const answer = answerBefore(wallet, begun);
  if (answer) return answer;
  const fresh = cells && known === warm ? cells : await readCells(db, cellsOfOutcome(known, input.chanceId));
  const taken = await takePrize(context, known, begun, wallet, fresh);
  return decide(context, { ...begun, ...taken }, wallet);
}

const cellsOfOutcome = ({ draw, seedHex }: KnownDraw, chanceId: string): string[] =>
  prizeCellIds(draw, outcomeOf(draw, seedHex, chanceId).drawn);

/** Everything of the attempt but the prize's unit. */
function attemptOf(context: ResidentContext, known: KnownDraw, head: Head, input: SpinInput, call: Call): SpinAttempt {
  const { draw, seedHex } = known;
  return {
    op: spinOp(input.chanceId),
    chanceId: input.chanceId,
    nowMs: context.nowMs,
    draw,
    outcome: outcomeOf(draw, seedHex, input.chanceId),
    cell: null,
    turned: null,
    key: { keyHash: hashOf('draw.spin', context.residentId, call.requestKey), inputHash: call.inputHash },
    paused: isPaused(head, draw.campaignId, draw.drawId),
    givers: giversOf(known),
  };
}

type Taken = Pick<SpinAttempt, 'cell' | 'turned'>;

/** Takes a unit of what was drawn, where it has stock, is free by its pace and inside the limits. */
async function takePrize(
  context: ResidentContext,
  { draw }: KnownDraw,
  attempt: SpinAttempt,
  wallet: Wallet,
  cells: Awaited<ReturnType<typeof readCells>>,
): Promise<Taken> {
  const prize = attempt.outcome.drawn;
  const { stock } = prize;
  if (isOverResidentLimit(wallet, draw, prize)) return { cell: null, turned: 'RESIDENT_LIMIT' };
  if (stock === null) return { cell: null, turned: null };
  return carryOut(context, attempt, planPrize(draw, { ...prize, stock }, cells, attempt));
}

async function carryOut(
  { db, residentId, nowMs }: ResidentContext,
  { op }: SpinAttempt,
  plan: PrizePlan,
): Promise<Taken> {
  if ('held' in plan) return { cell: plan.held, turned: null };
  if ('turned' in plan) return { cell: null, turned: plan.turned };
  for (const wanted of plan.tries) {
    const answer = await take(db, { ...wanted, op, atMs: nowMs, by: residentId });
    if (answer === 'taken') return { cell: wanted.cellId, turned: null };
  }
  return { cell: null, turned: plan.ifRefused };
}

/** The sweeper captures what was won; what the wallet did not keep goes back at once. */
async function decide(context: ResidentContext, attempt: SpinAttempt, wallet: Wallet): Promise<Result<SpinReply>> {
  const { db, residentId, nowMs } = context;
  const answer = await changeWallet<Result<SpinReply>>(db, residentId, (now) => decideSpin(now, attempt), wallet);
  if (!answer.ok) return answer;
  const reply = answer.data;
  const kept: Spin['cell'] | undefined = reply.ok ? reply.data.spin.cell : undefined;
  if (attempt.cell !== null && kept !== undefined && kept !== attempt.cell)
    await release(db, attempt.cell, attempt.op, nowMs);
  return reply;
}
