import { MAX_LINE_QUANTITY } from '../../../../kernel/limits';
import type { ParameterSet, ParametersOf } from '../parameters';
import { giftFields, giftTermsOf, isItsOwnSubstitute } from './gift-terms';
import type { GiftOfferKind } from './kind';

/** 买赠: goods that come free with units of its scope. */
const parameters = {
  per: {
    type: 'variant',
    of: {
      /** For each full `units`, at most `maxTimes`. */
      each: {
        units: { type: 'count', min: 1, max: MAX_LINE_QUANTITY },
        maxTimes: { type: 'count', min: 1, max: MAX_LINE_QUANTITY, optional: true },
      },
      /** Once an order, from `units` on. */
      once: { units: { type: 'count', min: 1, max: MAX_LINE_QUANTITY } },
    },
  },
  gift: { type: 'fields', of: giftFields },
} as const satisfies ParameterSet;

export const gift = {
  lane: 'gift',
  look: { tone: 'gift', onCard: true },
  parameters,
  problems: (terms) =>
    isItsOwnSubstitute(terms.gift) ? [{ field: 'gift.substitute.giftSkuId', problem: 'RULE' }] : [],
  everyUnits: ({ per }) => per.units,
  maxTimes: ({ per }) => (per.form === 'once' ? 1 : (per.maxTimes ?? null)),
  gift: (terms) => giftTermsOf(terms.gift),
} as const satisfies GiftOfferKind<ParametersOf<typeof parameters>>;
