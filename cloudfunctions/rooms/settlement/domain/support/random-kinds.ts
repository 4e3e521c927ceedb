import fc from 'fast-check';
import type { Offer, OfferOf } from '../input';
import type { OfferKind, OfferParameters } from '../registry';
import { anOffer } from './build';
import { fen, funding, offFen, optional, rate, SKUS, scope, takes, threshold } from './random-parts';

/** An offer that still wants its id. */
export type Named = (offerId: string) => Offer;

type Terms<K extends OfferKind> = fc.Arbitrary<OfferParameters<K>>;
type Over<K extends OfferKind> = fc.Arbitrary<Partial<OfferOf<K>>>;

const everywhere = fc.record({ scope, funding });
const nowhereElse = fc.record({ funding });

function offerOf<K extends OfferKind>(kind: K, parameters: Terms<K>, over: Over<K>): fc.Arbitrary<Named> {
  return fc.tuple(parameters, over).map(
    ([terms, more]) =>
      (id: string) =>
        anOffer(kind, id, terms, more) as unknown as Offer,
  );
}

const unitPrice: fc.Arbitrary<OfferParameters<'time-window'>['price']> = fc.oneof(
  fen.map((unitFen) => ({ form: 'price' as const, unitFen })),
  rate.map((payRateBps) => ({ form: 'rate' as const, payRateBps })),
  offFen.map((off) => ({ form: 'cut' as const, offFen: off })),
);

const giftFields = fc.record({
  giftSkuId: fc.constant('cup'),
  quantity: fc.integer({ min: 1, max: 3 }),
  valueUnitFen: fc.integer({ min: 0, max: 2000 }),
  substitute: optional(fc.record({ giftSkuId: fc.constantFrom('a', 'bowl'), valueUnitFen: fen })),
});

const bundle: Terms<'bundle'> = fc.record({
  components: fc.uniqueArray(fc.record({ skuId: fc.constantFrom(...SKUS), quantity: fc.constantFrom(1, 1, 1, 2) }), {
    minLength: 2,
    maxLength: 3,
    selector: ({ skuId }) => skuId,
  }),
  price: fc.oneof(
    fen.map((setFen) => ({ form: 'set' as const, setFen })),
    rate.map((payRateBps) => ({ form: 'rate' as const, payRateBps })),
    offFen.map((off) => ({ form: 'cut' as const, offFen: off })),
  ),
  maxSets: optional(fc.integer({ min: 1, max: 2 })),
  gift: optional(giftFields),
});

const nthGroup = { every: fc.integer({ min: 2, max: 3 }), reduced: fc.constant(1) };

const tierOff = fc.oneof(
  offFen.map((off) => ({ form: 'fixed' as const, offFen: off })),
  fc.record({ payRateBps: rate, capFen: offFen }).map((terms) => ({ form: 'percentage' as const, ...terms })),
);

const reach: fc.Arbitrary<OfferParameters<'spend-tiers'>['reach']> = fc.oneof(
  fc
    .uniqueArray(fc.record({ thresholdFen: threshold.map((t) => t + 1), off: tierOff }), {
      minLength: 1,
      maxLength: 3,
      selector: (tier) => tier.thresholdFen,
    })
    .map((tiers) => ({ form: 'best' as const, tiers })),
  fc
    .record({ eachFullFen: fc.integer({ min: 50, max: 5000 }), offFen, capFen: fc.integer({ min: 1, max: 5000 }) })
    .map((each) => ({ form: 'each' as const, ...each })),
);

const gift: Terms<'gift'> = fc.record({
  per: fc.oneof(
    fc
      .record({ units: fc.integer({ min: 1, max: 4 }), maxTimes: optional(fc.integer({ min: 1, max: 2 })) })
      .map((each) => ({ form: 'each' as const, ...each })),
    fc.integer({ min: 1, max: 4 }).map((units) => ({ form: 'once' as const, units })),
  ),
  gift: giftFields,
});

const benefit: fc.Arbitrary<OfferParameters<'spend-add-on'>['benefit']> = fc.oneof(
  giftFields.map((terms) => ({ form: 'gift' as const, ...terms })),
  fen.map((valueFen) => ({ form: 'coupon' as const, templateId: 't', valueFen })),
  fc.constant({ form: 'freight-upgrade' as const }),
  fc.integer({ min: 1, max: 24 }).map((months) => ({ form: 'warranty' as const, months })),
  fc.integer({ min: 1, max: 30 }).map((days) => ({ form: 'support' as const, days })),
  fc.integer({ min: 1, max: 500 }).map((points) => ({ form: 'points' as const, points })),
  fc.constant({ form: 'chances' as const, drawId: 'd', chances: 2 }),
);

/** Offers of each kind that there is: a kind of the registry without one here does not compile. */
export const offerOfKind: Readonly<Record<OfferKind, fc.Arbitrary<Named>>> = {
  'time-window': offerOf(
    'time-window',
    fc.record({ windows: fc.constant([]), price: unitPrice, maxUnits: optional(fc.integer({ min: 1, max: 5 })) }),
    everywhere,
  ),
  'tier-price': offerOf(
    'tier-price',
    fc.record({ fromTier: fc.constant('silver' as const), price: unitPrice }),
    everywhere,
  ),
  bundle: offerOf('bundle', bundle, nowhereElse),
  'nth-item': offerOf('nth-item', fc.record({ ...nthGroup, payRateBps: rate }), everywhere),
  'nth-fixed-price': offerOf('nth-fixed-price', fc.record({ ...nthGroup, unitFen: fen }), everywhere),
  gift: offerOf('gift', gift, everywhere),
  'spend-tiers': offerOf(
    'spend-tiers',
    fc.record({ group: fc.constantFrom('a', 'b'), reach }),
    fc.record({ scope, takes, funding }),
  ),
  'first-order': offerOf('first-order', fc.record({ offFen }), everywhere),
  'spend-add-on': offerOf(
    'spend-add-on',
    fc.record({ thresholdFen: fc.integer({ min: 1, max: 12_000 }), benefit }),
    everywhere,
  ),
  'free-freight': offerOf('free-freight', fc.record({ fromFen: threshold }), nowhereElse),
  'rush-rate': offerOf('rush-rate', fc.record({ payRateBps: rate }), everywhere),
};

export const linePriceOffer: fc.Arbitrary<Named> = fc.oneof(offerOfKind['time-window'], offerOfKind['tier-price']);

/** Kinds that tie units together. */
export const packOffer: fc.Arbitrary<Named> = fc.oneof(
  offerOfKind.bundle,
  offerOfKind['nth-item'],
  offerOfKind['nth-fixed-price'],
);

/** Sets seldom fit a cart, and add-ons come in seven forms: so often more of them than of the others. */
const WEIGHTS: Partial<Record<OfferKind, number>> = { bundle: 5, 'spend-add-on': 3 };

/** Any kind that there is. */
export const anyOffer: fc.Arbitrary<Named> = fc.oneof(
  ...Object.entries(offerOfKind).map(([kind, arbitrary]) => ({ arbitrary, weight: WEIGHTS[kind as OfferKind] ?? 1 })),
);
