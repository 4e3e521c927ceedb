import { MAX_UNIT_PRICE_FEN } from '../../../../kernel/limits';
import type { ParameterSet, ParametersOf } from '../parameters';
import type { ReductionOfferKind, Rung } from './kind';

/** 满额包邮: base freight is free from a spend on; the rush fee stays. */
const parameters = {
  fromFen: { type: 'fen', min: 0, max: MAX_UNIT_PRICE_FEN },
} as const satisfies ParameterSet;

export const freeFreight = {
  lane: 'freight-base',
  look: { tone: 'save', onCard: false },
  parameters,
  group: () => 'free-freight',
  ladder({ fromFen }, baseFen) {
    const rung: Rung = { thresholdFen: fromFen, terms: { form: 'percentage', payRateBps: 0, capFen: null } };
    return baseFen >= fromFen ? { reached: [rung], next: null } : { reached: [], next: rung };
  },
} as const satisfies ReductionOfferKind<ParametersOf<typeof parameters>>;
