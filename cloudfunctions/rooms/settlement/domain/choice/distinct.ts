import { byId } from '../order';
import { byTurn, type Option } from './option';

/**
 * Choices whose terms and scopes are equal count once, by the coupon that expires first, then the lower id, then the
 * higher rung. Two are equal only where no option of another group has its turn between them, so that leaving one out
 * never changes a price.
 */
export function distinctOptions(options: readonly Option[]): Option[] {
  const kept = new Map<string, Option>();
  let run = 0;
  let previous: string | undefined;
  for (const option of [...options].sort(byTurn)) {
    if (option.groupKey !== previous) run += 1;
    previous = option.groupKey;
    const { terms } = option.rung;
    const amounts = terms.form === 'fixed' ? [terms.offFen] : [terms.payRateBps, terms.capFen];
    const key = JSON.stringify([run, option.from.source, terms.form, amounts, option.lines]);
    const known = kept.get(key);
    if (!known || byPreference(option, known) < 0) kept.set(key, option);
  }
  return [...kept.values()].sort(byTurn);
}

function byPreference(a: Option, b: Option): number {
  return expiryOf(a) - expiryOf(b) || byId(a.from.id, b.from.id) || b.rung.thresholdFen - a.rung.thresholdFen;
}

function expiryOf({ from }: Option): number {
  return from.source === 'coupon' ? from.coupon.validUntilMs : 0;
}
