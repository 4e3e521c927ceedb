import type { Fen } from '../../../../kernel/fen';
import type { WorkingLine } from './working-line';

/** Units of the lines at these indices. */
export function unitsIn(indices: readonly number[], lines: readonly WorkingLine[]): number {
  return indices.reduce((sum, i) => sum + (lines[i]?.quantity ?? 0), 0);
}

/** Lowest step-1 price of one unit among the lines at these indices; 0: there is none. */
export function cheapestUnitOf(indices: readonly number[], lines: readonly WorkingLine[]): Fen {
  const prices = indices.flatMap((i) => lines[i]?.unitFen ?? []);
  return prices.length === 0 ? 0 : Math.min(...prices);
}
