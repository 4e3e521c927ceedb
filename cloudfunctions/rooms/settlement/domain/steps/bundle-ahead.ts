import type { QuoteInput } from '../input';
import { byId } from '../order';
import { type Missed, missedFor } from './candidates';
import { type OpenOffer, offersInLane } from './open-offers';
import type { PriceAs, StepAhead } from './step-ahead';
import { unitFenNow, type Ware, waresOf } from './wares';
import type { WorkingLine } from './working-line';

type Bundle = OpenOffer<'bundle'>;

/** Bundles of which no set was made, with why, and those of which a set is begun. */
export function bundlesAhead(
  input: QuoteInput,
  lines: readonly WorkingLine[],
  priceAs: PriceAs,
): { readonly missed: readonly Missed[]; readonly ahead: readonly StepAhead[] } {
  const { open, missed } = offersInLane(input.offers, 'bundle', input);
  if (open.length === 0) return { missed, ahead: [] };
  const wares = waresOf(input);
  return {
    missed: [...missed, ...open.flatMap((one) => missedOf(one, lines) ?? [])],
    ahead: open.flatMap((one) => aheadOf(one, lines, wares, priceAs) ?? []),
  };
}

function missedOf({ from, kind }: Bundle, lines: readonly WorkingLine[]): Missed | null {
  if (lines.some((line) => line.offerId === from.id)) return null;
  const components = kind.components(from.offer.parameters);
  const gaps = components.map(({ skuId, quantity }) => Math.max(0, quantity - unitsOf(skuId, lines, () => true)));
  const gapUnits = gaps.reduce((sum, gap) => sum + gap, 0);
  if (gapUnits === 0) return missedFor(from, 'NOT_BETTER', null);
  const isTouched = components.some(({ skuId }) => unitsOf(skuId, lines, () => true) > 0);
  if (!isTouched) return missedFor(from, 'SCOPE_EMPTY', null);
  return { ...missedFor(from, 'NOT_ENOUGH_UNITS', null), gapUnits };
}

/** A set that units outside of sets begin; null: none is begun, or it would bring nothing. */
function aheadOf(
  { from, kind }: Bundle,
  lines: readonly WorkingLine[],
  wares: ReadonlyMap<string, Ware>,
  priceAs: PriceAs,
): StepAhead | null {
  const { parameters } = from.offer;
  const components = kind.components(parameters);
  const missing = components.flatMap(({ skuId, quantity }) => {
    const gap = quantity - unitsOf(skuId, lines, (line) => line.linePrice !== 'bundle');
    return gap > 0 ? [{ skuId, gap }] : [];
  });
  const needed = components.reduce((sum, { quantity }) => sum + quantity, 0);
  const gapUnits = missing.reduce((sum, { gap }) => sum + gap, 0);
  if (gapUnits === 0 || gapUnits === needed) return null;
  const sets = setsOf(from.id, components, lines);
  if (sets >= (kind.maxSets(parameters) ?? Number.POSITIVE_INFINITY)) return null;
  const known = components.flatMap(({ skuId }) => wares.get(skuId) ?? []);
  if (known.length < components.length || known.some(({ noPromotion }) => noPromotion)) return null;
  const amountsFen = kind.setAmountsFen(
    parameters,
    known.map(({ listUnitFen, floorUnitFen = 0 }) => ({
      listUnitFen,
      floorUnitFen: Math.min(floorUnitFen, listUnitFen),
    })),
  );
  if (!amountsFen) return null;
  const nowFen = known.map((ware) => unitFenNow(ware, priceAs));
  const apartFen = components.reduce((sum, { quantity }, i) => sum + quantity * (nowFen[i] ?? 0), 0);
  const setFen = amountsFen.reduce((sum, fen) => sum + fen, 0);
  if (apartFen <= setFen) return null;
  const gapFen = missing.reduce((sum, { skuId, gap }) => {
    return sum + gap * (nowFen[components.findIndex((one) => one.skuId === skuId)] ?? 0);
  }, 0);
  return {
    from,
    thresholdFen: apartFen,
    gapFen,
    gapUnits,
    rewardFen: apartFen - setFen,
    benefit: null,
    scope: { skuIds: missing.map(({ skuId }) => skuId).sort(byId) },
    isReached: (then) => setsOf(from.id, components, then) > sets,
  };
}

function setsOf(
  offerId: string,
  components: readonly { readonly skuId: string; readonly quantity: number }[],
  lines: readonly WorkingLine[],
): number {
  const isOfIt = (line: WorkingLine) => line.offerId === offerId;
  return Math.min(...components.map(({ skuId, quantity }) => Math.floor(unitsOf(skuId, lines, isOfIt) / quantity)));
}

function unitsOf(skuId: string, lines: readonly WorkingLine[], counts: (line: WorkingLine) => boolean): number {
  return lines.reduce((sum, line) => {
    return sum + (line.skuId === skuId && !line.noPromotion && counts(line) ? line.quantity : 0);
  }, 0);
}
