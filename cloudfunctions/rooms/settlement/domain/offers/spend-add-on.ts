import { MAX_UNIT_PRICE_FEN } from '../../../../kernel/limits';
import type { Benefit } from '../benefits';
import type { ParameterSet, ParametersOf } from '../parameters';
import { giftFields, giftTermsOf, isItsOwnSubstitute } from './gift-terms';
import type { AddOnOfferKind } from './kind';

/** Chances of one purchase are summed for the law's cap on prizes (Anti-Unfair-Competition Law); more is a slip. */
const MOST_CHANCES = 10;
const MOST_MONTHS = 120;
const MOST_DAYS = 365;
const MOST_POINTS = 1_000_000;

/** 满额加餐: from a spend on something comes on top that is no price. */
const parameters = {
  thresholdFen: { type: 'fen', min: 1, max: 100 * MAX_UNIT_PRICE_FEN },
  benefit: {
    type: 'variant',
    of: {
      gift: giftFields,
      /** Value: the largest reduction of the template's coupons, booked to the budget. */
      coupon: { templateId: { type: 'template' }, valueFen: { type: 'fen', min: 1, max: MAX_UNIT_PRICE_FEN } },
      /** Express delivery for free. */
      'freight-upgrade': {},
      /** Months on top of the shop's own warranty. */
      warranty: { months: { type: 'count', min: 1, max: MOST_MONTHS } },
      /** Days with a person of one's own to ask. */
      support: { days: { type: 'count', min: 1, max: MOST_DAYS } },
      chances: { drawId: { type: 'draw' }, chances: { type: 'count', min: 1, max: MOST_CHANCES } },
      points: { points: { type: 'count', min: 1, max: MOST_POINTS } },
    },
  },
} as const satisfies ParameterSet;

type SpendAddOn = ParametersOf<typeof parameters>;

function benefitOf({ benefit }: SpendAddOn): Benefit {
  switch (benefit.form) {
    case 'gift':
      return { form: 'gift', skuId: benefit.giftSkuId, quantity: benefit.quantity };
    case 'coupon':
      return { form: 'coupon', templateId: benefit.templateId, costFen: benefit.valueFen };
    default:
      return benefit;
  }
}

export const spendAddOn = {
  lane: 'add-on',
  look: { tone: 'gift', onCard: false },
  parameters,
  problems: ({ benefit }) =>
    benefit.form === 'gift' && isItsOwnSubstitute(benefit)
      ? [{ field: 'benefit.substitute.giftSkuId', problem: 'RULE' }]
      : [],
  thresholdFen: ({ thresholdFen }) => thresholdFen,
  benefit: benefitOf,
  gift: ({ benefit }) => (benefit.form === 'gift' ? giftTermsOf(benefit) : null),
} as const satisfies AddOnOfferKind<SpendAddOn>;
