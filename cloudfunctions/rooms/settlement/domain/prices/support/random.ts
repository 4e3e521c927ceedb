import fc from 'fast-check';
import type { LinePriceKind } from '../../../../../kernel/coupon';
import type { BundleOffer, NthOffer, PricedLine, PriceProblem, UnitPriceOffer } from '../problem';

/** Small and mean problems: few prices so that sums are often equal, floors, limits, overlapping nth offers. */
export interface RandomOptions {
  readonly maxLines: number;
  readonly maxUnits: number;
  readonly floors: boolean;
}

const listFen = fc.oneof(
  fc.integer({ min: 1, max: 6 }),
  fc.constantFrom(10, 20, 30, 40),
  fc.integer({ min: 1, max: 900 }),
);
const shareBps = fc.oneof(fc.constantFrom(0, 5000, 8000), fc.integer({ min: 0, max: 10_000 }));
const limit = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null });

const line = (floors: boolean): fc.Arbitrary<PricedLine> =>
  fc
    .record({ quantity: fc.integer({ min: 1, max: 5 }), listUnitFen: listFen, floorBps: shareBps })
    .map(({ quantity, listUnitFen, floorBps }) => {
      const floorUnitFen = floors ? Math.floor((listUnitFen * floorBps) / 10_000) : 0;
      return { quantity, listUnitFen, floorUnitFen };
    });

type Ranked<T> = (lines: readonly PricedLine[], rank: number) => T;

const price: fc.Arbitrary<Ranked<UnitPriceOffer>> = fc
  .record({
    kind: fc.constantFrom('tier' as const, 'window' as const, 'flash' as const),
    shares: fc.array(fc.option(shareBps, { nil: undefined }), { minLength: 8, maxLength: 8 }),
    maxUnits: limit,
  })
  .map(({ kind, shares, maxUnits }) => (lines, rank) => {
    const unitFen = lines.map(({ listUnitFen, floorUnitFen = 0 }, i) => {
      const share = shares[i];
      const fen = share === undefined ? listUnitFen : Math.max(floorUnitFen, Math.ceil((listUnitFen * share) / 10_000));
      return fen < listUnitFen ? fen : undefined;
    });
    return { rank, kind, unitFen, maxUnits };
  });

const bundle: fc.Arbitrary<Ranked<BundleOffer>> = fc
  .record({
    units: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
    shares: fc.array(shareBps, { minLength: 8, maxLength: 8 }),
    maxSets: limit,
  })
  .map(({ units, shares, maxSets }) => (lines, rank) => ({
    rank,
    maxSets,
    components: lines.flatMap(({ listUnitFen, floorUnitFen = 0 }, i) => {
      const n = units[i] ?? 0;
      const amountFen = Math.max(floorUnitFen * n, Math.ceil((n * listUnitFen * (shares[i] ?? 0)) / 10_000));
      return n === 0 ? [] : [{ line: i, units: n, amountFen }];
    }),
  }));

const takes = fc.oneof(
  fc.constant<LinePriceKind[]>(['list', 'tier', 'window']),
  fc.subarray<LinePriceKind>(['list', 'tier', 'window', 'flash', 'bundle'], { minLength: 1 }),
);

const nth: fc.Arbitrary<Ranked<NthOffer>> = fc
  .record({
    every: fc.integer({ min: 2, max: 4 }),
    reduced: fc.integer({ min: 1, max: 2 }),
    isIn: fc.array(fc.constantFrom(true, true, false), { minLength: 8, maxLength: 8 }),
    takes,
    payBps: shareBps,
    priceFen: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  })
  .map(({ every, reduced, isIn, takes: kinds, payBps, priceFen }) => (lines, rank) => ({
    rank,
    every,
    reduced,
    takes: kinds,
    lines: lines.flatMap((_, i) => (isIn[i] ? [i] : [])),
    reducedFen: (i, unitFen) => {
      const fen = priceFen ?? Math.ceil((unitFen * payBps) / 10_000);
      return Math.min(unitFen, Math.max(lines[i]?.floorUnitFen ?? 0, fen));
    },
  }));

export function randomProblem({ maxLines, maxUnits, floors }: RandomOptions): fc.Arbitrary<PriceProblem> {
  return fc
    .record({
      lines: fc.array(line(floors), { minLength: 1, maxLength: maxLines }),
      prices: fc.array(price, { maxLength: 3 }),
      bundles: fc.array(bundle, { maxLength: 3 }),
      nths: fc.array(nth, { maxLength: 3 }),
      ranks: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 9 }),
    })
    .map(({ lines: all, prices, bundles, nths, ranks }) => {
      const lines = withinUnits(all, maxUnits);
      const ranked = <T>(list: readonly Ranked<T>[], from: number) =>
        list.map((make, i) => make(lines, ranks[from + i] ?? 0));
      return {
        lines,
        prices: ranked(prices, 0),
        bundles: ranked(bundles, 3).filter(({ components }) => components.length > 0),
        nths: ranked(nths, 6),
        nodeLimit: 20_000,
      };
    });
}

function withinUnits(lines: readonly PricedLine[], maxUnits: number): PricedLine[] {
  let left = maxUnits;
  return lines.flatMap((each) => {
    const quantity = Math.min(left, each.quantity);
    left -= quantity;
    return quantity > 0 ? [{ ...each, quantity }] : [];
  });
}
