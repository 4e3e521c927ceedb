import { partAt } from './fallback';
import type { Part } from './problem';
import { preferenceAt, preferencesIn, type Tied } from './tied';

interface Gain {
  readonly line: number;
  /** What a unit at the limited price costs more than at its fallback: below 0 it gains. */
  readonly fen: number;
  readonly preference: number;
}

/**
 * One limited price: the units that gain most by it take it, as many as the limit allows. Each gains by itself, so no choice
 * is better. Equal gains: the earlier line.
 */
export function limitAlone(tied: Tied, limit: number): readonly Part[] {
  const { problem, component, fallback } = tied;
  const { lines, prices } = problem;
  const offer = prices[limit];
  const limited = new Map<number, number>();
  let left = offer?.maxUnits ?? 0;
  for (const { line } of gainsOf(tied, limit)) {
    const units = Math.min(left, lines[line]?.quantity ?? 0);
    limited.set(line, units);
    left -= units;
  }
  const parts: Part[] = [];
  for (const line of component.lines) {
    const units = limited.get(line) ?? 0;
    const rest = (lines[line]?.quantity ?? 0) - units;
    if (units > 0) parts.push(partAt(problem, line, limit, units));
    if (rest > 0) parts.push(partAt(problem, line, fallback.price[line] ?? -1, rest));
  }
  return parts;
}

/** Lines that gain, the largest gain first. */
function gainsOf(tied: Tied, limit: number): Gain[] {
  const { problem, component, fallback } = tied;
  const preferences = preferencesIn(tied);
  const limitedPreference = preferenceAt(preferences, problem, limit);
  const gains: Gain[] = [];
  for (const line of component.lines) {
    const unitFen = problem.prices[limit]?.unitFen[line];
    if (unitFen === undefined) continue;
    const fen = unitFen - (fallback.fen[line] ?? 0);
    const preference = limitedPreference - preferenceAt(preferences, problem, fallback.price[line] ?? -1);
    if (fen < 0 || (fen === 0 && preference < 0)) gains.push({ line, fen, preference });
  }
  return gains.sort((a, b) => a.fen - b.fen || a.preference - b.preference || a.line - b.line);
}
