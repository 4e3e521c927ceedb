import type { Fen } from '../../../../kernel/fen';
import type { WorkingLine } from './working-line';

/** Units of the lines at these indices. */
export function unitsIn(indices: readonly number[], lines: readonly WorkingLine[]): number {
  let units = 0;
  for (const i of indices) units += lines[i]?.quantity ?? 0;
  return units;
}

/** Lowest step-1 price of one unit among the lines at these indices; 0: there is none. */
export function cheapestUnitOf(indices: readonly number[], lines: readonly WorkingLine[]): Fen {
  let lowest = Number.POSITIVE_INFINITY;
  for (const i of indices) lowest = Math.min(lowest, lines[i]?.unitFen ?? lowest);
  return lowest === Number.POSITIVE_INFINITY ? 0 : lowest;
}
