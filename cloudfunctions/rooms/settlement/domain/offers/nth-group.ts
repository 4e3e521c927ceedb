import type { LinePriceKind } from '../../../../kernel/coupon';
import type { ParameterProblem, ParameterSet, ParametersOf } from '../parameters';

/** Above it nobody counts on the fingers which unit is the cheap one. */
const MOST_EVERY = 20;

/** Units of a set or of a flash sale are cheap enough, unless the offer takes them in. */
export const NTH_TAKES: readonly LinePriceKind[] = ['list', 'tier', 'window'];

/** Of each full `every` units the `reduced` cheapest cost less: common to all nth-item kinds. */
export const nthGroupFields = {
  every: { type: 'count', min: 2, max: MOST_EVERY },
  reduced: { type: 'count', min: 1, max: MOST_EVERY - 1 },
} as const satisfies ParameterSet;

export function problemsOfNthGroup({ every, reduced }: ParametersOf<typeof nthGroupFields>): ParameterProblem[] {
  return reduced < every ? [] : [{ field: 'reduced', problem: 'RULE' }];
}
