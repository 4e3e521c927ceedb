import type { AddOn } from './benefits';
import { Mix } from './mix';
import { byId } from './order';
import type { Adjustment, Quote, QuoteLine } from './quote';

/**
 * 32 hex digits over all of a quote that a resident agrees to by placing: lines, adjustments with their lines, freight,
 * gifts with their value, add-ons with what they bring, points, what it earns, amount. Words, reasons and hints are left out: they may change without the price changing. It
 * need not withstand a forger: the server makes it anew from its own quote and compares.
 */
export function fingerprintOf(quote: Omit<Quote, 'fingerprint'>): string {
  const mix = new Mix();
  mix.number(quote.lines.length);
  for (const line of quote.lines) mixLine(mix, line);
  mix.number(quote.adjustments.length);
  for (const adjustment of quote.adjustments) mixAdjustment(mix, adjustment, quote.lines);
  mix.number(quote.gifts.length);
  for (const { lineId, skuId, quantity, valueUnitFen } of quote.gifts) {
    mix.text(lineId);
    mix.text(skuId);
    mix.number(quantity);
    mix.number(valueUnitFen);
  }
  mix.number(quote.addOns.length);
  for (const addOn of quote.addOns) mixAddOn(mix, addOn);
  mix.number(quote.earns.points);
  mix.number(quote.earns.chances);
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

/** What it brings, whatever its form: a version of the campaign may promise less under the same offer id. */
function mixAddOn(mix: Mix, { offerId, thresholdFen, benefit }: AddOn): void {
  mix.text(offerId);
  mix.number(thresholdFen);
  for (const [name, value] of Object.entries(benefit).sort(([a], [b]) => byId(a, b))) {
    mix.text(name);
    if (typeof value === 'number') mix.number(value);
    else mix.text(String(value));
  }
}

/** Lines are named by their place: shares come in the order of the lines. Amounts are below 0: their size is one word. */
function mixAdjustment(mix: Mix, { id, amountFen, allocation }: Adjustment, lines: readonly QuoteLine[]): void {
  mix.text(id);
  mix.number(0 - amountFen);
  let place = 0;
  for (const share of allocation) {
    while (place < lines.length && lines[place]?.lineId !== share.lineId) place += 1;
    mix.number(place);
    mix.number(0 - share.amountFen);
  }
}
