import type { Cell, Quantities } from '../../../kernel/cell';
import { hashOf } from '../../../kernel/ids';
import type { Period } from '../../../kernel/period';
import type { Spin } from '../../../kernel/wallet';
import { type Draw, type DrawPrize, dayKey, type PrizeStock, periodOf, prizeCellId } from './draw';

/**
 * Units that may be out at this moment: floor(n × elapsed share) + burst, at most n (rules.md section 5). The same as
 * "unit i is free from start + (i − burst) × T / n".
 */
export function unitsFree(
  { count, burst }: Pick<PrizeStock, 'count' | 'burst'>,
  period: Period,
  nowMs: number,
): number {
  const wholeMs = period.endMs - period.startMs;
  const elapsedMs = Math.min(Math.max(nowMs - period.startMs, 0), wholeMs);
  return Math.min(count, Math.floor((count * elapsedMs) / wholeMs) + burst);
}

/** Of the units 1 … upTo, those with i ≡ index (mod cells): the ones that this cell holds. */
export function unitsOfCell(upTo: number, index: number, cellCount: number): number {
  if (index === 0) return Math.floor(upTo / cellCount);
  return upTo < index ? 0 : Math.floor((upTo - index) / cellCount) + 1;
}

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
  const { stock } = prize;
  const free = unitsFree(stock, periodOf(draw), spin.nowMs);
  const first = Number.parseInt(hashOf(spin.op).slice(-8), 16) % stock.cellCount;
  const tries: PrizeTake[] = [];
  const reasons = new Set<Turned>();
  for (let step = 0; step < stock.cellCount; step += 1) {
    const index = (first + step) % stock.cellCount;
    const cellId = prizeCellId(draw.drawId, prize.drawPrizeId, index);
    const cell = cells.get(cellId);
    if (cell?.held[spin.op]) return { held: cellId };
    const take = takeOf(stock, index, cellId, free, spin.nowMs);
    const reason = reasonAgainst(cell, take);
    if (reason) reasons.add(reason);
    else tries.push(take);
  }
  // Others may take the last free unit while we try: then it is the pace that ran out, or all of them.
  const ifRefused = free < stock.count ? 'AHEAD_OF_PACE' : 'OUT_OF_STOCK';
  return tries.length > 0 ? { tries, ifRefused } : { turned: gravest(reasons) };
}

function takeOf(stock: PrizeStock, index: number, cellId: string, free: number, nowMs: number): PrizeTake {
  const held = unitsOfCell(stock.count, index, stock.cellCount) - unitsOfCell(free, index, stock.cellCount);
  const day = stock.perDay === null ? {} : { [dayKey(nowMs)]: 1 };
  return { cellId, q: { n: 1, ...day }, leaveAtLeast: { n: held } };
}

function reasonAgainst(cell: Cell | undefined, { q, leaveAtLeast }: PrizeTake): Turned | null {
  const left = cell?.left.n ?? 0;
  if (left < 1) return 'OUT_OF_STOCK';
  const isDayFull = Object.keys(q).some((key) => key !== 'n' && (cell?.left[key] ?? 0) < 1);
  if (isDayFull) return 'DAY_LIMIT';
  return left < 1 + (leaveAtLeast.n ?? 0) ? 'AHEAD_OF_PACE' : null;
}

/** Out of stock only where every cell is. */
function gravest(reasons: ReadonlySet<Turned>): Turned {
  if (reasons.has('DAY_LIMIT')) return 'DAY_LIMIT';
  return reasons.has('AHEAD_OF_PACE') ? 'AHEAD_OF_PACE' : 'OUT_OF_STOCK';
}
