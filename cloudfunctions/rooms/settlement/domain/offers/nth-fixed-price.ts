import { MAX_UNIT_PRICE_FEN } from '../../../../kernel/limits';
import type { ParameterSet, ParametersOf } from '../parameters';
import type { NthOfferKind } from './kind';
import { NTH_TAKES, nthGroupFields, problemsOfNthGroup } from './nth-group';

/** 第三件 1 元: of each full `every` units the `reduced` cheapest cost a set price, where that is less. */
const parameters = {
  ...nthGroupFields,
  unitFen: { type: 'fen', min: 0, max: MAX_UNIT_PRICE_FEN },
} as const satisfies ParameterSet;

export const nthFixedPrice = {
  lane: 'nth',
  look: { tone: 'price', onCard: true },
  takes: NTH_TAKES,
  parameters,
  problems: problemsOfNthGroup,
  every: ({ every }) => every,
  reduced: ({ reduced }) => reduced,
  reducedUnitFen: (terms, unitFen) => Math.min(terms.unitFen, unitFen),
} as const satisfies NthOfferKind<ParametersOf<typeof parameters>>;
