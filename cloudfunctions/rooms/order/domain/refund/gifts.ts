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
    let short = unitsWithoutCause(sold, refunds, lines);
    // The substitute first: what was promised stays as long as it can.
    for (const { lineId, quantity } of [...lines].reverse()) {
      const named = unitsNamed(refunds, lineId);
      const more = Math.min(Math.max(0, short - named), quantity - named);
      if (more > 0) owed[lineId] = more;
      short -= named + more;
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
