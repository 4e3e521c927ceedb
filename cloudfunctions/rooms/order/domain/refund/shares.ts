import { shareOfUnits } from '../../../../kernel/allocate';
import type { QuoteLine } from '../../../settlement';
import type { LineShare, Refund } from './record';
import { unitsIn } from './units';

/**
 * What the next units of a line bring: floor(net × k / n) less what was given before, k and what was given both counted
 * over `before`, never below 0. So all n units bring exactly what was paid, whatever was declined in between.
 */
export function nextShare(
  line: Pick<QuoteLine, 'lineId' | 'quantity' | 'paidFen' | 'points'>,
  before: readonly Pick<Refund, 'units' | 'amounts'>[],
  units: number,
): LineShare {
  const upTo = unitsIn(before, line.lineId) + units;
  const part = (net: number, of: keyof LineShare): number => {
    const given = before.reduce((sum, { amounts }) => sum + (amounts.lines[line.lineId]?.[of] ?? 0), 0);
    return Math.max(0, shareOfUnits(net, upTo, line.quantity) - given);
  };
  return { paidFen: part(line.paidFen, 'paidFen'), points: part(line.points, 'points') };
}
