import type { ShownAdjustment, ShownQuote } from '@rooms/settlement';
import type { SlipRow } from '@/components/Slip/rows';
import { words } from '.';
import { givenWords } from './areas/given';
import { benefitText } from './gifts';
import { roundText, yuanText } from './money';
import { adjustmentText } from './offers';

/**
 * The quote as a till receipt. The rows come to `payableFen`: goods at list price, every reduction by name, and freight
 * as one row, waived or reduced with its reasons under it.
 */
export function slipRows(quote: ShownQuote, nameOfSku: (skuId: string) => string | undefined): SlipRow[] {
  const count = quote.lines.reduce((sum, line) => sum + line.quantity, 0);
  const onGoods = quote.adjustments.filter((adjustment) => adjustment.step !== 'freight' && !onFreight(adjustment));
  const goods: SlipRow = { key: 'goods', what: words.slip.goods(count), amountFen: quote.listFen };
  const reductions = onGoods.map((adjustment) => ({
    key: adjustment.id,
    what: adjustmentText(adjustment),
    why: whyOf(adjustment, quote, nameOfSku),
    amountFen: adjustment.amountFen,
  }));
  return [goods, ...reductions, freightRow(quote), ...quote.addOns.flatMap(extraRow)];
}

/** A gift stands among the goods, with its picture; what else a threshold brings is a row without an amount. */
function extraRow({ offerId, title, thresholdFen, benefit }: ShownQuote['addOns'][number]): SlipRow[] {
  if (benefit.form === 'gift') return [];
  const given = {
    key: `extra-${offerId}-${benefit.form}`,
    amountFen: 0,
    mark: givenWords.extra,
    word: givenWords.mark,
  };
  return [{ ...given, what: benefitText(benefit), why: title ?? givenWords.extraFrom(`¥${roundText(thresholdFen)}`) }];
}

const onFreight = ({ kind }: ShownAdjustment): boolean => kind === 'points-freight';

/** A word for what it made cheaper has room for so many names. */
const MOST_NAMES = 3;
const ON_UNITS: readonly ShownAdjustment['step'][] = ['line-price', 'nth-item'];

/** A line price says what it made cheaper; the others are on the whole. */
function whyOf(adjustment: ShownAdjustment, quote: ShownQuote, nameOfSku: (skuId: string) => string | undefined) {
  if (!ON_UNITS.includes(adjustment.step)) return undefined;
  const lines = quote.lines.filter((line) => adjustment.allocation.some((entry) => entry.lineId === line.lineId));
  const units = new Map<string, number>();
  for (const { skuId, quantity } of lines) units.set(skuId, (units.get(skuId) ?? 0) + quantity);
  const named = [...units].map(([skuId, quantity]) => `${nameOfSku(skuId) ?? ''} ${quantity} 件`.trim());
  if (named.length <= MOST_NAMES) return named.join('，') || undefined;
  return `${named.slice(0, MOST_NAMES).join('，')}，等 ${named.length} 样`;
}

function freightRow({ freight, adjustments }: ShownQuote): SlipRow {
  const fullFen = freight.baseFen + freight.rushFen;
  const reasons = adjustments
    .filter((adjustment) => adjustment.step === 'freight' || onFreight(adjustment))
    .map(adjustmentText);
  const rush = freight.rushFen > 0 ? [`含加急 ${yuanText(freight.rushFen)}`] : [];
  const row = { key: 'freight', what: words.slip.freight, amountFen: freight.paidFen };
  if (fullFen === freight.paidFen) return rush.length > 0 ? { ...row, why: rush[0] } : row;
  const why = [freight.paidFen === 0 ? '' : `原来 ${yuanText(fullFen)}`, ...rush, ...reasons]
    .filter(Boolean)
    .join('，');
  return freight.paidFen === 0 ? { ...row, why, waivedFen: fullFen } : { ...row, why };
}
