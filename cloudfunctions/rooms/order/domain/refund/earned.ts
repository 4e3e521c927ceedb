import { pointsEarned } from '../../../settlement';
import type { Refund } from './record';
import type { Sold } from './units';

type Given = readonly Pick<Refund, 'amounts'>[];

/** Goods that earn, of what is still paid after these refunds: without freight, the points part and noPromotion lines. */
export function earningLeftFen({ quote }: Pick<Sold, 'quote'>, given: Given): number {
  const goods = quote.lines.filter(({ noPromotion }) => !noPromotion);
  return goods.reduce((sum, { lineId, paidFen }) => sum + paidFen - givenFen(given, lineId), 0);
}

const givenFen = (given: Given, lineId: string): number =>
  given.reduce((sum, { amounts }) => sum + (amounts.lines[lineId]?.paidFen ?? 0), 0);

/** Points that a received order keeps less by one more refund: the rule applied to what is still paid, before and after. */
export function pointsTaken(
  sold: Pick<Sold, 'quote'> & { readonly pointsRateBps: number },
  given: Given,
  refund: Pick<Refund, 'amounts'>,
): number {
  const earned = (refunds: Given) => pointsEarned(earningLeftFen(sold, refunds), sold.pointsRateBps);
  return earned(given) - earned([...given, refund]);
}

/** Points that add-ons brought on receipt: taken back with the last unit (rules.md section 2). */
export const addOnPoints = ({ quote }: Pick<Sold, 'quote'>): number =>
  quote.addOns.reduce((sum, { benefit }) => sum + (benefit.form === 'points' ? benefit.points : 0), 0);
