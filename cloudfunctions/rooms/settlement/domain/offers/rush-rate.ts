import type { ParameterSet, ParametersOf } from '../parameters';
import type { RushOfferKind } from './kind';

/** 加急费优惠: express delivery costs a rate of its fee. */
const parameters = {
  payRateBps: { type: 'bps', min: 0, max: 9999 },
} as const satisfies ParameterSet;

export const rushRate = {
  lane: 'rush',
  look: { tone: 'save', onCard: false },
  parameters,
  payRateBps: ({ payRateBps }) => payRateBps,
} as const satisfies RushOfferKind<ParametersOf<typeof parameters>>;
