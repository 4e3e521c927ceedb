import { MAX_LINE_QUANTITY, MAX_UNIT_PRICE_FEN } from '../../../../kernel/limits';
import { byId } from '../order';
import type { ParameterProblem, ParameterSet, ParametersOf } from '../parameters';
import { giftFields, giftTermsOf, isItsOwnSubstitute } from './gift-terms';
import type { BundleOfferKind } from './kind';
import { setAmounts } from './set-amounts';

const MOST_COMPONENTS = 10;

/** 套餐: several units together at a price. For new residents by its audience. */
const parameters = {
  /** 2 to 10 SKUs, or one SKU of at least 2 units. */
  components: {
    type: 'list',
    min: 1,
    max: MOST_COMPONENTS,
    of: { skuId: { type: 'sku' }, quantity: { type: 'count', min: 1, max: MAX_LINE_QUANTITY } },
  },
  price: {
    type: 'variant',
    of: {
      set: { setFen: { type: 'fen', min: 0, max: MOST_COMPONENTS * MAX_UNIT_PRICE_FEN } },
      /** Of each unit's list price, rounded up a unit. */
      rate: { payRateBps: { type: 'bps', min: 0, max: 9999 } },
      /** Off each unit. */
      cut: { offFen: { type: 'fen', min: 1, max: MAX_UNIT_PRICE_FEN } },
    },
  },
  /** Sets of one order. */
  maxSets: { type: 'count', min: 1, max: MAX_LINE_QUANTITY, optional: true },
  /** What comes with each set. */
  gift: { type: 'fields', of: giftFields, optional: true },
} as const satisfies ParameterSet;

type Bundle = ParametersOf<typeof parameters>;

function problemsOfBundle({ components, gift }: Bundle): ParameterProblem[] {
  const found: ParameterProblem[] = [];
  const [first] = components;
  if (components.length === 1 && first && first.quantity < 2)
    found.push({ field: 'components.0.quantity', problem: 'RULE' });
  const seen = new Set<string>();
  for (const [i, { skuId }] of components.entries()) {
    if (seen.has(skuId)) found.push({ field: `components.${i}.skuId`, problem: 'RULE' });
    seen.add(skuId);
  }
  if (gift && isItsOwnSubstitute(gift)) found.push({ field: 'gift.substitute.giftSkuId', problem: 'RULE' });
  return found;
}

const bySku = ({ components }: Bundle) => [...components].sort((a, b) => byId(a.skuId, b.skuId));

export const bundle = {
  lane: 'bundle',
  look: { tone: 'price', onCard: true },
  parameters,
  problems: problemsOfBundle,
  scopeOf: ({ components }) => ({ skuIds: components.map(({ skuId }) => skuId) }),
  components: bySku,
  setAmountsFen: (terms, prices) => setAmounts(terms.price, bySku(terms), prices),
  maxSets: ({ maxSets }) => maxSets ?? null,
  gift: ({ gift }) => (gift ? giftTermsOf(gift) : null),
} as const satisfies BundleOfferKind<Bundle>;
