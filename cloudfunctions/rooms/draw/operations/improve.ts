import { hashOf } from '../../../kernel/ids';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context, StaffContext } from '../../../platform/context';
import type { Call } from '../../../platform/room';
import { logStaffAction } from '../../../platform/staff';
import { pointHeadToDraw, readHead } from '../../campaign';
import { type Draw, drawVersionId } from '../domain/draw';
import { type Improvement, improvedDraw, problemsOfChange } from '../domain/improve';
import { problemsOfDraw } from '../domain/problems';
import type { DrawBoard } from '../domain/staff-views';
import { findVersion, insertVersion } from '../store';
import { boardOf } from './board';
import { openPrizeCells, problemsOfCoupons, setAside } from './publish';

interface ImproveInput {
  readonly drawId: string;
  readonly oddsVersion: number;
  readonly prizes: readonly Improvement[];
}

/**
 * A running draw changes in the consumer's favour alone, as a new version (SAMR order 32, art. 12–14; old ones are kept). The
 * version document decides: of two operators at once one stores it, the other finds the draw changed. Its cells are opened
 * after that and before the head names it, so no spin meets units that are not there. Refused: DRAW_UNKNOWN,
 * DRAW_CHANGED {oddsVersion}, DRAW_NOT_RUNNING, DRAW_UNSOUND {problems}, BUDGET_GONE.
 */
export async function improve(context: StaffContext, input: ImproveInput, call: Call): Promise<Result<DrawBoard>> {
  const { db, nowMs } = context;
  const { drawId, oddsVersion } = input;
  const asideOp = `dr_${hashOf(drawId, oddsVersion, call.requestKey)}`;
  const [head, before, stored] = await Promise.all([
    readHead(db),
    findVersion(db, drawVersionId(drawId, oddsVersion)),
    findVersion(db, drawVersionId(drawId, oddsVersion + 1)),
  ]);
  const version = head.drawVersions[drawId];
  if (version === undefined || !before) return refuse('DRAW_UNKNOWN', {});
  // What stopped after it was stored is brought to its end by whoever comes by.
  if (stored) await finish(context, stored);
  if (stored) return answerOf(context, stored, asideOp);
  if (nowMs >= before.endsAtMs)
    return refuse('DRAW_NOT_RUNNING', { opensAtMs: before.startsAtMs, endsAtMs: before.endsAtMs });
  const after = improvedDraw(before, input.prizes, nowMs, asideOp);
  const problems = [...problemsOf(before, after, input.prizes), ...(await problemsOfCoupons(context, after))];
  if (problems.length > 0) return refuse('DRAW_UNSOUND', { problems });
  const aside = await setAside(context, after);
  if (!aside) return refuse('BUDGET_GONE', {});
  await insertVersion(db, after);
  const winner = await findVersion(db, after._id);
  if (!winner) throw new Error(`version ${after._id} was stored and cannot be read`);
  if (winner.asideOp !== asideOp) await aside.release();
  await finish(context, winner);
  if (winner.asideOp === asideOp) {
    await aside.capture();
    const wanted = input.prizes.map((prize) => ({ ...prize }));
    const change = { before: { oddsVersion }, after: { oddsVersion: oddsVersion + 1, prizes: wanted } };
    await logStaffAction(context, { operation: 'draw.improve', target: drawId, ...change });
  }
  return answerOf(context, winner, asideOp);
}

async function finish(context: Pick<Context, 'db'>, draw: Draw): Promise<void> {
  await Promise.all(draw.prizes.flatMap((prize) => openPrizeCells(context, draw, prize)));
  await pointHeadToDraw(context.db, draw.drawId, draw.oddsVersion);
}

async function answerOf(context: StaffContext, winner: Draw, asideOp: string): Promise<Result<DrawBoard>> {
  if (winner.asideOp !== asideOp) return refuse('DRAW_CHANGED', { oddsVersion: winner.oddsVersion });
  return ok(await boardOf(context, winner, await readHead(context.db)));
}

function problemsOf(before: Draw, after: Draw, improvements: readonly Improvement[]): string[] {
  const known = new Set(before.prizes.filter(({ consolation }) => !consolation).map(({ drawPrizeId }) => drawPrizeId));
  const unknown = improvements.filter(({ drawPrizeId }) => !known.has(drawPrizeId));
  return [
    ...unknown.map(({ drawPrizeId }) => `PRIZE_UNKNOWN:${drawPrizeId}`),
    ...problemsOfChange(before, after),
    ...problemsOfDraw(after),
  ];
}
