import type { Cell, Quantities } from '../../kernel/cell';
import type { Db } from '../db';
import { CELLS } from './cells';

/**
 * Opens a counter with what it starts with. `exists`: it was opened before and is left as it is; units move into an
 * open cell by credit, never by opening it again (protocol-of-holds.md, Cells).
 */
export function openCell(db: Db, cellId: string, initial: Quantities): Promise<'inserted' | 'exists'> {
  const units = Object.values(initial);
  if (units.length === 0 || units.some((n) => !Number.isSafeInteger(n) || n < 0))
    throw new RangeError(`a cell opens with whole units of at least one key: ${JSON.stringify(initial)}`);
  const cell: Cell = { _id: cellId, left: initial, initial, horizon: 0, open: 0, held: {} };
  return db.insert(CELLS, cell);
}
