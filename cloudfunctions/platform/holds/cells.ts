import type { Cell, Mark, Quantities } from '../../kernel/cell';
import { absent, add, atLeast, atMost, type Db, NoAnswer, remove, set, type Update } from '../db';
import { getAnswered, getManyAnswered, isDone } from './answers';

export const CELLS = 'cells';

/** Tries of one move whose answer was lost or that lost a race it may win next time. */
const MOVE_TRIES = 4;

export interface Take {
  readonly cellId: string;
  readonly op: string;
  readonly q: Quantities;
  /** Birth of the operation. */
  readonly atMs: number;
  /** The decider's `_id`. */
  readonly by: string;
  /** Units that must stay per key: paced prizes keep back what is not yet free. */
  readonly leaveAtLeast?: Quantities;
}

export type TakeFromAny = Omit<Take, 'cellId'>;

/** `too-old`: the cell's horizon has passed the operation's birth; it can never be applied here. */
export type TakeAnswer = 'taken' | 'refused' | 'too-old';

/** A move on a missing cell is a bug of the caller or of the data, never a refusal. */
export class NoSuchCell extends Error {
  constructor(cellId: string) {
    super(`there is no cell ${cellId}`);
    this.name = 'NoSuchCell';
  }
}

export async function readCell(db: Db, cellId: string): Promise<Cell> {
  const cell = await getAnswered<Cell>(db, CELLS, cellId);
  if (!cell) throw new NoSuchCell(cellId);
  return cell;
}

/** Missing cells are missing from the map. */
export const readCells = (db: Db, cellIds: readonly string[]): Promise<Map<string, Cell>> =>
  getManyAnswered<Cell>(db, CELLS, cellIds);

const each = <T>(q: Quantities, term: (units: number, key: string) => T): { [key: string]: T } =>
  Object.fromEntries(Object.entries(q).map(([key, units]) => [key, term(units, key)]));

const need = (take: TakeFromAny, key: string): number => (take.q[key] ?? 0) + (take.leaveAtLeast?.[key] ?? 0);

const mark = (q: Quantities, at: number, s: Mark['s'], by: string) => ({ q, at, s, by });

function tryTake(db: Db, cellId: string, take: TakeFromAny): Promise<boolean> {
  return db.update(
    CELLS,
    {
      _id: cellId,
      left: each(take.q, (_, key) => atLeast(need(take, key))),
      horizon: atMost(take.atMs),
      held: { [take.op]: absent() },
    },
    {
      left: each(take.q, (units) => add(-units)),
      open: add(1),
      held: { [take.op]: set(mark(take.q, take.atMs, 'h', take.by)) },
    },
  );
}

const hasEnough = (cell: Cell, take: TakeFromAny): boolean =>
  Object.keys(take.q).every((key) => (cell.left[key] ?? 0) >= need(take, key));

/** One round trip where units are there; after 0 updated or no answer the cell is read: a mark present is "taken". */
export async function take(db: Db, wanted: Take): Promise<TakeAnswer> {
  checkQuantities(wanted.q);
  for (let tried = 0; tried < MOVE_TRIES; tried += 1) {
    if (await isDone(tryTake(db, wanted.cellId, wanted))) return 'taken';
    const cell = await readCell(db, wanted.cellId);
    if (cell.held[wanted.op]) return 'taken';
    if (cell.horizon > wanted.atMs) return 'too-old';
    if (!hasEnough(cell, wanted)) return 'refused';
  }
  throw new NoAnswer(`take ${wanted.op} on ${wanted.cellId}`);
}

/**
 * Takes from the first of the cells that has enough. The first try costs one round trip; only when it fails are all
 * cells read: a mark found in any counts, and "refused" is said only when none of them has enough.
 */
