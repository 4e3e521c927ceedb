import type { Mark } from '../../../kernel/cell';
import { type Draw, type DrawPrize, dayKey } from './draw';
import type { BoardPrize } from './staff-views';
import { prizeCellIds, stockFree } from './stock';
import { prizeFieldView } from './view';
import type { Cells } from './winners';

/** Points of the pace curve, evenly from the start to the end. */
const POINTS = 25;

const SPIN = 'sp_';

/** Units that a mark let out (+) or brought back (−). What the settlement takes was won by nobody. */
const unitsOut = (op: string, { q, gave }: Mark): number => {
  if (gave) return -(q.n ?? 0);
  return op.startsWith(SPIN) ? (q.n ?? 0) : 0;
};

/** One prize's stock, its limit of today, and its pace beside what was won. */
export function boardPrize(draw: Draw, prize: DrawPrize, cells: Cells, nowMs: number): BoardPrize {
  const { stock } = prize;
  const found = prizeCellIds(draw, prize).flatMap((cellId) => cells.get(cellId) ?? []);
  const moves = found.flatMap(({ held }) =>
    Object.entries(held).map(([op, mark]) => ({ atMs: mark.at, units: unitsOut(op, mark) })),
  );
  const outAt = (atMs: number) => moves.reduce((sum, move) => sum + (move.atMs <= atMs ? move.units : 0), 0);
  const day = dayKey(nowMs);
  const { startsAtMs, endsAtMs } = draw;
  const moments = Array.from({ length: stock ? POINTS : 0 }, (_, n) =>
    Math.round(startsAtMs + ((endsAtMs - startsAtMs) * n) / (POINTS - 1)),
  );
  const limitsToday = found.flatMap(({ left }) => left[day] ?? []);
  return {
    ...prizeFieldView(draw, prize, cells),
    out: outAt(nowMs),
    allowedNow: stock ? stockFree(draw, stock, nowMs) : null,
    leftToday: limitsToday.length === 0 ? null : limitsToday.reduce((sum, left) => sum + left, 0),
    curve: moments.map((atMs) => ({
      atMs,
      allowed: stock ? stockFree(draw, stock, atMs) : 0,
      out: atMs <= nowMs ? outAt(atMs) : null,
    })),
  };
}
