import type { GiftLine } from '../../../settlement';
import type { Refund, Units } from './record';
import { type Sold, unitsKept } from './units';

/**
 * Gift units that these refunds leave without cause, and that none of them named yet, by gift line. A gift from units is
 * owed back where its trigger units no longer suffice; one from a threshold when nothing is kept (rules.md section 2).
 */
export function giftsOwed(sold: Sold, refunds: readonly Reckoned[]): Units {
  const owed: { [lineId: string]: number } = {};
  for (const lines of byTrigger(sold.quote.gifts)) {
    const namedInAll = lines.reduce((sum, { lineId }) => sum + unitsNamed(refunds, lineId), 0);
    let short = unitsWithoutCause(sold, refunds, lines) - namedInAll;
    // The substitute first: what was promised stays as long as it can.
    for (const { lineId, quantity } of [...lines].reverse()) {
      const named = unitsNamed(refunds, lineId);
      const more = Math.min(Math.max(0, short), quantity - named);
      if (more > 0) owed[lineId] = more;
      short -= more;
    }
  }
  return owed;
}

type Reckoned = Pick<Refund, 'units' | 'amounts'>;

/** Of a gift and its substitute: units given that the kept units are not good for. */
export function unitsWithoutCause(sold: Sold, refunds: readonly Reckoned[], lines: readonly GiftLine[]): number {
  const [first] = lines;
  const given = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return first ? given - entitledUnits(sold, refunds, first.trigger, given) : 0;
}

/** Units of a gift line that refunds have named already. */
export const unitsNamed = (refunds: readonly Pick<Refund, 'amounts'>[], giftLineId: string): number =>
  refunds.reduce((sum, { amounts }) => sum + (amounts.gifts[giftLineId]?.units ?? 0), 0);

/** Gift units that these refunds gave back to the budget and to merchants; as named where a refund keeps no record of it. */
export const unitsCredited = (refunds: readonly Crediting[], giftLineId: string): number =>
  refunds.reduce((sum, { amounts, creditedGifts }) => {
    return sum + (creditedGifts?.[giftLineId] ?? amounts.gifts[giftLineId]?.units ?? 0);
  }, 0);

type Crediting = Pick<Refund, 'amounts' | 'creditedGifts'>;

/**
 * What a refund that becomes due credits of the gifts that it names. A unit is credited once in the order's life: one that
 * had its cause again meanwhile and is named anew was credited already.
 */
export function giftsToCredit(before: readonly Crediting[], refund: Pick<Refund, 'amounts'>): Units {
  const given = [...before, refund];
  const credits = Object.keys(refund.amounts.gifts).map((lineId) => {
    return [lineId, Math.max(0, unitsNamed(given, lineId) - unitsCredited(before, lineId))] as const;
  });
  return Object.fromEntries(credits);
}

/** A gift and its substitute have one trigger, and are counted together. */
export function byTrigger(gifts: readonly GiftLine[]): GiftLine[][] {
  const groups = new Map<string, GiftLine[]>();
  for (const gift of gifts) {
    const key = JSON.stringify([gift.offerId, gift.trigger]);
    groups.set(key, [...(groups.get(key) ?? []), gift]);
  }
  return [...groups.values()];
}

/** Gift units that the kept units are good for; `all` of them where the trigger still stands whole. */
function entitledUnits(
  sold: Sold,
  refunds: readonly Pick<Refund, 'units'>[],
  trigger: GiftLine['trigger'],
  all: number,
): number {
  const kept = unitsKept(sold, refunds);
  if (trigger.form === 'spend') return sold.quote.lines.some(({ lineId }) => kept(lineId) > 0) ? all : 0;
  const times = trigger.needs.map(({ lineIds, units }) =>
    Math.floor(lineIds.reduce((sum, lineId) => sum + kept(lineId), 0) / units),
  );
  const full = times.length === 0 ? 0 : Math.min(...times);
  return Math.min(all, Math.min(full, trigger.maxTimes ?? full) * trigger.giftsEach);
}
