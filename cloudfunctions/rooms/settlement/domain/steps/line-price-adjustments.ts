import type { Fen } from '../../../../kernel/fen';
import type { AnyOfferKind } from '../offers/kind';
import { sorted } from '../order';
import type { Prepared, PreparedOffers } from '../prepared';
import type { Adjustment, AllocationEntry } from '../quote';
import { adjustmentOf } from './adjustment';
import type { Measured } from './measured';
import { missedAs, missedFor } from './missed';
import type { Openness } from './openness';
import type { OpenPrices } from './price-problem';
import type { WorkingLine } from './working-line';

/** Offers of steps 1 and 2 that are open now. */
export function openPrices({ linePrices, bundles, nths }: PreparedOffers, openness: Openness): OpenPrices {
  return {
    linePrices: openness.openOf(linePrices),
    bundles: openness.openOf(bundles),
    nths: openness.openOf(nths),
  };
}

interface Taken {
  readonly prepared: Prepared<AnyOfferKind>;
  readonly allocation: AllocationEntry[];
  units: number;
}

/** One adjustment for each offer that priced units: list less line price; then one for each that reduced nth items. */
export function linePriceAdjustments(lines: readonly WorkingLine[], { byOfferId }: PreparedOffers): Adjustment[] {
  const priced = new Map<string, Taken>();
  const reduced = new Map<string, Taken>();
  const add = (taken: Map<string, Taken>, offerId: string, lineId: string, offFen: Fen, units: number) => {
    const prepared = byOfferId.get(offerId);
    const known = taken.get(offerId);
    const one = known ?? (prepared && { prepared, allocation: [], units: 0 });
    if (!one) return;
    if (!known) taken.set(offerId, one);
    if (offFen > 0) one.allocation.push({ lineId, amountFen: 0 - offFen });
    one.units += units;
  };
  for (const { lineId, quantity, offerId, nthOfferId, listFen, stepOneFen, amountFen } of lines) {
    if (offerId !== null) add(priced, offerId, lineId, listFen - stepOneFen, quantity);
    if (nthOfferId !== null) add(reduced, nthOfferId, lineId, stepOneFen - amountFen, quantity);
  }
  return [...adjustmentsOf(priced), ...adjustmentsOf(reduced)];
}

/** In ascending offer id. */
function adjustmentsOf(taken: ReadonlyMap<string, Taken>): Adjustment[] {
  const all: Adjustment[] = [];
  for (const { prepared, allocation, units } of sorted(
    [...taken.values()],
    (a, b) => a.prepared.rank - b.prepared.rank,
  ))
    all.push(adjustmentOf(prepared.from, allocation, { ...prepared.numbers, units }));
  return all;
}

/** Notes line-price offers that priced nothing, with why. */
export function noteLinePrices({ prepared, openness, basket, lines, notes: { missed } }: Measured): void {
  const used = new Set<string>();
  for (const { offerId } of lines) if (offerId !== null) used.add(offerId);
  for (const one of prepared.linePrices) {
    if (used.has(one.from.id)) continue;
    const closed = openness.whyClosed(one);
    if (closed) missed.push(missedAs(closed, one.from));
    else missed.push(missedFor(one.from, basket.linesIn(one.scope).length > 0 ? 'NOT_BETTER' : 'SCOPE_EMPTY'));
  }
}
