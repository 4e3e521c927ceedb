import type { Fen } from '../../../../kernel/fen';
import type { CartLine } from '../input';
import type { ComponentPrice } from '../offers/kind';
import { sorted } from '../order';
import type { PreparedBundle, PreparedLinePrice, PreparedNth } from '../prepared';
import type { BundleOffer, NthOffer, PriceProblem, UnitPriceOffer } from '../prices/problem';
import type { Basket } from './basket';

/** Offers of steps 1 and 2 that are open. */
export interface OpenPrices {
  readonly linePrices: readonly PreparedLinePrice[];
  readonly bundles: readonly PreparedBundle[];
  readonly nths: readonly PreparedNth[];
}

/** The problem, and the offers that its prices, bundles and nth items stand for. */
export interface PosedProblem extends OpenPrices {
  readonly problem: PriceProblem;
}

/** What each open offer would make of the lines; offers that cannot touch them are left out. */
export function poseProblem(basket: Basket, open: OpenPrices, nodeLimit: number): PosedProblem {
  const prices: Mutable<UnitPriceOffer>[] = [];
  const linePrices = open.linePrices.filter((offer) => addTo(prices, priceOf(offer, basket)));
  const bundles: Mutable<BundleOffer>[] = [];
  const sets = open.bundles.filter((offer) => addTo(bundles, bundleOf(offer, basket)));
  const nths: Mutable<NthOffer>[] = [];
  const counted = open.nths.filter((offer) => addTo(nths, nthOf(offer, basket)));
  rankDensely([...prices, ...bundles, ...nths]);
  return {
    problem: { lines: basket.lines, prices, bundles, nths, nodeLimit },
    linePrices,
    bundles: sets,
    nths: counted,
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Numbers offers anew by ascending id, all lists together: ties are broken by sums of ranks, and an offer that is no part of
 * this cart's prices must not move them.
 */
function rankDensely(offers: readonly { rank: number }[]): void {
  let rank = 0;
  for (const offer of sorted(offers, (a, b) => a.rank - b.rank)) {
    offer.rank = rank;
    rank += 1;
  }
}

function addTo<T>(list: T[], one: T | null): boolean {
  if (one) list.push(one);
  return one !== null;
}

export function floorUnitOf({ floorUnitFen, listUnitFen }: Pick<CartLine, 'listUnitFen' | 'floorUnitFen'>): Fen {
  return floorUnitFen === undefined ? 0 : Math.min(floorUnitFen, listUnitFen);
}

/** Null where it lowers no price. */
function priceOf({ offer, kind, rank, scope }: PreparedLinePrice, basket: Basket): UnitPriceOffer | null {
  const { lines } = basket;
  let unitFen: (Fen | undefined)[] | null = null;
  const inScope = basket.linesIn(scope);
  for (let n = 0; n < inScope.length; n += 1) {
    const i = inScope[n] ?? 0;
    const line = lines[i];
    if (!line) continue;
    const fen = Math.max(kind.unitFen(offer.parameters, line.listUnitFen), floorUnitOf(line));
    if (fen >= line.listUnitFen) continue;
    unitFen ??= new Array<Fen | undefined>(lines.length).fill(undefined);
    unitFen[i] = fen;
  }
  if (!unitFen || kind.linePrice === 'bundle') return null;
  return { rank, kind: kind.linePrice, unitFen, maxUnits: kind.maxUnits(offer.parameters) };
}

/** Null where a set is not full, or not cheaper than its units at list price. */
function bundleOf(
  { offer, kind, rank, scope, components, maxSets }: PreparedBundle,
  basket: Basket,
): BundleOffer | null {
  // As many lines as components, or one of them is not in the cart.
  const places = basket.linesIn(scope);
  if (places.length < components.length) return null;
  const prices: ComponentPrice[] = [];
  for (const [c, { quantity }] of components.entries()) {
    const line = basket.lines[places[c] ?? -1];
    if (!line || line.quantity < quantity) return null;
    prices.push({ listUnitFen: line.listUnitFen, floorUnitFen: floorUnitOf(line) });
  }
  const amountsFen = kind.setAmountsFen(offer.parameters, prices);
  if (!amountsFen) return null;
  return {
    rank,
    maxSets,
    components: components.map(({ quantity }, c) => ({
      line: places[c] ?? 0,
      units: quantity,
      amountFen: amountsFen[c] ?? 0,
    })),
  };
}

/** Null where its scope has not one full group. */
function nthOf({ offer, kind, rank, scope }: PreparedNth, basket: Basket): NthOffer | null {
  const lines = basket.linesIn(scope);
  const every = kind.every(offer.parameters);
  if (unitsIn(lines, basket) < every) return null;
  return {
    rank,
    every,
    reduced: kind.reduced(offer.parameters),
    lines,
    takes: offer.takes ?? kind.takes,
    reducedFen: (line, unitFen) => {
      const cart = basket.lines[line];
      const fen = Math.max(kind.reducedUnitFen(offer.parameters, unitFen), cart ? floorUnitOf(cart) : 0);
      return Math.min(unitFen, fen);
    },
  };
}

function unitsIn(lines: readonly number[], basket: Basket): number {
  let units = 0;
  for (const i of lines) units += basket.lines[i]?.quantity ?? 0;
  return units;
}
