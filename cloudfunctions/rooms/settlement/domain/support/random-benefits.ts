import fc from 'fast-check';
import type { Funding } from '../../../../kernel/coupon';
import type { Offer, QuoteInput, ShelfItem } from '../input';
import type { OfferParameters } from '../registry';
import { aCoupon, anOffer } from './build';
import { randomInput, scope } from './random';

/** Sets, nth items, gifts, add-ons and rush rates on the random carts of `random.ts`, with shelves and short gift stock. */
const SKUS = ['a', 'b', 'c', 'd', 'e', 'f'];
const GIFTS = ['a', 'cup', 'bowl'];

const fen = fc.integer({ min: 1, max: 6000 });
const rate = fc.constantFrom(0, 1, 5000, 8000, 9999);
const funding = fc.constantFrom<(Funding | undefined)[]>(undefined, { m1: 5000 }, { m1: 3333, m2: 3333 });

const giftFields = fc.record({
  giftSkuId: fc.constant('cup'),
  quantity: fc.integer({ min: 1, max: 3 }),
  valueUnitFen: fc.integer({ min: 0, max: 2000 }),
  substitute: fc.option(fc.record({ giftSkuId: fc.constantFrom('a', 'bowl'), valueUnitFen: fen }), { nil: undefined }),
});

type Named = (offerId: string) => Offer;

const bundle: fc.Arbitrary<Named> = fc
  .record({
    skus: fc.subarray(SKUS, { minLength: 2, maxLength: 3 }),
    price: fc.oneof(
      fen.map((setFen) => ({ form: 'set' as const, setFen })),
      rate.map((payRateBps) => ({ form: 'rate' as const, payRateBps })),
      fen.map((offFen) => ({ form: 'cut' as const, offFen })),
    ),
    maxSets: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
    gift: fc.option(giftFields, { nil: undefined }),
    by: funding,
  })
  .map(({ skus, by, ...terms }) => (id: string) => {
    const components = skus.map((skuId, i) => ({ skuId, quantity: i === 0 ? 2 : 1 }));
    return anOffer('bundle', id, { components, ...terms }, { funding: by });
  });

const nth: fc.Arbitrary<Named> = fc
  .record({ of: scope, every: fc.integer({ min: 2, max: 4 }), payRateBps: rate, by: funding })
  .map(
    ({ of, by, ...terms }) =>
      (id: string) =>
        anOffer('nth-item', id, { reduced: 1, ...terms }, { scope: of, funding: by }),
  );

const gift: fc.Arbitrary<Named> = fc
  .record({
    of: scope,
    by: funding,
    per: fc.oneof(
      fc.integer({ min: 1, max: 4 }).map((units) => ({ form: 'each' as const, units })),
      fc.integer({ min: 1, max: 4 }).map((units) => ({ form: 'once' as const, units })),
    ),
    gift: giftFields,
  })
  .map(
    ({ of, by, ...terms }) =>
      (id: string) =>
        anOffer('gift', id, terms, { scope: of, funding: by }),
  );

const benefit: fc.Arbitrary<OfferParameters<'spend-add-on'>['benefit']> = fc.oneof(
  giftFields.map((terms) => ({ form: 'gift' as const, ...terms })),
  fen.map((valueFen) => ({ form: 'coupon' as const, templateId: 't', valueFen })),
  fc.constant({ form: 'freight-upgrade' as const }),
  fc.integer({ min: 1, max: 500 }).map((points) => ({ form: 'points' as const, points })),
  fc.constant({ form: 'chances' as const, drawId: 'd', chances: 2 }),
);

const addOn: fc.Arbitrary<Named> = fc
  .record({ of: scope, by: funding, thresholdFen: fc.integer({ min: 1, max: 12_000 }), benefit })
  .map(
    ({ of, by, ...terms }) =>
      (id: string) =>
        anOffer('spend-add-on', id, terms, { scope: of, funding: by }),
  );

const rush: fc.Arbitrary<Named> = rate.map((payRateBps) => (id: string) => anOffer('rush-rate', id, { payRateBps }));

const shelf: fc.Arbitrary<ShelfItem[]> = fc.array(
  fc.record({
    skuId: fc.constantFrom('x', 'y', 'z'),
    categoryId: fc.constantFrom('food', 'home'),
    listUnitFen: fen,
    left: fc.integer({ min: 0, max: 20 }),
    noPromotion: fc.constantFrom(false, false, true),
  }),
  { maxLength: 3 },
);

/** A whole input with up to 4 of these offers beside those of `randomInput`, and an exchange coupon now and then. */
export const randomBenefits: fc.Arbitrary<QuoteInput> = fc
  .record({
    input: randomInput({ floors: true, maxCoupons: 2 }),
    more: fc.array(fc.oneof(bundle, nth, gift, addOn, rush), { minLength: 1, maxLength: 4 }),
    stock: fc.uniqueArray(fc.tuple(fc.constantFrom(...GIFTS), fc.integer({ min: 0, max: 6 })), {
      selector: ([skuId]) => skuId,
    }),
    others: shelf,
    exchange: fc.option(fc.record({ skuId: fc.constantFrom(...SKUS), priceFen: fc.integer({ min: 0, max: 500 }) })),
  })
  .map(({ input, more, stock, others, exchange }) => {
    const terms = exchange && { ...exchange, scope: { skuIds: [exchange.skuId] }, capFen: 3000 };
    const inCart = input.lines.map((line): ShelfItem => ({ ...line, left: 3 }));
    const shelves = new Map([...others, ...inCart].map((item) => [item.skuId, item]));
    return {
      ...input,
      offers: [...input.offers, ...more.map((named, i) => named(`p${i}`))],
      coupons: terms ? [...input.coupons, aCoupon('exchange', 'x', terms)] : input.coupons,
      giftStock: Object.fromEntries(stock),
      shelf: [...shelves.values()],
    };
  });
