import fc from 'fast-check';
import type { Funding, LinePriceKind, Scope } from '../../../../kernel/coupon';

/** What random carts, offers and coupons are made of: few SKUs, prices of a few fen, thresholds near the sums. */
export const CATEGORIES = ['food', 'home', 'care'];
export const SKUS = ['a', 'b', 'c', 'd', 'e', 'f'];

export const fen = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 6000 }));
export const offFen = fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 4000 }));
export const rate = fc.oneof(fc.constantFrom(0, 1, 5000, 8000, 9999), fc.integer({ min: 0, max: 9999 }));
export const threshold = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12_000 }));

export const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant<Scope>({ all: true }),
  fc.subarray(SKUS, { minLength: 1 }).map((skuIds): Scope => ({ skuIds })),
  fc.subarray(CATEGORIES, { minLength: 1 }).map((categoryIds): Scope => ({ categoryIds })),
);

export const takes: fc.Arbitrary<readonly LinePriceKind[] | undefined> = fc.constantFrom(
  undefined,
  undefined,
  ['list'] as const,
  ['list', 'tier'] as const,
);

/** Borne by the shop alone, with one merchant, or with two. */
export const funding: fc.Arbitrary<Funding | undefined> = fc.constantFrom<(Funding | undefined)[]>(
  undefined,
  { m1: 5000 },
  { m1: 3333, m2: 3333 },
  { m2: 10_000 },
);

export const optional = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });
