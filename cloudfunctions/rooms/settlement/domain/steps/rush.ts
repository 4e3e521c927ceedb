import type { Fen } from '../../../../kernel/fen';
import { payAfterRate } from '../../../../kernel/rate';
import type { QuoteInput } from '../input';
import { type Adjustment, FREIGHT_LINE } from '../quote';
import { adjustmentOf } from './adjustment';
import { type Missed, missedFor } from './candidates';
import { type OpenOffer, offersInLane } from './open-offers';
import { linesOf } from './scope';
import type { WorkingLine } from './working-line';

export interface RushFee {
  /** What is left of it. */
  readonly leftFen: Fen;
  readonly adjustment: Adjustment | null;
  readonly missed: readonly Missed[];
}

/** The add-on that makes express delivery free. */
export interface FreightUpgrade {
  readonly from: OpenOffer<'add-on'>['from'];
  readonly thresholdFen: Fen;
}

/** Rush fee of step 8: 0 with the freight upgrade, else × the lowest rate in force (equal: the lower offer id). */
export function rushFeeOf(input: QuoteInput, lines: readonly WorkingLine[], upgrade: FreightUpgrade | null): RushFee {
  const rushFen = lines.length === 0 ? 0 : input.delivery.rushFeeFen;
  const { open, missed } = offersInLane(input.offers, 'rush', input);
  const [inScope, outside] = split(open, lines);
  const empty = outside.map(({ from }) => missedFor(from, 'SCOPE_EMPTY', null));
  const best = inScope[0];
  const taken = rushFen === 0 ? null : (takenByUpgrade(upgrade, rushFen) ?? takenByRate(best, rushFen));
  const passedOver = inScope
    .filter(({ from }) => from.id !== taken?.offerId)
    .map(({ from }) => {
      const insteadId = taken?.offerId ?? undefined;
      return { ...missedFor(from, insteadId === undefined ? 'TAKES_NOTHING' : 'NOT_BETTER', null), insteadId };
    });
  return {
    leftFen: rushFen + (taken?.amountFen ?? 0),
    adjustment: taken,
    missed: [...missed, ...empty, ...passedOver],
  };
}

/** Cheapest first. What is for all goods needs none in its scope, as freight coupons do. */
function split(
  open: readonly OpenOffer<'rush'>[],
  lines: readonly WorkingLine[],
): [OpenOffer<'rush'>[], OpenOffer<'rush'>[]] {
  const rateOf = ({ from, kind }: OpenOffer<'rush'>) => kind.payRateBps(from.offer.parameters);
  const holds = ({ from: { offer } }: OpenOffer<'rush'>) => 'all' in offer.scope || linesOf(offer, lines).length > 0;
  const inScope = open.filter(holds).sort((a, b) => rateOf(a) - rateOf(b)); // stable: equal rates stay by id
  return [inScope, open.filter((one) => !holds(one))];
}

function takenByUpgrade(upgrade: FreightUpgrade | null, rushFen: Fen): Adjustment | null {
  if (!upgrade) return null;
  const shares = [{ lineId: FREIGHT_LINE, shareFen: rushFen }];
  return adjustmentOf('freight', upgrade.from, shares, { thresholdFen: upgrade.thresholdFen, payRateBps: 0 });
}

function takenByRate(best: OpenOffer<'rush'> | undefined, rushFen: Fen): Adjustment | null {
  if (!best) return null;
  const payRateBps = best.kind.payRateBps(best.from.offer.parameters);
  const shareFen = rushFen - payAfterRate(rushFen, payRateBps);
  if (shareFen === 0) return null;
  return adjustmentOf('freight', best.from, [{ lineId: FREIGHT_LINE, shareFen }], { payRateBps });
}
