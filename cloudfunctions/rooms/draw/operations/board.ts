import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import { readCells } from '../../../platform/holds/cells';
import { type Head, readHead } from '../../campaign';
import { boardPrize } from '../domain/board';
import type { Draw } from '../domain/draw';
import type { DrawBoard } from '../domain/staff-views';
import { allPrizeCells, setAsideFen } from '../domain/stock';
import { findSettlement } from '../store';
import { cardOf } from './cards';
import { knownDraw } from './draws';

/** Stock and pace of a draw as it runs. Refused: DRAW_UNKNOWN. */
export async function board(
  context: StaffContext,
  { drawId }: { readonly drawId: string },
): Promise<Result<DrawBoard>> {
  const head = await readHead(context.db);
  const known = await knownDraw(context, head, drawId);
  return known ? ok(await boardOf(context, known.draw, head)) : refuse('DRAW_UNKNOWN', {});
}

export async function boardOf({ db, nowMs }: StaffContext, draw: Draw, head: Head): Promise<DrawBoard> {
  const [cells, settlement] = await Promise.all([readCells(db, allPrizeCells(draw)), findSettlement(db, draw.drawId)]);
  return {
    ...cardOf(draw, head, nowMs, settlement?.settledAtMs ?? null),
    seedHash: draw.seedHash,
    setAsideFen: setAsideFen(draw),
    prizes: draw.prizes.map((prize) => boardPrize(draw, prize, cells, nowMs)),
  };
}
