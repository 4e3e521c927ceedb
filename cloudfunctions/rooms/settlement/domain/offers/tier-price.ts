import { TIERS } from '../../../../kernel/tiers';
import type { ParameterSet, ParametersOf } from '../parameters';
import type { LinePriceOfferKind } from './kind';
import { unitFenOf, unitPriceParameter } from './unit-price';

/** 会员价: another price for residents of a tier and above. */
const parameters = {
  fromTier: { type: 'choice', of: ['silver', 'gold', 'diamond'] },
  price: unitPriceParameter,
} as const satisfies ParameterSet;

export const tierPrice = {
  lane: 'line-price',
  look: { tone: 'price', onCard: true },
  linePrice: 'tier',
  parameters,
  unmet({ fromTier }, { tier }) {
    return TIERS.indexOf(tier) >= TIERS.indexOf(fromTier) ? null : { reason: 'NOT_FOR_YOU' };
  },
  unitFen: ({ price }, listUnitFen) => unitFenOf(price, listUnitFen),
  maxUnits: () => null,
} as const satisfies LinePriceOfferKind<ParametersOf<typeof parameters>>;
