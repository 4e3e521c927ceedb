import type { Fen } from '../../../../kernel/fen';
import type { PreparedOffers } from '../prepared';
import type { Adjustment, AllocationEntry } from '../quote';
import { adjustmentOf } from './adjustment';
import type { Measured } from './measured';
import { missedAs, missedFor } from './missed';
import type { Openness } from './openness';
import type { OpenPrices } from './price-problem';
import type { PricedLines, PricingOffer } from './priced-lines';

/** Offers of steps 1 and 2 that are open now. */
export function openPrices({ linePrices, bundles, nths }: PreparedOffers, openness: Openness): OpenPrices {
  return {
    linePrices: openness.openOf(linePrices),
    bundles: openness.openOf(bundles),
    nths: openness.openOf(nths),
  };
}

/** What an offer takes off lines. */
class Taken {
  readonly allocation: AllocationEntry[] = [];
  units = 0;

  constructor(readonly by: PricingOffer) {}
}

/** One adjustment for each offer that priced units: list less line price; then one for each that reduced nth items. */
export function linePriceAdjustments({ lines, stepOneFen, pricedBy, reducedBy }: PricedLines): Adjustment[] {
  const priced: Taken[] = [];
  const reduced: Taken[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    const [by, reducing, fen] = [pricedBy[i], reducedBy[i], stepOneFen[i] ?? 0];
    if (line && by) take(takenBy(by, priced), line.lineId, line.listFen - fen, line.quantity);
    if (line && reducing) take(takenBy(reducing, reduced), line.lineId, fen - line.amountFen, line.quantity);
  }
  const all: Adjustment[] = [];
  for (const taken of [priced, reduced])
    for (const { by, allocation, units } of taken)
      all.push(adjustmentOf(by.from, allocation, { ...by.numbers, units }));
  return all;
}

/** That of an offer, among those in ascending offer id. */
function takenBy(by: PricingOffer, list: Taken[]): Taken {
  let at = list.length;
  for (; at > 0; at -= 1) {
    const before = list[at - 1];
    if (before?.by === by) return before;
    if (before && before.by.rank < by.rank) break;
  }
  const taken = new Taken(by);
  list.splice(at, 0, taken);
  return taken;
}

function take(taken: Taken, lineId: string, offFen: Fen, units: number): void {
  if (offFen > 0) taken.allocation.push({ lineId, amountFen: 0 - offFen });
  taken.units += units;
}

/** Notes line-price offers that priced nothing, with why. */
export function noteLinePrices({ prepared, openness, basket, priced, notes: { missed } }: Measured): void {
  for (const one of prepared.linePrices) {
    if (priced.pricedBy.includes(one)) continue;
    const closed = openness.whyClosed(one);
    if (closed) missed.push(missedAs(closed, one.from));
    else missed.push(missedFor(one.from, basket.linesIn(one.scope).length > 0 ? 'NOT_BETTER' : 'SCOPE_EMPTY'));
  }
}
