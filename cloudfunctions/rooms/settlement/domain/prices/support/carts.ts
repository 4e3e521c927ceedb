import type { LinePriceKind } from '../../../../../kernel/coupon';
import type { BundleOffer, NthOffer, PricedLine, PriceProblem, UnitPriceOffer } from '../problem';

/** Largest of what a shop's cart is: 200 units over 40 SKUs, 20 bundles of which at most 4 take one SKU. */
export const LARGEST = { lines: 40, units: 200, bundles: 20, bundlesOfLine: 4, nths: 3 };

/** Numbers in [0, 1) from a seed (mulberry32): the same cart on every machine. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The line prices of a cart as a community shop has them: many SKUs of a few yuan, some dear; a member price, windows with
 * and without limits, a flash sale; bundles of two to four SKUs a tenth or two below their sum; nth items over whole
 * categories, which may overlap. `seed` says which; `size` from 0 (a few lines) to 1 (the largest).
 */
export function realisticProblem(seed: number, size = numbersFrom(seed ^ 0x5eed)()): PriceProblem {
  const shop = new Shop(numbersFrom(seed));
  const lines = shop.lines(Math.round(4 + size * (LARGEST.lines - 4)));
  const prices = [shop.memberPrice(lines), ...shop.windows(lines), ...shop.flash(lines)];
  const bundles = shop.bundles(lines, Math.round(size * shop.between(10, LARGEST.bundles)));
  const nths = shop.nths(lines, shop.whole(0, LARGEST.nths));
  const offers = prices.length + bundles.length + nths.length;
  const ranks = Array.from({ length: offers }, (_, i) => i).sort(() => shop.between(-1, 1));
  let next = 0;
  const ranked = <T>(list: readonly T[]) => list.map((offer) => ({ ...offer, rank: ranks[next++] ?? 0 }));
  return { lines, prices: ranked(prices), bundles: ranked(bundles), nths: ranked(nths), nodeLimit: 20_000 };
}

const TERMS: readonly { every: number; reduced: number; reducedFen: (unitFen: number) => number }[] = [
  { every: 2, reduced: 1, reducedFen: (unitFen) => Math.ceil(unitFen / 2) },
  { every: 2, reduced: 1, reducedFen: (unitFen) => Math.ceil((unitFen * 7) / 10) },
  { every: 3, reduced: 1, reducedFen: () => 0 },
  { every: 2, reduced: 1, reducedFen: () => 100 },
  { every: 3, reduced: 1, reducedFen: () => 100 },
  { every: 5, reduced: 2, reducedFen: (unitFen) => Math.ceil(unitFen / 2) },
];

const NTH_TAKES: readonly LinePriceKind[][] = [
  ['list', 'tier', 'window'],
  ['list', 'tier', 'window'],
  ['list'],
  ['list', 'tier', 'window', 'bundle'],
];

class Shop {
  constructor(private readonly next: () => number) {}

  between(from: number, to: number): number {
    return from + this.next() * (to - from);
  }

  whole(from: number, to: number): number {
    return Math.floor(this.between(from, to + 1));
  }

  private chance(share: number): boolean {
    return this.next() < share;
  }

  private oneOf<T>(list: readonly T[]): T {
    const item = list[this.whole(0, list.length - 1)];
    if (item === undefined) throw new RangeError('nothing to choose from');
    return item;
  }

  lines(count: number): PricedLine[] {
    let left = LARGEST.units;
    return Array.from({ length: count }, (_, i) => {
      const most = Math.max(1, Math.min(this.chance(0.1) ? 20 : 8, left - (count - i - 1)));
      const quantity = this.whole(1, most);
      left -= quantity;
      const listUnitFen = Math.round(300 * Math.exp(this.between(0, 4.2))) - this.oneOf([0, 1, 10, 20]);
      const floorUnitFen = this.chance(0.15) ? Math.floor(listUnitFen * this.between(0.5, 0.9)) : 0;
      return { quantity, listUnitFen, floorUnitFen };
    });
  }

  private unitPrice(kind: UnitPriceOffer['kind'], lines: readonly PricedLine[], share: number, payRate: () => number) {
    const unitFen = lines.map(({ listUnitFen, floorUnitFen = 0 }) => {
      if (!this.chance(share)) return undefined;
      const fen = Math.max(floorUnitFen, Math.ceil(listUnitFen * payRate()));
      return fen < listUnitFen ? fen : undefined;
    });
    return { rank: 0, kind, unitFen };
  }

  memberPrice(lines: readonly PricedLine[]): UnitPriceOffer {
    return { ...this.unitPrice('tier', lines, 0.3, () => 0.95), maxUnits: null };
  }

  windows(lines: readonly PricedLine[]): UnitPriceOffer[] {
    return Array.from({ length: this.whole(0, 3) }, () => {
      const rate = this.oneOf([0.7, 0.8, 0.85, 0.9]);
      const window = this.unitPrice('window', lines, this.between(0.1, 0.35), () => rate);
      return { ...window, maxUnits: this.chance(0.6) ? this.whole(2, 10) : null };
    });
  }

  flash(lines: readonly PricedLine[]): UnitPriceOffer[] {
    if (!this.chance(0.4)) return [];
    const maxUnits = this.whole(1, 3);
    return [{ ...this.unitPrice('flash', lines, 2 / lines.length, () => this.between(0.4, 0.7)), maxUnits }];
  }

  bundles(lines: readonly PricedLine[], count: number): BundleOffer[] {
    const taken = lines.map(() => 0);
    return Array.from({ length: count }).flatMap(() => {
      const open = [...lines.keys()].filter((line) => (taken[line] ?? 0) < LARGEST.bundlesOfLine);
      const chosen = new Set(Array.from({ length: this.oneOf([2, 2, 3, 4]) }, () => this.oneOf(open)));
      if (chosen.size < 2) return [];
      for (const line of chosen) taken[line] = (taken[line] ?? 0) + 1;
      return [
        this.bundle(
          lines,
          [...chosen].sort((a, b) => a - b),
        ),
      ];
    });
  }

  private bundle(lines: readonly PricedLine[], chosen: readonly number[]): BundleOffer {
    const payRate = this.between(0.72, 0.95);
    const components = chosen.map((line) => {
      const units = this.oneOf([1, 1, 1, 2, 3]);
      const { listUnitFen, floorUnitFen = 0 } = lines[line] ?? { listUnitFen: 0, floorUnitFen: 0 };
      return { line, units, amountFen: Math.max(floorUnitFen * units, Math.round(listUnitFen * units * payRate)) };
    });
    return { rank: 0, components, maxSets: this.chance(0.3) ? this.whole(1, 3) : null };
  }

  nths(lines: readonly PricedLine[], count: number): NthOffer[] {
    return Array.from({ length: count }, () => {
      const { every, reduced, reducedFen } = this.oneOf(TERMS);
      const width = this.whole(Math.min(3, lines.length), Math.ceil(lines.length / 2));
      const first = this.whole(0, lines.length - width);
      return {
        rank: 0,
        every,
        reduced,
        lines: Array.from({ length: width }, (_, i) => first + i),
        takes: this.oneOf(NTH_TAKES),
        reducedFen: (line, unitFen) => Math.min(unitFen, Math.max(lines[line]?.floorUnitFen ?? 0, reducedFen(unitFen))),
      };
    });
  }
}
