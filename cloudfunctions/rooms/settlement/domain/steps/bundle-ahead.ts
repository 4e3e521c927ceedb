import type { Fen } from '../../../../kernel/fen';
import { byId } from '../order';
import type { PreparedBundle } from '../prepared';
import type { NotApplied } from '../quote';
import type { Basket } from './basket';
import type { Measured } from './measured';
import { missedByUnits, missedFor } from './missed';
import { floorUnitOf, type OpenPrices } from './price-problem';
import type { PricedLines } from './priced-lines';
import type { StepAhead } from './step-ahead';
import { priceAlone } from './unit-alone';
import { type Ware, waresOf } from './wares';

/** Notes bundles of which no set was made, with why, and those of which a set is begun. */
export function noteBundles(measured: Measured, open: OpenPrices): void {
  const { openness, prepared, basket, notes } = measured;
  for (const bundle of openness.openOf(prepared.bundles, notes.missed)) {
    if (basket.linesIn(bundle.scope).length === 0) {
      notes.missed.push(missedFor(bundle.from, 'SCOPE_EMPTY'));
      continue;
    }
    const places = placesOf(bundle, basket);
    const why = whyMissed(bundle, places, measured);
    if (why) notes.missed.push(why);
    const ahead = aheadOf(bundle, places, measured, open);
    if (ahead) notes.ahead.push(ahead);
  }
}

/** By component: index into the basket; -1: the cart has none that offers may touch. Both stand by SKU. */
function placesOf({ scope, components }: PreparedBundle, basket: Basket): number[] {
  const inScope = basket.linesIn(scope);
  let next = 0;
  return components.map(({ skuId }) => {
    const place = inScope[next] ?? -1;
    if (basket.lines[place]?.skuId !== skuId) return -1;
    next += 1;
    return place;
  });
}

/** Null where a set of it was made. */
function whyMissed(bundle: PreparedBundle, places: readonly number[], { priced, basket }: Measured): NotApplied | null {
  const { from, components } = bundle;
  if (priced.pricedBy.includes(bundle)) return null;
  let gapUnits = 0;
  for (let c = 0; c < components.length; c += 1) {
    const units = basket.lines[places[c] ?? -1]?.quantity ?? 0;
    gapUnits += Math.max(0, (components[c]?.quantity ?? 0) - units);
  }
  if (gapUnits === 0) return missedFor(from, 'NOT_BETTER');
  return missedByUnits(from, 'NOT_ENOUGH_UNITS', gapUnits);
}

interface Missing {
  readonly skuId: string;
  readonly gap: number;
  /** What one unit costs by itself now. */
  readonly unitFen: Fen;
}

/** A set that units outside of sets begin; null: none is begun, or it would bring nothing. */
function aheadOf(
  bundle: PreparedBundle,
  places: readonly number[],
  measured: Measured,
  open: OpenPrices,
): StepAhead | null {
  const { from, kind, components, maxSets } = bundle;
  const gaps = components.map(({ quantity }, c) => Math.max(0, quantity - unitsOutside(places[c] ?? -1, measured)));
  const gapUnits = gaps.reduce((sum, gap) => sum + gap, 0);
  const neededUnits = components.reduce((sum, { quantity }) => sum + quantity, 0);
  if (gapUnits === 0 || gapUnits === neededUnits) return null;
  const sets = setsOf(bundle, measured.priced);
  if (maxSets !== null && sets >= maxSets) return null;
  const known = waresFor(bundle, places, measured);
  if (!known) return null;
  const prices = known.map((ware) => ({ listUnitFen: ware.listUnitFen, floorUnitFen: floorUnitOf(ware) }));
  const setFen = kind.setAmountsFen(from.offer.parameters, prices)?.reduce((sum, fen) => sum + fen, 0);
  if (setFen === undefined) return null;
  const alone = known.map((ware, c) => aloneFen(ware, places[c] ?? -1, measured, open));
  const missing = components.flatMap(({ skuId }, i): Missing[] => {
    const gap = gaps[i] ?? 0;
    return gap > 0 ? [{ skuId, gap, unitFen: alone[i] ?? 0 }] : [];
  });
  const apartFen = components.reduce((sum, { quantity }, i) => sum + quantity * (alone[i] ?? 0), 0);
  if (apartFen <= setFen) return null;
  return {
    from,
    thresholdFen: apartFen,
    gapFen: missing.reduce((sum, { gap, unitFen }) => sum + gap * unitFen, 0),
    gapUnits,
    rewardFen: apartFen - setFen,
    benefit: null,
    scope: { skuIds: missing.map(({ skuId }) => skuId).sort(byId) },
    isReached: (then) => setsOf(bundle, then) > sets,
  };
}

/** Goods of the components, in the cart or on the shelf; null: one is in neither, or no offer may touch it. */
function waresFor(
  { components }: PreparedBundle,
  places: readonly number[],
  { input, basket }: Measured,
): readonly Ware[] | null {
  const others = places.includes(-1) && input.shelf ? waresOf(input) : null;
  const known: Ware[] = [];
  for (const [c, { skuId }] of components.entries()) {
    const ware = basket.lines[places[c] ?? -1] ?? others?.get(skuId);
    if (!ware || ware.noPromotion) return null;
    known.push(ware);
  }
  return known;
}

/** What one unit costs by itself: in the cart it was asked already. */
function aloneFen(ware: Ware, place: number, { priced }: Measured, { linePrices }: OpenPrices): Fen {
  if (place < 0) return priceAlone(ware, linePrices).unitFen;
  let lowest = ware.listUnitFen;
  for (const { unitFen } of priced.offered) lowest = Math.min(lowest, unitFen[place] ?? lowest);
  return lowest;
}

function setsOf(bundle: PreparedBundle, { lines, pricedBy }: PricedLines): number {
  let sets = Number.POSITIVE_INFINITY;
  for (const { skuId, quantity } of bundle.components) {
    let units = 0;
    for (let i = 0; i < lines.length; i += 1)
      if (pricedBy[i] === bundle && lines[i]?.skuId === skuId) units += lines[i]?.quantity ?? 0;
    sets = Math.min(sets, Math.floor(units / quantity));
  }
  return sets;
}

/** Units at a place of the basket that are in no set. */
function unitsOutside(place: number, { lines, sets }: Measured): number {
  let units = 0;
  if (place < 0) return units;
  for (let i = sets.firstAt(place); i < sets.firstAt(place + 1); i += 1) {
    const line = lines[i];
    if (line && line.linePrice !== 'bundle') units += line.quantity;
  }
  return units;
}
