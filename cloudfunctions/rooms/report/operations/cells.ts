import type { Cell } from '../../../kernel/cell';
import { mapAtOnce } from '../../../platform/at-once';
import type { Context } from '../../../platform/context';
import { readCell } from '../../../platform/holds/cells';
import { cellsAfter, ledgerBetween } from '../../../platform/holds/entries';
import {
  type CellCheckpoint,
  EMPTY_CELL_CHECKPOINT,
  type ForgottenMark,
  reckonCell,
  settledBefore,
} from '../domain/cell-books';
import type { Reconciliation } from '../domain/night';
import { cellCheckpoints } from '../store';
import { besideCheckpoints, keepCheckpoints, type Page } from './checkpointed';
import { compareWithWords } from './words';

/** A shelf of a busy day holds thousands of marks, and one answer 16 MB (platform.md, Limits). */
const PAGE = 20;

/**
 * Every cell by id: there are as many as shelves, templates, campaigns and merchants, not as many as orders. What each has
 * left is recomputed, and each new entry is compared with the word of who made it.
 */
export async function reckonCells({ db, nowMs }: Context, { cursor }: Reconciliation): Promise<Page> {
  const page = await cellsAfter(db, cursor ?? '', PAGE);
  const checkpoints = await cellCheckpoints(
    db,
    page.map(({ _id }) => _id),
  );
  const pairs = await besideCheckpoints<Cell, CellCheckpoint>(page, checkpoints, {
    none: EMPTY_CELL_CHECKPOINT,
    settledBefore,
    readAgain: (cellId) => readCell(db, cellId),
  });
  const reckoned = await mapAtOnce(pairs, async ({ document: cell, checkpoint }) => {
    const ledger = await ledgerBetween(db, cell._id, checkpoint.horizon, cell.horizon);
    const marks = ledger.flatMap((entry): ForgottenMark[] => ('q' in entry ? [entry] : []));
    return { target: cell._id, before: checkpoint, ...reckonCell(cell, checkpoint, marks, nowMs) };
  });
  const entries = reckoned.flatMap(({ target, entries: own }) => own.map((mark) => ({ cellId: target, mark })));
  const unspoken = await compareWithWords(db, entries);
  return {
    checked: { cells: page.length, marks: entries.length },
    differences: [...reckoned.flatMap(({ differences }) => differences), ...unspoken],
    cursor: page.length < PAGE ? null : (page.at(-1)?._id ?? null),
    afterwards: () => keepCheckpoints(db, reckoned),
  };
}
