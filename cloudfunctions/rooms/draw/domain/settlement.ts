import type { Cell } from '../../../kernel/cell';
import { hashOf } from '../../../kernel/ids';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import { LENGTHENED_MS } from '../../../kernel/prizes';
import type { Prize } from '../../../kernel/wallet';
import type { Draw, DrawPrize } from './draw';
import type { SettledPrize } from './staff-views';
import { prizeCellIds, unitsOfStock } from './stock';
import type { Cells } from './winners';

/** Units that can be won no more, and what their value was set aside with. */
export interface ReturnedUnits {
  readonly cellId: string;
  readonly drawPrizeId: string;
  readonly units: number;
  readonly fen: number;
  /** Of the mark in the cell. */
  readonly atMs: number;
}

export const settlementId = (drawId: string): string => `settlement_${drawId}`;

/** Spins of the last moment are finished by the sweeper within minutes; then nothing more is won. */
export const AFTER_END_MS = 10 * MINUTE_MS;

/** From then on no prize waits any more, but where an order still has it. */
export function finalFromMs({ endsAtMs, prizes }: Draw): number {
  const days = prizes.filter(isFetched).map(({ claimDays }) => claimDays);
  return days.length === 0 ? endsAtMs : endsAtMs + Math.max(...days) * DAY_MS + LENGTHENED_MS;
}

/** Coupons and points are given at once. */
const isFetched = ({ kind }: DrawPrize): boolean => kind === 'product' || kind === 'service';

const RETURN = 'de_';

/** A cell is emptied in rounds: each takes what is there by then, under an op of its own. */
export function roundOf(cell: Cell): { readonly op: string; readonly units: number } | null {
  const rounds = Object.keys(cell.held).filter((op) => op.startsWith(RETURN));
  const units = cell.left.n ?? 0;
  return units > 0 ? { op: `${RETURN}${hashOf(cell._id, rounds.length + 1)}`, units } : null;
}

/** Marks of rounds that are not for good yet. */
export const openRounds = (cell: Cell): string[] =>
  Object.entries(cell.held).flatMap(([op, { s }]) => (op.startsWith(RETURN) && s === 'h' ? [op] : []));

export const returnedFen = (returns: { readonly [op: string]: ReturnedUnits }, drawPrizeId?: string): number =>
  Object.values(returns)
    .filter((one) => drawPrizeId === undefined || one.drawPrizeId === drawPrizeId)
    .reduce((sum, { fen }) => sum + fen, 0);

/** How many prizes of each state the books know. */
export type Counts = { readonly [state in Prize['state']]?: number };

const SPIN = 'sp_';

/** What became of one prize: given − expired − revoked is what it cost. */
export function settledPrize(
  draw: Draw,
  prize: DrawPrize,
  facts: { readonly cells: Cells; readonly counts: Counts; readonly returnedFen: number },
): SettledPrize {
  const { drawPrizeId, title, unit, valueFen, stock } = prize;
  const { counts } = facts;
  const marks = prizeCellIds(draw, prize).flatMap((cellId) => Object.entries(facts.cells.get(cellId)?.held ?? {}));
  const won = marks.filter(([op, { gave }]) => op.startsWith(SPIN) && !gave).length;
  const { expired = 0, revoked = 0, claimed = 0 } = counts;
  const handedOver = counts['handed-over'] ?? 0;
  const given = stock ? won : (counts.given ?? 0);
  return {
    ...{ drawPrizeId, title, unit, valueFen, given, claimed, handedOver, expired, revoked },
    count: stock ? unitsOfStock(stock) : null,
    waiting: isFetched(prize) ? Math.max(0, given - handedOver - expired - revoked) : 0,
    setAsideFen: stock ? unitsOfStock(stock) * valueFen : 0,
    returnedFen: facts.returnedFen,
    costFen: (given - expired - revoked) * valueFen,
  };
}
