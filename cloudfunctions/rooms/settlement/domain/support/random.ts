import fc from 'fast-check';
import { treeSeed } from '../../../../../tests/support/tree-seed';
import type { Funding, LinePriceKind, Scope } from '../../../../kernel/coupon';
import type { CartLine, CouponInHand, Offer, QuoteInput } from '../input';
import { aCoupon, anInput, anOffer, NOW_MS } from './build';

/** Random carts, offers and coupons, small and mean: prices of a few fen, floors, thresholds near the sums. */
const CATEGORIES = ['food', 'home', 'care'];
const SKUS = ['a', 'b', 'c', 'd', 'e', 'f'];

const fen = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 6000 }));
const offFen = fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 4000 }));
const rate = fc.oneof(fc.constantFrom(0, 1, 5000, 8000, 9999), fc.integer({ min: 0, max: 9999 }));
const threshold = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12_000 }));

export const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant<Scope>({ all: true }),
  fc.subarray(SKUS, { minLength: 1 }).map((skuIds): Scope => ({ skuIds })),
  fc.subarray(CATEGORIES, { minLength: 1 }).map((categoryIds): Scope => ({ categoryIds })),
);

const takes: fc.Arbitrary<readonly LinePriceKind[] | undefined> = fc.constantFrom(
  undefined,
  undefined,
  ['list'] as const,
  ['list', 'tier'] as const,
);

const funding: fc.Arbitrary<Funding | undefined> = fc.constantFrom<(Funding | undefined)[]>(
  undefined,
  { m1: 5000 },
  { m1: 3333, m2: 3333 },
  { m2: 10_000 },
);

function line(withFloors: boolean): (skuId: string) => fc.Arbitrary<CartLine> {
  return (skuId) =>
    fc.record({
      skuId: fc.constant(skuId),
      categoryId: fc.constantFrom(...CATEGORIES),
      listUnitFen: fen,
      quantity: fc.integer({ min: 1, max: 4 }),
      selected: fc.constantFrom(true, true, true, true, false),
      noPromotion: fc.constantFrom(false, false, false, false, false, true),
      floorUnitFen: withFloors ? fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })) : fc.constant(0),
    });
}

const cart = (withFloors: boolean) =>
  fc
    .subarray(SKUS, { minLength: 1 })
    .chain((skuIds) => fc.tuple(...skuIds.map(line(withFloors))))
    .map((lines): CartLine[] => lines);

const unitPrice = fc.oneof(
  fen.map((unitFen) => ({ form: 'price' as const, unitFen })),
  rate.map((payRateBps) => ({ form: 'rate' as const, payRateBps })),
  offFen.map((off) => ({ form: 'cut' as const, offFen: off })),
);

type Named = (offerId: string) => Offer;

const bundleOffer: fc.Arbitrary<Named> = fc
  .record({
    components: fc.uniqueArray(
      fc.record({ skuId: fc.constantFrom(...SKUS), quantity: fc.integer({ min: 1, max: 2 }) }),
      {
        minLength: 2,
        maxLength: 3,
        selector: ({ skuId }) => skuId,
      },
    ),
    price: fc.oneof(
      fen.map((setFen) => ({ form: 'set' as const, setFen })),
      rate.map((payRateBps) => ({ form: 'rate' as const, payRateBps })),
      offFen.map((off) => ({ form: 'cut' as const, offFen: off })),
    ),
    funding,
  })
  .map(
    ({ funding: by, ...parameters }) =>
      (id: string) =>
        anOffer('bundle', id, parameters, { funding: by }),
  );

const nthOffer: fc.Arbitrary<Named> = fc
  .record({ scope, funding, every: fc.integer({ min: 2, max: 3 }), payRateBps: rate })
  .map(
    ({ scope: of, funding: by, every, payRateBps }) =>
      (id: string) =>
        anOffer('nth-item', id, { every, reduced: 1, payRateBps }, { scope: of, funding: by }),
  );

/** Bundles and nth items. */
export const packOffer: fc.Arbitrary<Named> = fc.oneof(bundleOffer, nthOffer);

export const linePriceOffer: fc.Arbitrary<Named> = fc
  .record({ scope, funding, price: unitPrice, maxUnits: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }) })
  .chain(({ scope: of, funding: by, price, maxUnits }) =>
    fc.constantFrom<Named>(
      (id) => anOffer('time-window', id, { windows: [], price, maxUnits }, { scope: of, funding: by }),
      (id) => anOffer('tier-price', id, { fromTier: 'silver', price }, { scope: of, funding: by }),
    ),
  );

