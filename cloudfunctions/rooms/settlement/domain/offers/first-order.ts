import { MAX_UNIT_PRICE_FEN } from '../../../../kernel/limits';
import type { ParameterSet, ParametersOf } from '../parameters';
import type { ReductionOfferKind } from './kind';

/** 首单立减: a fixed reduction on the resident's first order, at most what is left. */
const parameters = {
  offFen: { type: 'fen', min: 1, max: MAX_UNIT_PRICE_FEN },
} as const satisfies ParameterSet;

export const firstOrder = {
  lane: 'first-order',
  look: { tone: 'save', onCard: false },
  parameters,
  unmet: (_parameters, { firstOrderRight }) => (firstOrderRight ? null : { reason: 'RIGHT_USED' }),
  /** One right, one reduction, however many campaigns offer one. */
  group: () => 'first-order',
  ladder: ({ offFen }) => ({ reached: [{ thresholdFen: 0, terms: { form: 'fixed', offFen } }], next: null }),
} as const satisfies ReductionOfferKind<ParametersOf<typeof parameters>>;
