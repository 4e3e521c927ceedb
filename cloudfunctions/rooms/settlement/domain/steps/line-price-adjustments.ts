import type { Source } from '../choice/option';
import type { Offer, QuoteInput } from '../input';
import { byId } from '../order';
import type { Adjustment } from '../quote';
import { offerKindOf } from '../registry';
import { adjustmentOf } from './adjustment';
import type { Missed } from './candidates';
import { whyOfferClosed } from './conditions';
import { isInScope } from './scope';
import type { WorkingLine } from './working-line';

/** Line-price offers that are open now. */
export function openLinePriceOffers(input: QuoteInput): Offer[] {
  return linePriceOffers(input).filter((offer) => whyOfferClosed(offer, input) === null);
}

/** One adjustment for each offer that priced units: list less line price. */
export function linePriceAdjustments(lines: readonly WorkingLine[], offers: readonly Offer[]): Adjustment[] {
  return [...offers]
    .sort((a, b) => byId(a.offerId, b.offerId))
    .flatMap((offer) => {
      const priced = lines.filter((line) => line.offerId === offer.offerId);
      if (priced.length === 0) return [];
      const shares = priced.map((line) => ({ lineId: line.lineId, shareFen: line.listFen - line.amountFen }));
      const units = priced.reduce((sum, line) => sum + line.quantity, 0);
      return [adjustmentOf('line-price', sourceOf(offer), shares, { units })];
    });
}

/** Line-price offers that priced nothing, with why. */
export function missedLinePrices(input: QuoteInput, lines: readonly WorkingLine[]): Missed[] {
  return linePriceOffers(input).flatMap((offer): Missed[] => {
    const from = sourceOf(offer);
    const closed = whyOfferClosed(offer, input);
    if (closed) return [{ from, ...closed, gapFen: null }];
    if (lines.some((line) => line.offerId === offer.offerId)) return [];
    const isTouched = lines.some((line) => isInScope(offer.scope, line));
    return [{ from, reason: isTouched ? 'NOT_BETTER' : 'SCOPE_EMPTY', gapFen: null, opensAtMs: null }];
  });
}

function linePriceOffers({ offers }: QuoteInput): Offer[] {
  return offers.filter((offer) => offerKindOf(offer.kind).lane === 'line-price');
}

function sourceOf(offer: Offer): Source {
  return { source: 'offer', id: offer.offerId, offer };
}
