import type { Cell } from '../../kernel/cell';
import { eachAtOnce } from '../at-once';
import type { Context } from '../context';
import { above } from '../db';
import { CELLS, capture, releaseKnown } from './cells';
import { type OpenMark, opPrefix, type Settler, STALE_AFTER_MS } from './marks';
import { pruneCell } from './prune';

/** Cells of one read. A shelf of a busy hour holds thousands of marks, and one answer 16 MB (platform.md, Limits). */
const PAGE = 20;

/**
 * Settles every mark `h` over 2 minutes old by asking its decider. Any number may run at once: each move is a CAS on that
 * mark. Units taken late by a forgotten request come back here.
 */
export async function sweepCells(context: Context, settlers: ReadonlyMap<string, Settler>): Promise<void> {
  let after = '';
  for (;;) {
    const where = { open: above(0), ...(after === '' ? {} : { _id: above(after) }) };
    const cells = await context.db.find<Cell>(CELLS, { where, orderBy: [['_id', 'asc']], limit: PAGE });
    for (const cell of cells) await sweepCell(context, settlers, cell);
    const last = cells.at(-1);
    if (!last || cells.length < PAGE) return;
    after = last._id;
  }
}

export async function sweepCell(context: Context, settlers: ReadonlyMap<string, Settler>, cell: Cell): Promise<void> {
  const stale = Object.entries(cell.held).filter(
    ([, mark]) => mark.s === 'h' && mark.at <= context.nowMs - STALE_AFTER_MS,
  );
  await eachAtOnce(stale, ([op, mark]) => settleMark(context, settlers, cell, { cellId: cell._id, op, mark }));
}

/** One mark that cannot be settled (its decider does not answer) does not keep the others waiting. */
async function settleMark(
  context: Context,
  settlers: ReadonlyMap<string, Settler>,
  cell: Cell,
  found: OpenMark,
): Promise<void> {
  const { op, mark } = found;
  const settler = settlers.get(opPrefix(op));
  if (!settler) {
    context.log.error('mark-without-settler', { cellId: cell._id, op });
    return;
  }
  try {
    const verdict = await settler(context, found);
    if (verdict === 'capture') await capture(context.db, cell._id, op, mark.at);
    else if (verdict === 'release') await releaseKnown(context.db, cell, op, mark.at);
  } catch (error) {
    context.log.error('mark-not-settled', { cellId: cell._id, op, why: String(error) });
  }
}

/** Every cell in turn, by id: there are as many as shelves, templates and campaigns, not as many as orders. */
export async function pruneCells(context: Context): Promise<void> {
  let after = '';
  for (;;) {
    const cells = await context.db.find<Cell>(CELLS, {
      where: { _id: above(after) },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    });
    for (const cell of cells) await tryPrune(context, cell);
    const last = cells.at(-1);
    if (!last || cells.length < PAGE) return;
    after = last._id;
  }
}

/** A cell whose ledger does not answer keeps its marks; the others are pruned. */
async function tryPrune(context: Context, cell: Cell): Promise<void> {
  try {
    await pruneCell(context.db, cell, context.nowMs);
  } catch (error) {
    context.log.error('cell-not-pruned', { cellId: cell._id, why: String(error) });
  }
}