export async function takeFromAny(
  db: Db,
  cellIds: readonly string[],
  wanted: TakeFromAny,
): Promise<{ taken: string } | 'refused' | 'too-old'> {
  checkQuantities(wanted.q);
  const [first] = cellIds;
  if (first === undefined) return 'refused';
  if (await isDone(tryTake(db, first, wanted))) return { taken: first };
  for (let tried = 0; tried < MOVE_TRIES * cellIds.length; tried += 1) {
    const cells = await readCells(db, cellIds);
    const found = cellIds.find((cellId) => cells.get(cellId)?.held[wanted.op]);
    if (found) return { taken: found };
    if (![...cells.values()].some((cell) => cell.horizon <= wanted.atMs)) return 'too-old';
    const able = cellIds.find((cellId) => {
      const cell = cells.get(cellId);
      return cell !== undefined && cell.horizon <= wanted.atMs && hasEnough(cell, wanted);
    });
    if (!able) return 'refused';
    if (await isDone(tryTake(db, able, wanted))) return { taken: able };
  }
  throw new NoAnswer(`take ${wanted.op} on ${cellIds.length} cells`);
}

/** What a move found: `absent` when no mark of that op (and birth) is there, so that there is nothing to do. */
export type MoveAnswer = 'done' | 'absent' | 'settled-otherwise';

/** Gives a hold back. `atMs` is the mark's birth: a mark of another birth is another operation's. */
export async function release(db: Db, cellId: string, op: string, atMs: number): Promise<MoveAnswer> {
  const cell = await readCell(db, cellId);
  return releaseKnown(db, cell, op, atMs);
}

/** As `release`, where the cell (or only its mark's quantities, from the order) was read already. */
export async function releaseKnown(
  db: Db,
  cell: Pick<Cell, '_id' | 'held'>,
  op: string,
  atMs: number,
): Promise<MoveAnswer> {
  let known: Mark | undefined = cell.held[op];
  for (let tried = 0; tried < MOVE_TRIES; tried += 1) {
    if (!known || known.at !== atMs) return 'absent';
    if (known.s !== 'h') return 'settled-otherwise';
    const done = await isDone(
      db.update(
        CELLS,
        { _id: cell._id, held: { [op]: { s: 'h', at: atMs } } },
        { left: each(known.q, (units) => add(units)), open: add(-1), held: { [op]: remove() } },
      ),
    );
    if (done) return 'done';
    known = (await readCell(db, cell._id)).held[op];
  }
  throw new NoAnswer(`release ${op} on ${cell._id}`);
}

/** Takes for good. The mark stays as a tombstone until it is pruned to the ledger. One round trip. */
export async function capture(db: Db, cellId: string, op: string, atMs: number): Promise<MoveAnswer> {
  const change: Update = { open: add(-1), held: { [op]: { s: 'c' } } };
  for (let tried = 0; tried < MOVE_TRIES; tried += 1) {
    if (await isDone(db.update(CELLS, { _id: cellId, held: { [op]: { s: 'h', at: atMs } } }, change))) return 'done';
    const found = (await readCell(db, cellId)).held[op];
    if (!found || found.at !== atMs) return 'absent';
    if (found.s === 'c') return 'done';
  }
  throw new NoAnswer(`capture ${op} on ${cellId}`);
}

export interface Credit {
  readonly cellId: string;
  /** Its own, not the one of the take that it undoes. */
  readonly op: string;
  readonly q: Quantities;
  readonly atMs: number;
  readonly by: string;
}

/** Gives back after capture, once. `too-old`: ask the ledger, then give the effect a new birth (horizon rule). */
export async function credit(db: Db, given: Credit): Promise<'done' | 'too-old'> {
  const { cellId, op, q, atMs, by } = given;
  checkQuantities(q);
  for (let tried = 0; tried < MOVE_TRIES; tried += 1) {
    const done = await isDone(
      db.update(
        CELLS,
        { _id: cellId, horizon: atMost(atMs), held: { [op]: absent() } },
        { left: each(q, (units) => add(units)), held: { [op]: set({ ...mark(q, atMs, 'c', by), gave: true }) } },
      ),
    );
    if (done) return 'done';
    const cell = await readCell(db, cellId);
    if (cell.held[op]) return 'done';
    if (cell.horizon > atMs) return 'too-old';
  }
  throw new NoAnswer(`credit ${op} on ${cellId}`);
}

function checkQuantities(q: Quantities): void {
  const units = Object.values(q);
  if (units.length === 0 || units.some((n) => !Number.isSafeInteger(n) || n < 0))
    throw new RangeError(`a move takes whole units of at least one key: ${JSON.stringify(q)}`);
}
