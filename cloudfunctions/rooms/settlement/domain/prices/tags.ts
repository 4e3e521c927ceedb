import type { LinePriceKind } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import type { BundleOffer, PriceProblem, UnitPriceOffer } from './problem';

/** A step-1 price that units of one line can have. */
export interface Tag {
  readonly line: number;
  readonly kind: LinePriceKind;
  /** Index into the problem's prices. */
  readonly price: number | null;
  /** Index into the problem's bundles. */
  readonly bundle: number | null;
  readonly rank: number;
  readonly fen: Fen;
}

/** Order of price kinds where sums are equal, and of the parts of a line. */
const KIND_PLACE: Readonly<Record<LinePriceKind, number>> = { bundle: 0, flash: 1, window: 2, tier: 3, list: 4 };

/** Bundle, flash, window, tier, list. */
export function byKind(a: LinePriceKind, b: LinePriceKind): number {
  return KIND_PLACE[a] - KIND_PLACE[b];
}

/** Of equal prices the unit takes the one whose kind comes first. */
export function isBefore(kind: LinePriceKind, other: LinePriceKind): boolean {
  return byKind(kind, other) < 0;
}

export function listTag(problem: PriceProblem, line: number): Tag {
  const fen = problem.lines[line]?.listUnitFen ?? 0;
  return { line, kind: 'list', price: null, bundle: null, rank: 0, fen };
}

export function offerTag(offer: UnitPriceOffer, price: number, line: number): Tag | undefined {
  const fen = offer.unitFen[line];
  if (fen === undefined) return undefined;
  return { line, kind: offer.kind, price, bundle: null, rank: offer.rank, fen };
}

/** Units of one component inside one set, at the same price. */
export interface BundleTag {
  readonly tag: Tag;
  readonly units: number;
}

/**
 * The amount of a component spread over its units by largest remainder: of 301 fen for 3 units one costs 101, two 100.
 * Only nth items look at it; the amount of a set is the same however it is spread.
 */
export function bundleTags(offer: BundleOffer, bundle: number): BundleTag[] {
  return offer.components.flatMap(({ line, units, amountFen }) => {
    const lower = Math.floor(amountFen / units);
    const higherUnits = amountFen % units;
    const tagAt = (fen: Fen): Tag => ({ line, kind: 'bundle', price: null, bundle, rank: offer.rank, fen });
    return [
      { tag: tagAt(lower + 1), units: higherUnits },
      { tag: tagAt(lower), units: units - higherUnits },
    ].filter((part) => part.units > 0);
  });
}

/** Inside one line the dearer preference comes first: bundle, flash, window, tier, list, then the lower offer id. */
export function byPart(a: Tag, b: Tag): number {
  return a.line - b.line || byKind(a.kind, b.kind) || a.rank - b.rank;
}

/** Cheapest first; of equal prices the later line, and inside one line the later part. */
export function byReduction(a: Tag, b: Tag): number {
  return a.fen - b.fen || byPart(b, a);
}
