import { fallbackOf, LIST, partAt } from './fallback';
import type { Part } from './problem';
import type { Tied } from './tied';

/** Limited prices that the cheapest price of every line keeps anyhow. Null: one is exceeded. */
export function withinLimits({ problem, component }: Tied): readonly Part[] | null {
  const cheapest = fallbackOf(problem, []);
  const units = problem.prices.map(() => 0);
  for (const line of component.lines) {
    const price = cheapest.price[line] ?? LIST;
    if (price !== LIST) units[price] = (units[price] ?? 0) + (problem.lines[line]?.quantity ?? 0);
  }
  const isExceeded = problem.prices.some(({ maxUnits }, p) => maxUnits !== null && (units[p] ?? 0) > maxUnits);
  if (isExceeded) return null;
  return component.lines.map((line) =>
    partAt(problem, line, cheapest.price[line] ?? LIST, problem.lines[line]?.quantity ?? 0),
  );
}
