import { Mix } from './mix';
import type { Adjustment, Quote, QuoteLine } from './quote';

/**
 * 32 hex digits over all of a quote that a resident agrees to by placing: lines, adjustments with their lines, freight,
 * gifts, add-ons, points, amount. Words, reasons and hints are left out: they may change without the price changing. It
 * need not withstand a forger: the server makes it anew from its own quote and compares.
 */
export function fingerprintOf(quote: Omit<Quote, 'fingerprint'>): string {
  const mix = new Mix();
  mix.number(quote.lines.length);
  for (const line of quote.lines) mixLine(mix, line);
  mix.number(quote.adjustments.length);
  for (const adjustment of quote.adjustments) mixAdjustment(mix, adjustment, quote.lines);
  mix.number(quote.gifts.length);
  for (const { lineId, skuId, quantity } of quote.gifts) {
    mix.text(lineId);
    mix.text(skuId);
    mix.number(quantity);
  }
  mix.number(quote.addOns.length);
  for (const { offerId, thresholdFen } of quote.addOns) {
    mix.text(offerId);
    mix.number(thresholdFen);
  }
  const { baseFen, rushFen, paidFen } = quote.freight;
  for (const part of [baseFen, rushFen, paidFen, quote.points.used, quote.payableFen]) mix.number(part);
  return mix.hex();
}

function mixLine(mix: Mix, line: QuoteLine): void {
  mix.text(line.lineId);
  mix.number(line.quantity);
  mix.number(line.listUnitFen);
  mix.number(line.unitFen);
  mix.number(line.amountFen);
  mix.number(line.paidFen);
}

/** Lines are named by their place: shares come in the order of the lines. */
function mixAdjustment(mix: Mix, { id, amountFen, allocation }: Adjustment, lines: readonly QuoteLine[]): void {
  mix.text(id);
  mix.number(amountFen);
  let place = 0;
  for (const share of allocation) {
    while (place < lines.length && lines[place]?.lineId !== share.lineId) place += 1;
    mix.number(place);
    mix.number(share.amountFen);
  }
}
