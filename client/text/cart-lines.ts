import type { ShownQuote } from '@rooms/settlement';
import type { Tag } from '@/components/OfferTag';
import { quoteWords } from './areas/quote';
import { yuanText } from './money';
import { adjustmentText } from './offers';

/** What the units of one SKU cost in a quote. */
export interface UnitPrices {
  /** Of most of its units; of as many the higher. */
  unitFen: number;
  /** 「2 件 ¥10.00，1 件 ¥5.00」 where they cost differently; '' where all cost the same. */
  split: string;
}

/** What one unit of a line costs after its own offers (nth items, sets), rounded down where they do not divide. */
export const unitPriceFen = ({ amountFen, quantity }: ShownQuote['lines'][number]): number =>
  Math.floor(amountFen / quantity);

/** Null: the SKU is not in the quote (not selected, sold out). */
export function unitPrices(skuId: string, { lines }: Pick<ShownQuote, 'lines'>): UnitPrices | null {
  const units = new Map<number, number>();
  for (const line of lines) {
    if (line.skuId !== skuId) continue;
    const unitFen = unitPriceFen(line);
    units.set(unitFen, (units.get(unitFen) ?? 0) + line.quantity);
  }
  const prices = [...units].sort(([aFen, a], [bFen, b]) => b - a || bFen - aFen);
  const [most] = prices;
  if (!most) return null;
  const split = prices.map(([unitFen, count]) => quoteWords.units(count, yuanText(unitFen))).join('，');
  return { unitFen: most[0], split: prices.length > 1 ? split : '' };
}

/** A line has room for two words beside its price. */
const MOST_TAGS = 2;
const TONES: { readonly [step: string]: Tag['tone'] } = {
  'line-price': 'now',
  'nth-item': 'now',
  'spend-tier': 'save',
};

/**
 * What took something off this SKU's units and not off every line: coupons, points and what is on the whole are said on
 * the slip.
 */
export function lineTags(skuId: string, { lines, adjustments }: Pick<ShownQuote, 'lines' | 'adjustments'>): Tag[] {
  const lineIds = new Set(lines.filter((line) => line.skuId === skuId).map((line) => line.lineId));
  const touching = adjustments.filter(
    ({ allocation, step }) =>
      allocation.some(({ lineId }) => lineIds.has(lineId)) &&
      (step !== 'spend-tier' || allocation.length < lines.length),
  );
  const tags = touching.flatMap((adjustment): Tag[] => {
    const tone = TONES[adjustment.step];
    return tone ? [{ tone, text: adjustmentText(adjustment) }] : [];
  });
  return tags.filter((tag, index) => tags.findIndex(({ text }) => text === tag.text) === index).slice(0, MOST_TAGS);
}
