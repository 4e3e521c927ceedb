import fc from 'fast-check';
import { treeSeed } from '../../../../../tests/support/tree-seed';
import type { CartLine, QuoteInput } from '../input';
import { anInput } from './build';
import { coupon } from './random-coupons';
import { linePriceOffer, type Named, offerOfKind, packOffer } from './random-kinds';
import { CATEGORIES, fen, SKUS } from './random-parts';

/** Random carts, offers and coupons, small and mean: prices of a few fen, floors, thresholds near the sums. */
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

/** Kinds that change what goods and freight cost; tiers twice as often as the others. */
const priced: fc.Arbitrary<Named> = fc.oneof(
  linePriceOffer,
  packOffer,
  offerOfKind['spend-tiers'],
  offerOfKind['spend-tiers'],
  offerOfKind['first-order'],
  offerOfKind['free-freight'],
);

export interface RandomOptions {
  readonly floors: boolean;
  readonly maxCoupons: number;
  /** Offers of one input; default: kinds that change what goods and freight cost. */
  readonly offers?: fc.Arbitrary<Named>;
  /** Default 5: what trying all choices can stand. */
  readonly maxOffers?: number;
}

/** A whole input. */
export function randomInput(options: RandomOptions): fc.Arbitrary<QuoteInput> {
  const { floors, maxCoupons, offers = priced, maxOffers = 5 } = options;
  return fc
    .record({
      lines: cart(floors),
      offers: fc.array(offers, { maxLength: maxOffers }).map((named) => named.map((name, i) => name(`o${i}`))),
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
