import type { QuoteInput } from '../input';
import { type Missed, missedFor } from './candidates';
import { type OpenOffer, offersInLane } from './open-offers';
import { baseOf, isInScope, linesOf } from './scope';
import type { StepAhead } from './step-ahead';
import { cheapestUnitOf, unitsIn } from './units';
import type { WorkingLine } from './working-line';

type Nth = OpenOffer<'nth'>;

/** Nth items that reduced nothing, with why, and those of which a group is begun. */
export function nthAhead(
  input: QuoteInput,
  lines: readonly WorkingLine[],
): { readonly missed: readonly Missed[]; readonly ahead: readonly StepAhead[] } {
  const { open, missed } = offersInLane(input.offers, 'nth', input);
  const judged = open.map((one) => judge(one, lines));
  return {
    missed: [...missed, ...judged.flatMap((one) => one.missed ?? [])],
    ahead: judged.flatMap((one) => one.ahead ?? []),
  };
}

function judge(nth: Nth, lines: readonly WorkingLine[]): { missed: Missed | null; ahead: StepAhead | null } {
  const { from, kind } = nth;
  const eligible = eligibleFor(nth, lines);
  const units = unitsIn(eligible, lines);
  if (units === 0)
    return { missed: missedFor(from, isTouched(nth, lines) ? 'NOT_BETTER' : 'SCOPE_EMPTY', null), ahead: null };
  const every = kind.every(from.offer.parameters);
  const gapUnits = every - (units % every);
  const ahead = gapUnits < every ? aheadOf(nth, eligible, gapUnits, lines) : null;
  if (reducedBy(from.id, lines) > 0) return { missed: null, ahead };
  if (units >= every) return { missed: missedFor(from, 'NOT_BETTER', null), ahead: null };
  return { missed: { ...missedFor(from, 'NOT_ENOUGH_UNITS', null), gapUnits }, ahead };
}

/** Lines whose units may count in its groups: in its scope, at a price it takes, above their floor, in no other group. */
function eligibleFor({ from, kind }: Nth, lines: readonly WorkingLine[]): number[] {
  const { scope, takes = kind.takes } = from.offer;
  return linesOf({ scope, takes }, lines).filter((i) => {
    const line = lines[i];
    if (!line || (line.nthOfferId !== null && line.nthOfferId !== from.id)) return false;
    return line.unitFen * line.quantity > line.floorFen;
  });
}

/** Goods of its scope are there, at prices that it does not take in, or at their floor. */
function isTouched({ from }: Nth, lines: readonly WorkingLine[]): boolean {
  return lines.some((line) => isInScope(from.offer.scope, line));
}

function reducedBy(offerId: string, lines: readonly WorkingLine[]): number {
  return lines.reduce((sum, line) => sum + (line.nthOfferId === offerId ? line.quantity : 0), 0);
}

/** One more group takes off what its `reduced` units save at the lowest price in the cart. */
function aheadOf(
  { from, kind }: Nth,
  eligible: readonly number[],
  gapUnits: number,
  lines: readonly WorkingLine[],
): StepAhead | null {
  const { scope, parameters, takes = kind.takes } = from.offer;
  const unitFen = cheapestUnitOf(eligible, lines);
  const rewardFen = kind.reduced(parameters) * (unitFen - kind.reducedUnitFen(parameters, unitFen));
  if (rewardFen <= 0) return null;
  const gapFen = gapUnits * unitFen;
  const isReached = (then: readonly WorkingLine[]) => reducedBy(from.id, then) > reducedBy(from.id, lines);
  const thresholdFen = baseOf(eligible, lines) + gapFen;
  return { from, thresholdFen, gapFen, gapUnits, rewardFen, benefit: null, scope, takes, isReached };
}
