import { budgetCellId } from '../../../kernel/cell';
import { MINUTE_MS } from '../../../kernel/period';
import { ok, type Result, refuse } from '../../../kernel/result';
import { eachAtOnce } from '../../../platform/at-once';
import type { Context, StaffContext } from '../../../platform/context';
import type { Effect } from '../../../platform/effects';
import { capture, readCell, readCells, take } from '../../../platform/holds/cells';
import type { Settler } from '../../../platform/holds/marks';
import { CREDIT_CELL } from '../../../platform/outbox/cells';
import { type Outbox, outboxOf } from '../../../platform/outbox/outbox';
import { type Head, readHead } from '../../campaign';
import type { Settlement } from '../document';
import { type Draw, prizeOf } from '../domain/draw';
import {
  AFTER_END_MS,
  finalFromMs,
  openRounds,
  type ReturnedUnits,
  returnedFen,
  roundOf,
  settledPrize,
  settlementId,
} from '../domain/settlement';
import type { DrawSettlement } from '../domain/staff-views';
import { allPrizeCells, prizeCellIds } from '../domain/stock';
import { countNotes, findSettlement, keepReturn, SETTLEMENTS, setSettled } from '../store';
import { cardOf } from './cards';
import { knownDraw } from './draws';

export const settlementOutbox: Outbox = outboxOf<Settlement>({
  collection: SETTLEMENTS,
  asRead: ({ rev }) => ({ rev }),
  residentOf: () => '',
});

/**
 * Job: of every draw that is over, what cannot be won any more goes back to its campaign's budget. Any number of runs, at any
 * time: a round is a mark in the cell, which the settlement document then names together with the money, in one update.
 */
export async function settleEnded(context: Context): Promise<void> {
  const head = await readHead(context.db);
  await eachAtOnce(Object.keys(head.drawVersions), (drawId) => settleOrLog(context, head, drawId));
}

/** One that fails is due again with the next run, and keeps no other draw's money back. */
async function settleOrLog(context: Context, head: Head, drawId: string): Promise<void> {
  try {
    const known = await knownDraw(context, head, drawId);
    if (known && context.nowMs >= known.draw.endsAtMs + AFTER_END_MS) await settleDraw(context, known.draw);
  } catch (error) {
    context.log.error('draw-not-settled', { drawId, why: String(error) });
  }
}

async function settleDraw(context: Context, draw: Draw): Promise<void> {
  const cells = await readCells(context.db, allPrizeCells(draw));
  for (const cell of cells.values()) {
    for (const op of openRounds(cell)) await keepRound(context, draw, cell._id, op);
    const round = roundOf(cell);
    if (!round) continue;
    const wanted = {
      cellId: cell._id,
      op: round.op,
      q: { n: round.units },
      atMs: context.nowMs,
      by: settlementId(draw.drawId),
    };
    if ((await take(context.db, wanted)) === 'taken') await keepRound(context, draw, cell._id, round.op);
  }
  const settlement = await findSettlement(context.db, draw.drawId);
  if (settlement) await settlementOutbox.carryOut(context, settlement);
  await noteSettled(context, draw, settlement);
}

/** The mark is read: another run may have made it, of what was there by then. */
async function keepRound(context: Context, draw: Draw, cellId: string, op: string): Promise<void> {
  const mark = (await readCell(context.db, cellId)).held[op];
  if (!mark) return;
  const prize = draw.prizes.find((one) => prizeCellIds(draw, one).includes(cellId));
  if (!prize) throw new Error(`cell ${cellId} is of no prize of ${draw._id}`);
  const units = mark.q.n ?? 0;
  const returned: ReturnedUnits = {
    ...{ cellId, drawPrizeId: prize.drawPrizeId, units, atMs: mark.at },
    fen: units * prizeOf(draw, prize.drawPrizeId).valueFen,
  };
  await keepReturn(context.db, draw.drawId, op, returned, owed(context, draw, op, returned));
  await capture(context.db, cellId, op, mark.at);
}

/** Null: no campaign set it aside, or it was worth nothing. */
function owed({ nowMs }: Context, { campaignId }: Draw, op: string, { fen }: ReturnedUnits): Effect | null {
  if (campaignId === null || fen === 0) return null;
  const target = budgetCellId(campaignId);
  return { kind: CREDIT_CELL, target, op, at: nowMs, done: false, data: { q: { [campaignId]: fen } } };
}

/** A round that stopped half-way is finished: its money goes back with it. */
export const settleRound: Settler = async (context, { cellId, op }) => {
  const head = await readHead(context.db);
  const drawId = drawIdOfCell(cellId, Object.keys(head.drawVersions));
  const known = drawId === null ? null : await knownDraw(context, head, drawId);
  if (!known) return 'leave';
  await keepRound(context, known.draw, cellId, op);
  return 'capture';
};

/** `prize_<draw>_<prize>_<k>`: ids hold underscores too, so the longest draw that fits. */
function drawIdOfCell(cellId: string, drawIds: readonly string[]): string | null {
  const fitting = drawIds.filter((drawId) => cellId.startsWith(`prize_${drawId}_`));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null;
}

async function noteSettled(context: Context, draw: Draw, settlement: Settlement | null): Promise<void> {
  if (context.nowMs < finalFromMs(draw) || settlement?.settledAtMs) return;
  const { prizes } = await reckon(context, draw);
  if (prizes.every(({ waiting }) => waiting === 0)) await setSettled(context.db, draw.drawId, context.nowMs);
}

async function reckon({ db }: Context, draw: Draw) {
  const [cells, settlement, ...counts] = await Promise.all([
    readCells(db, allPrizeCells(draw)),
    findSettlement(db, draw.drawId),
    ...draw.prizes.map(({ drawPrizeId }) => countNotes(db, draw.drawId, drawPrizeId)),
  ]);
  const prizes = draw.prizes.map((prize, index) =>
    settledPrize(draw, prize, {
      cells,
      counts: counts[index] ?? {},
      returnedFen: settlement ? returnedFen(settlement.returns, prize.drawPrizeId) : 0,
    }),
  );
  return { prizes, settlement };
}

/** What was given, what became of it, what it cost and what went back. Warm: 3 round trips. Refused: DRAW_UNKNOWN. */
export async function settlement(
  context: StaffContext,
  { drawId }: { readonly drawId: string },
): Promise<Result<DrawSettlement>> {
  const head = await readHead(context.db);
  const known = await knownDraw(context, head, drawId);
  if (!known) return refuse('DRAW_UNKNOWN', {});
  const { draw } = known;
  const { prizes, settlement: stored } = await reckon(context, draw);
  const sum = (of: (prize: (typeof prizes)[number]) => number) => prizes.reduce((total, prize) => total + of(prize), 0);
  const settledAtMs = stored?.settledAtMs ?? null;
  return ok({
    ...cardOf(draw, head, context.nowMs, settledAtMs),
    prizes,
    setAsideFen: sum(({ setAsideFen }) => setAsideFen),
    returnedFen: sum((prize) => prize.returnedFen),
    costFen: sum(({ costFen }) => costFen),
    finalFromMs: finalFromMs(draw),
    settledAtMs,
  });
}

/** Every 10 minutes: a draw ends at a minute, and its prizes' units come back one by one. */
export const SETTLE_EVERY_MS = 10 * MINUTE_MS;
