import type { GiftLine, UnitsTrigger } from '../benefits';
import type { QuoteInput } from '../input';
import type { Missed } from './candidates';
import type { GiftShelf } from './gift-shelf';
import { canGive, give } from './give';
import { type OpenOffer, offersInLane } from './open-offers';
import { baseOf, linesOf } from './scope';
import type { StepAhead } from './step-ahead';
import { cheapestUnitOf, unitsIn } from './units';
import type { WorkingLine } from './working-line';

export interface UnitGifts {
  readonly gifts: readonly GiftLine[];
  readonly missed: readonly Missed[];
  readonly ahead: readonly StepAhead[];
}

/**
 * Step 2: gifts for units of a scope and for sets of a bundle, by ascending offer id: of a gift that runs short the lower id
 * is served first. Units are counted after line prices; gifts and noPromotion goods count in nothing.
 */
export function giftsOf(input: QuoteInput, lines: readonly WorkingLine[], shelf: GiftShelf): UnitGifts {
  const forUnits = offersInLane(input.offers, 'gift', input);
  const forSets = offersInLane(input.offers, 'bundle', input);
  const each = [...forUnits.open, ...forSets.open]
    .sort((a, b) => (a.from.id < b.from.id ? -1 : 1))
    .map((one) => (isForUnits(one) ? giftOfUnits(one, lines, shelf) : giftOfSets(one, lines, shelf)));
  return {
    gifts: each.flatMap(({ gifts }) => gifts),
    missed: [...forUnits.missed, ...each.flatMap(({ missed }) => missed)],
    ahead: each.flatMap(({ ahead }) => ahead),
  };
}

function isForUnits(one: OpenOffer<'gift'> | OpenOffer<'bundle'>): one is OpenOffer<'gift'> {
  return one.kind.lane === 'gift';
}

function giftOfUnits({ from, kind }: OpenOffer<'gift'>, lines: readonly WorkingLine[], shelf: GiftShelf): UnitGifts {
  const { offer } = from;
  const inScope = linesOf(offer, lines);
  const units = unitsIn(inScope, lines);
  const every = kind.everyUnits(offer.parameters);
  const maxTimes = kind.maxTimes(offer.parameters);
  const terms = kind.gift(offer.parameters);
  const times = Math.min(Math.floor(units / every), maxTimes ?? Number.POSITIVE_INFINITY);
  const lineIds = inScope.map((i) => lines[i]?.lineId ?? '');
  const trigger: UnitsTrigger = {
    form: 'units',
    needs: [{ lineIds, units: every }],
    giftsEach: terms.quantity,
    maxTimes,
  };
  const { gifts, missed } = give(from, terms, times * terms.quantity, trigger, shelf);
  const gapUnits = every - (units % every);
  const isBegun = units > 0 && (times === 0 || gapUnits < every) && times < (maxTimes ?? Number.POSITIVE_INFINITY);
  const ahead = isBegun && canGive(terms, shelf) ? [aheadOf(from, gapUnits, inScope, lines, terms)] : [];
  return { gifts, missed: [...missed, ...tooFew(from, units, every)], ahead };
}

function tooFew(from: OpenOffer<'gift'>['from'], units: number, every: number): Missed[] {
  if (units >= every) return [];
  if (units === 0) return [{ from, reason: 'SCOPE_EMPTY', gapFen: null, opensAtMs: null }];
  return [{ from, reason: 'NOT_ENOUGH_UNITS', gapFen: null, gapUnits: every - units, opensAtMs: null }];
}

function aheadOf(
  from: OpenOffer<'gift'>['from'],
  gapUnits: number,
  inScope: readonly number[],
  lines: readonly WorkingLine[],
  { skuId, quantity }: { readonly skuId: string; readonly quantity: number },
): StepAhead {
  const gapFen = gapUnits * cheapestUnitOf(inScope, lines);
  const { scope, takes } = from.offer;
  const benefit = { form: 'gift', skuId, quantity } as const;
  return {
    from,
    thresholdFen: baseOf(inScope, lines) + gapFen,
    gapFen,
    gapUnits,
    rewardFen: 0,
    benefit,
    scope,
    takes,
    isReached: (then) => unitsIn(linesOf(from.offer, then), then) >= unitsIn(inScope, lines) + gapUnits,
  };
}

/** One set, one time; the units of each component are asked for again when some come back. */
function giftOfSets({ from, kind }: OpenOffer<'bundle'>, lines: readonly WorkingLine[], shelf: GiftShelf): UnitGifts {
  const { offer } = from;
  const terms = kind.gift(offer.parameters);
  if (!terms) return { gifts: [], missed: [], ahead: [] };
  const needs = kind.components(offer.parameters).map(({ skuId, quantity }) => {
    const own = lines.filter((line) => line.offerId === offer.offerId && line.skuId === skuId);
    return { lineIds: own.map(({ lineId }) => lineId), units: quantity, has: own.reduce((n, l) => n + l.quantity, 0) };
  });
  const sets = Math.min(...needs.map(({ has, units }) => Math.floor(has / units)));
  const trigger: UnitsTrigger = {
    form: 'units',
    needs: needs.map(({ lineIds, units }) => ({ lineIds, units })),
    giftsEach: terms.quantity,
    maxTimes: null,
  };
  return { ...give(from, terms, sets * terms.quantity, trigger, shelf), ahead: [] };
}
