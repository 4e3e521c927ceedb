import type { PreparedNth } from '../prepared';
import type { Measured } from './measured';
import { missedByUnits, missedFor } from './missed';
import type { PricedLines } from './priced-lines';
import { baseOf } from './scope';
import type { StepAhead } from './step-ahead';
import { cheapestUnitOf, unitsIn } from './units';

/** Notes nth items that reduced nothing, with why, and those of which a group is begun. */
export function noteNths(measured: Measured): void {
  const { openness, prepared, notes } = measured;
  for (const one of openness.openOf(prepared.nths, notes.missed)) judge(one, measured);
}

function judge(nth: PreparedNth, measured: Measured): void {
  const { from, kind, scope } = nth;
  const { lines, priced, basket, notes } = measured;
  const eligible = eligibleFor(nth, measured);
  const units = unitsIn(eligible, lines);
  if (units === 0) {
    const isTouched = basket.linesIn(scope).length > 0;
    notes.missed.push(missedFor(from, isTouched ? 'NOT_BETTER' : 'SCOPE_EMPTY'));
    return;
  }
  const every = kind.every(from.offer.parameters);
  const gapUnits = every - (units % every);
  const isReducing = priced.reducedBy.includes(nth);
  if (!isReducing && units >= every) {
    notes.missed.push(missedFor(from, 'NOT_BETTER'));
    return;
  }
  if (!isReducing) notes.missed.push(missedByUnits(from, 'NOT_ENOUGH_UNITS', gapUnits));
  const ahead = gapUnits < every ? aheadOf(nth, eligible, gapUnits, priced) : null;
  if (ahead) notes.ahead.push(ahead);
}

/** Lines whose units may count in its groups: in its scope, at a price it takes, above their floor, in no other group. */
function eligibleFor(nth: PreparedNth, { lines, priced, sets }: Measured): number[] {
  return sets.setOf(nth.scope, nth.takes).lines.filter((i) => {
    const line = lines[i];
    const by = priced.reducedBy[i] ?? null;
    if (!line || (by !== null && by !== nth)) return false;
    return line.unitFen * line.quantity > (priced.floorsFen[i] ?? 0);
  });
}

function unitsReducedBy(nth: PreparedNth, { lines, reducedBy }: PricedLines): number {
  let units = 0;
  for (let i = 0; i < lines.length; i += 1) if (reducedBy[i] === nth) units += lines[i]?.quantity ?? 0;
  return units;
}

/** One more group takes off what its `reduced` units save at the lowest price in the cart. */
function aheadOf(
  nth: PreparedNth,
  eligible: readonly number[],
  gapUnits: number,
  priced: PricedLines,
): StepAhead | null {
  const { from, kind } = nth;
  const { lines } = priced;
  const { scope, parameters, takes = kind.takes } = from.offer;
  const unitFen = cheapestUnitOf(eligible, lines);
  const rewardFen = kind.reduced(parameters) * (unitFen - kind.reducedUnitFen(parameters, unitFen));
  if (rewardFen <= 0) return null;
  const gapFen = gapUnits * unitFen;
  const isReached = (then: PricedLines) => unitsReducedBy(nth, then) > unitsReducedBy(nth, priced);
  const thresholdFen = baseOf(eligible, lines) + gapFen;
  return { from, thresholdFen, gapFen, gapUnits, rewardFen, benefit: null, scope, takes, isReached };
}