const tierOff = fc.oneof(
  offFen.map((off) => ({ form: 'fixed' as const, offFen: off })),
  fc.record({ payRateBps: rate, capFen: offFen }).map((terms) => ({ form: 'percentage' as const, ...terms })),
);

const reach = fc.oneof(
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

export const spendTierOffer: fc.Arbitrary<Named> = fc
  .record({ scope, takes, funding, reach, group: fc.constantFrom('a', 'b') })
  .map(
    ({ reach: how, group, ...over }) =>
      (id: string) =>
        anOffer('spend-tiers', id, { group, reach: how }, over),
  );

export const firstOrderOffer: fc.Arbitrary<Named> = fc.record({ scope, offFen }).map(
  ({ scope: of, offFen: off }) =>
    (id: string) =>
      anOffer('first-order', id, { offFen: off }, { scope: of }),
);

export const freeFreightOffer: fc.Arbitrary<Named> = threshold.map(
  (fromFen) => (id: string) => anOffer('free-freight', id, { fromFen }),
);

type NamedCoupon = (couponId: string) => CouponInHand;

export const coupon: fc.Arbitrary<NamedCoupon> = fc
  .record({
    scope,
    takes,
    funding,
    minSpendFen: threshold,
    group: fc.constantFrom('a', 'b', 'c'),
    off: fc.oneof(
      offFen.map((off) => ({ kind: 'fixed' as const, offFen: off })),
      fc.record({ payRateBps: rate, capFen: offFen }).map((terms) => ({ kind: 'percentage' as const, ...terms })),
      offFen.map((off) => ({ kind: 'freight' as const, offFen: off })),
    ),
    days: fc.integer({ min: 1, max: 3 }),
    template: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ off, days, template, group, ...terms }) => (id: string) => {
    const over = { validUntilMs: NOW_MS + days * 86_400_000, templateId: `t${template}` };
    if (off.kind === 'fixed') return aCoupon('fixed', id, { ...terms, group, offFen: off.offFen }, over);
    if (off.kind === 'freight') return aCoupon('freight', id, { ...terms, offFen: off.offFen }, over);
    return aCoupon('percentage', id, { ...terms, group, payRateBps: off.payRateBps, capFen: off.capFen }, over);
  });

export interface RandomOptions {
  readonly floors: boolean;
  readonly maxCoupons: number;
}

/** A whole input; every kind of offer may be in it. */
export function randomInput({ floors, maxCoupons }: RandomOptions): fc.Arbitrary<QuoteInput> {
  const offer = fc.oneof(linePriceOffer, packOffer, spendTierOffer, spendTierOffer, firstOrderOffer, freeFreightOffer);
  return fc
    .record({
      lines: cart(floors),
      offers: fc.array(offer, { maxLength: 5 }).map((named) => named.map((name, i) => name(`o${i}`))),
      coupons: fc.array(coupon, { maxLength: maxCoupons }).map((named) => named.map((name, i) => name(`c${i}`))),
      resident: fc.record({
        tier: fc.constantFrom('normal' as const, 'silver' as const, 'diamond' as const),
        freightRateBps: fc.constantFrom(10_000, 8000, 0),
        firstOrderRight: fc.boolean(),
        spendablePoints: fc.integer({ min: 0, max: 6000 }),
      }),
      delivery: fc.record({ baseFreightFen: fc.constantFrom(0, 1, 500), rushFeeFen: fc.constantFrom(0, 333) }),
      pointsWish: fc.integer({ min: 0, max: 6000 }),
      pointsRule: fc.constantFrom(
        { unitPoints: 100, unitFen: 100, shareBps: 5000 },
        { unitPoints: 7, unitFen: 3, shareBps: 10_000 },
        { unitPoints: 1, unitFen: 100, shareBps: 2000 },
      ),
    })
    .map(({ resident, delivery, ...rest }) =>
      anInput({
        ...rest,
        resident: { ...anInput().resident, ...resident },
        delivery: { kind: 'standard', ...delivery },
      }),
    );
}

/** The same input with every list in another order. */
export function shuffled(input: QuoteInput): fc.Arbitrary<QuoteInput> {
  const any = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
  return fc
    .tuple(any(input.lines), any(input.offers), any(input.coupons))
    .map(([lines, offers, coupons]) => ({ ...input, lines, offers, coupons }));
}

/** Runs a property on 2,000 cases from the seed of this tree, printed on failure; LINLI_SEED replays another. */
export function holdsAlways<T>(
  arbitrary: fc.Arbitrary<T>,
  property: (value: T) => void,
  numRuns = Number(process.env.LINLI_RUNS ?? 2000),
): void {
  const seed = treeSeed();
  fc.assert(fc.property(arbitrary, property), { numRuns, seed });
}
