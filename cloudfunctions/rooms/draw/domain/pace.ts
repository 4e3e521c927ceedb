import type { Cell, Quantities } from '../../../kernel/cell';
import { hashOf } from '../../../kernel/ids';
import type { Spin } from '../../../kernel/wallet';
import { type Draw, type DrawPrize, dayKey, type PrizeStock, prizeCellId } from './draw';
import { lotsOf, unitsFree, unitsOfCell } from './stock';

export interface PrizeTake {
  readonly cellId: string;
  readonly q: Quantities;
  /** Units that are not free yet stay. */
  readonly leaveAtLeast: Quantities;
}

type Turned = NonNullable<Spin['turned']>;

/** A cell that holds a mark of this spin already; where to try, best first; or why not, as far as the cells read say. */
export type PrizePlan =
  | { readonly held: string }
  | { readonly tries: readonly PrizeTake[]; readonly ifRefused: Turned }
  | { readonly turned: Turned };

/** What the cells of a prize, as just read, allow a spin to take. */
export function planPrize(
  draw: Draw,
  prize: DrawPrize & { readonly stock: PrizeStock },
  cells: ReadonlyMap<string, Cell>,
  spin: { readonly op: string; readonly nowMs: number },
): PrizePlan {
  const takes = takesOf(draw, prize, spin.nowMs);
  const first = Number.parseInt(hashOf(spin.op).slice(-8), 16) % takes.length;
  const inTurn = [...takes.slice(first), ...takes.slice(0, first)];
  const held = inTurn.find(({ cellId }) => cells.get(cellId)?.held[spin.op]);
  if (held) return { held: held.cellId };
  const tried = inTurn.map((take) => ({ take, reason: reasonAgainst(cells.get(take.cellId), take) }));
  const tries = tried.flatMap(({ take, reason }) => (reason ? [] : [take]));
  // Others may take the last free unit while we try: then it is the pace that ran out, or all of them.
  const isAllFree = takes.every(({ leaveAtLeast }) => leaveAtLeast.n === 0);
  const ifRefused = isAllFree ? 'OUT_OF_STOCK' : 'AHEAD_OF_PACE';
  return tries.length > 0 ? { tries, ifRefused } : { turned: gravest(new Set(tried.map(({ reason }) => reason))) };
}

/** One for each cell: a unit of it, where more are there than are not free yet. */
function takesOf(draw: Draw, { drawPrizeId, stock }: DrawPrize & { readonly stock: PrizeStock }, nowMs: number) {
  return lotsOf(draw, stock).flatMap((lot) => {
    const free = unitsFree(lot, lot.period, nowMs);
    const day = lot.perDay === null ? {} : { [dayKey(nowMs)]: 1 };
    return Array.from({ length: lot.cellCount }, (_, index) => ({
      cellId: prizeCellId(draw.drawId, drawPrizeId, lot.firstCell + index),
      q: { n: 1, ...day },
      leaveAtLeast: { n: unitsOfCell(lot.count, index, lot.cellCount) - unitsOfCell(free, index, lot.cellCount) },
    }));
  });
}

function reasonAgainst(cell: Cell | undefined, { q, leaveAtLeast }: PrizeTake): Turned | null {
  const left = cell?.left.n ?? 0;
  if (left < 1) return 'OUT_OF_STOCK';
  const isDayFull = Object.keys(q).some((key) => key !== 'n' && (cell?.left[key] ?? 0) < 1);
  if (isDayFull) return 'DAY_LIMIT';
  return left < 1 + (leaveAtLeast.n ?? 0) ? 'AHEAD_OF_PACE' : null;
}

/** Out of stock only where every cell is. */
function gravest(reasons: ReadonlySet<Turned | null>): Turned {
  if (reasons.has('DAY_LIMIT')) return 'DAY_LIMIT';
  return reasons.has('AHEAD_OF_PACE') ? 'AHEAD_OF_PACE' : 'OUT_OF_STOCK';
}
