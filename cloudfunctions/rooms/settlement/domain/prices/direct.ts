import { bundlesAlone } from './direct-bundles';
import { limitAlone } from './direct-limit';
import { withinLimits } from './direct-limits';
import { unitByUnit } from './direct-units';
import type { Part } from './problem';
import type { Tied } from './tied';

/**
 * The best choice where one thing alone ties lines together, which is nearly every set, limit and nth offer of a real cart:
 * exact, without search. Null: several things meet, or the one that is there makes an exception.
 */
export function solvedDirectly(tied: Tied): readonly Part[] | null {
  const { component, binding } = tied;
  const { bundles, nths } = component;
  const limits = component.prices.filter((price) => binding[price]);
  const [limit] = limits;
  if (limits.length > 1) return bundles.length + nths.length === 0 ? withinLimits(tied) : null;
  if (nths.length > 0) return unitByUnit(tied, limit);
  if (limit === undefined) return bundlesAlone(tied);
  return bundles.length === 0 ? limitAlone(tied, limit) : unitByUnit(tied, limit);
}
