import { hashOf } from '../../../kernel/ids';
import { byId } from './order';
import type { Quote } from './quote';

/**
 * 32 hex digits over all of a quote that a resident agrees to by placing: lines, adjustments with their lines, gifts,
 * add-ons, freight, points, amount. Words, reasons and hints are left out: they may change without the price changing.
 */
export function fingerprintOf(quote: Omit<Quote, 'fingerprint'>): string {
  const lines = quote.lines.map((line) => [line.lineId, line.quantity, line.listUnitFen, line.unitFen, line.paidFen]);
  const adjustments = quote.adjustments.map(({ id, amountFen, allocation }) => [
    id,
    amountFen,
    allocation.map((entry) => [entry.lineId, entry.amountFen]),
  ]);
  const gifts = quote.gifts.map(({ lineId, skuId, quantity }) => [lineId, skuId, quantity]);
  const addOns = quote.addOns.map(({ offerId, benefit }) => [
    offerId,
    Object.entries(benefit).sort(([a], [b]) => byId(a, b)),
  ]);
  const { baseFen, rushFen, paidFen } = quote.freight;
  return hashOf(
    'quote/2',
    JSON.stringify([
      lines,
      adjustments,
      gifts,
      addOns,
      [baseFen, rushFen, paidFen],
      quote.points.used,
      quote.payableFen,
    ]),
  );
}
