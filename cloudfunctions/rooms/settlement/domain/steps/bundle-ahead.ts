import type { Fen } from '../../../../kernel/fen';
import { byId } from '../order';
import type { PreparedBundle } from '../prepared';
import type { NotApplied } from '../quote';
import type { Measured } from './measured';
import { missedByUnits, missedFor } from './missed';
import { floorUnitOf, type OpenPrices } from './price-problem';
import type { StepAhead } from './step-ahead';
import { priceAlone } from './unit-alone';
import { type Ware, waresOf } from './wares';
import type { WorkingLine } from './working-line';

/** Notes bundles of which no set was made, with why, and those of which a set is begun. */
export function noteBundles(measured: Measured, open: OpenPrices): void {
  const { openness, prepared, basket, notes } = measured;
  let wares: ReadonlyMap<string, Ware> | null = null;
  for (const bundle of openness.openOf(prepared.bundles, notes.missed)) {
    if (basket.linesIn(bundle.scope).length === 0) {
      notes.missed.push(missedFor(bundle.from, 'SCOPE_EMPTY'));
      continue;
    }
    const why = whyMissed(bundle, measured);
    if (why) notes.missed.push(why);
    wares ??= waresOf(measured.input);
    const ahead = aheadOf(bundle, measured, wares, open);
    if (ahead) notes.ahead.push(ahead);
  }
}

/** Null where a set of it was made. */
function whyMissed({ from, components }: PreparedBundle, { lines, basket }: Measured): NotApplied | null {
  if (lines.some((line) => line.offerId === from.id)) return null;
  let gapUnits = 0;
  for (const { skuId, quantity } of components) {
    const place = basket.lineOf(skuId);
    const units = place === undefined ? 0 : (basket.lines[place]?.quantity ?? 0);
    gapUnits += Math.max(0, quantity - units);
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
  { from, kind, components, maxSets }: PreparedBundle,
  { lines }: Measured,
  wares: ReadonlyMap<string, Ware>,
  open: OpenPrices,
): StepAhead | null {
  const gaps = components.map(({ skuId, quantity }) => Math.max(0, quantity - unitsOutside(skuId, lines)));
  const gapUnits = gaps.reduce((sum, gap) => sum + gap, 0);
  const neededUnits = components.reduce((sum, { quantity }) => sum + quantity, 0);
  if (gapUnits === 0 || gapUnits === neededUnits) return null;
  const sets = setsOf(from.id, components, lines);
  if (maxSets !== null && sets >= maxSets) return null;
  const known = components.flatMap(({ skuId }) => wares.get(skuId) ?? []);
  if (known.length < components.length || known.some(({ noPromotion }) => noPromotion)) return null;
  const prices = known.map((ware) => ({ listUnitFen: ware.listUnitFen, floorUnitFen: floorUnitOf(ware) }));
  const setFen = kind.setAmountsFen(from.offer.parameters, prices)?.reduce((sum, fen) => sum + fen, 0);
  if (setFen === undefined) return null;
  const alone = known.map((ware) => priceAlone(ware, open.linePrices).unitFen);
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
    isReached: (then) => setsOf(from.id, components, then.lines) > sets,
  };
}

function setsOf(offerId: string, components: PreparedBundle['components'], lines: readonly WorkingLine[]): number {
  let sets = Number.POSITIVE_INFINITY;
  for (const { skuId, quantity } of components) {
    let units = 0;
    for (const line of lines) if (line.offerId === offerId && line.skuId === skuId) units += line.quantity;
    sets = Math.min(sets, Math.floor(units / quantity));
  }
  return sets;
}

/** Units of a SKU that are in no set. */
function unitsOutside(skuId: string, lines: readonly WorkingLine[]): number {
  let units = 0;
  for (const line of lines)
    if (line.skuId === skuId && !line.noPromotion && line.linePrice !== 'bundle') units += line.quantity;
  return units;
}
