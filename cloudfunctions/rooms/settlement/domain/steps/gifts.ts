import type { GiftLine, UnitsTrigger } from '../benefits';
import { sorted } from '../order';
import type { PreparedBundle, PreparedGift } from '../prepared';
import type { GiftShelf } from './gift-shelf';
import { canGive, type Given, give, NOTHING_GIVEN } from './give';
import type { LineSet } from './line-sets';
import type { Measured } from './measured';
import { missedByUnits, missedFor } from './missed';
import { linesOf } from './scope';
import type { StepAhead } from './step-ahead';
import { cheapestUnitOf, unitsIn } from './units';
import type { WorkingLine } from './working-line';

/**
 * Step 2: gifts for units of a scope and for sets of a bundle, by ascending offer id: of a gift that runs short the lower id
 * is served first. Units are counted after line prices; gifts and noPromotion goods count in nothing.
 */
export function giftsOf(measured: Measured, shelf: GiftShelf): GiftLine[] {
  const { prepared, openness, notes } = measured;
  const forUnits = openness.openOf(prepared.gifts, notes.missed);
  const forSets = openness.openOf(prepared.bundles).filter(({ gift }) => gift !== null);
  const gifts: GiftLine[] = [];
  for (const one of sorted<PreparedGift | PreparedBundle>([...forUnits, ...forSets], (a, b) => a.rank - b.rank)) {
    const given = 'everyUnits' in one ? giveForUnits(one, measured, shelf) : giveForSets(one, measured.lines, shelf);
    gifts.push(...given.gifts);
    notes.missed.push(...given.missed);
  }
  return gifts;
}

function giveForUnits(prepared: PreparedGift, { lines, sets, notes }: Measured, shelf: GiftShelf): Given {
  const { from, everyUnits, maxTimes, gift, scope, takes } = prepared;
  const set = sets.setOf(scope, takes);
  const { units } = set;
  const most = maxTimes ?? Number.POSITIVE_INFINITY;
  const times = Math.min(Math.floor(units / everyUnits), most);
  const given = times === 0 ? NOTHING_GIVEN : giveTimes(times, prepared, set, lines, shelf);
  const gapUnits = everyUnits - (units % everyUnits);
  if (units === 0) notes.missed.push(missedFor(from, 'SCOPE_EMPTY'));
  else if (units < everyUnits) notes.missed.push(missedByUnits(from, 'NOT_ENOUGH_UNITS', gapUnits));
  const isBegun = units > 0 && (times === 0 || gapUnits < everyUnits) && times < most;
  if (isBegun && canGive(gift, shelf)) notes.ahead.push(aheadOf(from, gapUnits, set, lines, gift));
  return given;
}

function giveTimes(
  times: number,
  { from, everyUnits, maxTimes, gift }: PreparedGift,
  set: LineSet,
  lines: readonly WorkingLine[],
  shelf: GiftShelf,
): Given {
  const lineIds = set.lines.map((i) => lines[i]?.lineId ?? '');
  const needs = [{ lineIds, units: everyUnits }];
  const trigger: UnitsTrigger = { form: 'units', needs, giftsEach: gift.quantity, maxTimes };
  return give(from, gift, times * gift.quantity, trigger, shelf);
}

function aheadOf(
  from: PreparedGift['from'],
  gapUnits: number,
  { lines: inScope, baseFen, units }: LineSet,
  lines: readonly WorkingLine[],
  { skuId, quantity }: { readonly skuId: string; readonly quantity: number },
): StepAhead {
  const gapFen = gapUnits * cheapestUnitOf(inScope, lines);
  const { scope, takes } = from.offer;
  return {
    from,
    thresholdFen: baseFen + gapFen,
    gapFen,
    gapUnits,
    rewardFen: 0,
    benefit: { form: 'gift', skuId, quantity },
    scope,
    takes,
    isReached: (then) => unitsIn(linesOf(from.offer, then), then.lines) >= units + gapUnits,
  };
}

/** One set, one time; the units of each component are asked for again when some come back. */
function giveForSets(
  { from, components, gift }: PreparedBundle,
  lines: readonly WorkingLine[],
  shelf: GiftShelf,
): Given {
  if (!gift) return NOTHING_GIVEN;
  const needs = components.map(({ skuId, quantity }) => {
    const own = lines.filter((line) => line.offerId === from.id && line.skuId === skuId);
    return { lineIds: own.map(({ lineId }) => lineId), units: quantity, has: own.reduce((n, l) => n + l.quantity, 0) };
  });
  const sets = Math.min(...needs.map(({ has, units }) => Math.floor(has / units)));
  const trigger: UnitsTrigger = {
    form: 'units',
    needs: needs.map(({ lineIds, units }) => ({ lineIds, units })),
    giftsEach: gift.quantity,
    maxTimes: null,
  };
  return give(from, gift, sets * gift.quantity, trigger, shelf);
}
