import type { Cell, Quantities } from '../../kernel/cell';
import { absent, type Db } from '../db';
import { CELLS } from './cells';

/**
 * Opens a counter with what it starts with. `exists`: it was opened before and is left as it is; units move into an
 * open cell by credit, never by opening it again (protocol-of-holds.md, Cells).
 */
export async function openCell(db: Db, cellId: string, initial: Quantities): Promise<'inserted' | 'exists'> {
  checkUnits(initial);
  const cell: Cell = { _id: cellId, left: initial, initial, horizon: 0, open: 0, held: {} };
  return db.insert(CELLS, cell);
}

/** Adds counters that an open cell does not have, each once; those it has are left as they are. */
export async function openKeys(db: Db, cellId: string, initial: Quantities): Promise<void> {
  checkUnits(initial);
  const open = ([key, units]: readonly [string, number]) =>
    db.update(CELLS, { _id: cellId, left: { [key]: absent() } }, { left: { [key]: units }, initial: { [key]: units } });
  await Promise.all(Object.entries(initial).map(open));
}

function checkUnits(initial: Quantities): void {
  const units = Object.values(initial);
  if (units.length === 0 || units.some((n) => !Number.isSafeInteger(n) || n < 0))
    throw new RangeError(`a cell opens with whole units of at least one key: ${JSON.stringify(initial)}`);
}
