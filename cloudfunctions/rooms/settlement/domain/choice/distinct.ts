import { byId, sorted } from '../order';
import { byTurn, type Option } from './option';

/**
 * Options by turn; those whose terms and scopes are equal count once: the one that expires first, then the lower id, then
 * the higher rung.
 * Two are equal only where no option of another group has its turn between them, so that leaving one out never changes a
 * price.
 */
export function distinctOptions(options: readonly Option[]): Option[] {
  const kept: Option[] = [];
  let runStart = 0;
  for (const option of sorted(options, byTurn)) {
    if (option.groupKey !== kept.at(-1)?.groupKey) runStart = kept.length;
    const same = indexOfSame(option, kept, runStart);
    const known = kept[same];
    if (!known) kept.push(option);
    // The later takes the place of the earlier: nothing of another group stands between them.
    else if (byPreference(option, known) < 0) kept[same] = option;
  }
  return kept;
}

function indexOfSame(option: Option, kept: readonly Option[], from: number): number {
  for (let i = from; i < kept.length; i += 1) {
    const other = kept[i];
    if (other && other.set === option.set && isEqual(other.rung.terms, option.rung.terms)) return i;
  }
  return -1;
}

function isEqual(a: Option['rung']['terms'], b: Option['rung']['terms']): boolean {
  if (a.form === 'fixed') return b.form === 'fixed' && a.offFen === b.offFen;
  return b.form === 'percentage' && a.payRateBps === b.payRateBps && a.capFen === b.capFen;
}

function byPreference(a: Option, b: Option): number {
  return expiryOf(a) - expiryOf(b) || byId(a.from.id, b.from.id) || b.rung.thresholdFen - a.rung.thresholdFen;
}

function expiryOf({ from }: Option): number {
  return from.source === 'coupon' ? from.coupon.validUntilMs : 0;
}
