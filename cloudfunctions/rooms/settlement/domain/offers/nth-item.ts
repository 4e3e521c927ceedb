import { payAfterRate } from '../../../../kernel/rate';
import type { ParameterSet, ParametersOf } from '../parameters';
import type { NthOfferKind } from './kind';
import { NTH_TAKES, nthGroupFields, problemsOfNthGroup } from './nth-group';

/** 第二件半价: of each full `every` units the `reduced` cheapest cost a rate of their price. */
const parameters = {
  ...nthGroupFields,
  payRateBps: { type: 'bps', min: 0, max: 9999 },
} as const satisfies ParameterSet;

export const nthItem = {
  lane: 'nth',
  look: { tone: 'price', onCard: true },
  takes: NTH_TAKES,
  parameters,
  problems: problemsOfNthGroup,
  every: ({ every }) => every,
  reduced: ({ reduced }) => reduced,
  reducedUnitFen: ({ payRateBps }, unitFen) => payAfterRate(unitFen, payRateBps),
} as const satisfies NthOfferKind<ParametersOf<typeof parameters>>;
