import type { Source } from '../choice/option';
import { byId } from '../order';
import type { Prepared, PreparedOffers } from '../prepared';
import type { Adjustment, Step } from '../quote';
import { adjustmentOf, type LineShare } from './adjustment';
import type { Basket } from './basket';
import { type Missed, missedFor } from './candidates';
import { type Asked, whyOfferClosed } from './conditions';
import type { OpenPrices } from './price-problem';
import type { WorkingLine } from './working-line';

/** Offers of steps 1 and 2 that are open now. */
export function openPrices({ linePrices, bundles, nths }: PreparedOffers, asked: Asked): OpenPrices {
  const isOpen = ({ offer }: Prepared<unknown>) => whyOfferClosed(offer, asked) === null;
  return { linePrices: linePrices.filter(isOpen), bundles: bundles.filter(isOpen), nths: nths.filter(isOpen) };
}

interface Taken {
  readonly from: Source;
  readonly shares: LineShare[];
  units: number;
}

/** One adjustment for each offer that priced units: list less line price; then one for each that reduced nth items. */
export function linePriceAdjustments(lines: readonly WorkingLine[], prepared: PreparedOffers): Adjustment[] {
  const priced = new Map<string, Taken>();
  const reduced = new Map<string, Taken>();
  for (const { lineId, quantity, offerId, nthOfferId, listFen, stepOneFen, amountFen } of lines) {
    if (offerId !== null) add(priced, offerId, { lineId, shareFen: listFen - stepOneFen }, quantity, prepared);
    if (nthOfferId !== null) add(reduced, nthOfferId, { lineId, shareFen: stepOneFen - amountFen }, quantity, prepared);
  }
  return [...adjustmentsOf('line-price', priced), ...adjustmentsOf('nth-item', reduced)];
}

function add(
  taken: Map<string, Taken>,
  offerId: string,
  share: LineShare,
  units: number,
  { byOfferId }: PreparedOffers,
): void {
  const known = taken.get(offerId);
  if (known) {
    known.shares.push(share);
    known.units += units;
    return;
  }
  const from = byOfferId.get(offerId)?.from;
  if (from) taken.set(offerId, { from, shares: [share], units });
}

/** Numbers that its parameters have by themselves, for its label: every 2, reduced 1, payRateBps 5,000. */
function ownNumbers(from: Source): Record<string, number> {
  if (from.source === 'coupon') return {};
  const numbers = Object.entries(from.offer.parameters).filter(([, value]) => typeof value === 'number');
  return Object.fromEntries(numbers);
}

/** In ascending offer id. */
function adjustmentsOf(step: Step, taken: ReadonlyMap<string, Taken>): Adjustment[] {
  return [...taken.values()]
    .sort((a, b) => byId(a.from.id, b.from.id))
    .map(({ from, shares, units }) => adjustmentOf(step, from, shares, { ...ownNumbers(from), units }));
}

/** Line-price offers that priced nothing, with why. */
export function missedLinePrices(
  { linePrices }: PreparedOffers,
  asked: Asked,
  basket: Basket,
  lines: readonly WorkingLine[],
): Missed[] {
  const used = new Set<string>();
  for (const { offerId } of lines) if (offerId !== null) used.add(offerId);
  const missed: Missed[] = [];
  for (const { offer, from, scope } of linePrices) {
    if (used.has(offer.offerId)) continue;
    const closed = whyOfferClosed(offer, asked);
    const reason = basket.linesIn(scope).length > 0 ? 'NOT_BETTER' : 'SCOPE_EMPTY';
    missed.push(closed ? { from, ...closed, gapFen: null } : missedFor(from, reason, null));
  }
  return missed;
}
