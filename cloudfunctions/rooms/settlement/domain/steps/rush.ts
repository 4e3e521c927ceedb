import type { Fen } from '../../../../kernel/fen';
import { payAfterRate } from '../../../../kernel/rate';
import { sorted } from '../order';
import type { PreparedRush } from '../prepared';
import type { Adjustment } from '../quote';
import type { OfferSource } from '../source';
import { adjustmentOf, onFreight } from './adjustment';
import type { Measured } from './measured';
import { missedFor, missedInstead } from './missed';

export interface RushFee {
  /** What is left of it. */
  readonly leftFen: Fen;
  readonly adjustment: Adjustment | null;
}

/** The add-on that makes express delivery free. */
export interface FreightUpgrade {
  readonly from: OfferSource;
  readonly thresholdFen: Fen;
}

/** Rush fee of step 8: 0 with the freight upgrade, else × the lowest rate in force (equal: the lower offer id). */
export function rushFeeOf(measured: Measured, upgrade: FreightUpgrade | null): RushFee {
  const { input, prepared, openness, lines, notes } = measured;
  const rushFen = lines.length === 0 ? 0 : input.delivery.rushFeeFen;
  const inScope: PreparedRush[] = [];
  for (const one of openness.openOf(prepared.rushes, notes.missed)) {
    if (holds(one, measured)) inScope.push(one);
    else notes.missed.push(missedFor(one.from, 'SCOPE_EMPTY'));
  }
  // Equal rates stay by id.
  const best = sorted(inScope, (a, b) => a.payRateBps - b.payRateBps)[0];
  const taken = rushFen === 0 ? null : (takenByUpgrade(upgrade, rushFen) ?? takenByRate(best, rushFen));
  const insteadId = taken?.offerId ?? null;
  for (const { from } of inScope) {
    if (from.id === insteadId) continue;
    notes.missed.push(missedInstead(from, insteadId === null ? 'TAKES_NOTHING' : 'NOT_BETTER', insteadId));
  }
  return { leftFen: rushFen + (taken?.amountFen ?? 0), adjustment: taken };
}

/** What is for all goods needs none in its scope, as freight coupons do. */
function holds({ from, scope, takes }: PreparedRush, { sets }: Measured): boolean {
  return 'all' in from.offer.scope || sets.setOf(scope, takes).lines.length > 0;
}

function takenByUpgrade(upgrade: FreightUpgrade | null, rushFen: Fen): Adjustment | null {
  if (!upgrade) return null;
  return adjustmentOf(upgrade.from, onFreight(rushFen), {
    thresholdFen: upgrade.thresholdFen,
    payRateBps: 0,
  });
}

function takenByRate(best: PreparedRush | undefined, rushFen: Fen): Adjustment | null {
  if (!best) return null;
  const { from, payRateBps } = best;
  const shareFen = rushFen - payAfterRate(rushFen, payRateBps);
  if (shareFen === 0) return null;
  return adjustmentOf(from, onFreight(shareFen), { payRateBps });
}
