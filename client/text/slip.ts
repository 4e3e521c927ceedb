import type { ShownAdjustment, ShownQuote } from '@rooms/settlement';
import type { SlipRow } from '@/components/Slip/rows';
import { words } from '.';
import { yuanText } from './money';
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
  return [goods, ...reductions, freightRow(quote)];
}

const onFreight = ({ kind }: ShownAdjustment): boolean => kind === 'points-freight';

/** A line price says what it made cheaper; an operator's title says that it is a coupon. */
function whyOf(adjustment: ShownAdjustment, quote: ShownQuote, nameOfSku: (skuId: string) => string | undefined) {
  if (adjustment.step !== 'line-price') return undefined;
  const lines = quote.lines.filter((line) => adjustment.allocation.some((entry) => entry.lineId === line.lineId));
  return lines.map((line) => `${nameOfSku(line.skuId) ?? ''} ${line.quantity} 件`.trim()).join('，') || undefined;
}

function freightRow({ freight, adjustments }: ShownQuote): SlipRow {
  const fullFen = freight.baseFen + freight.rushFen;
  const reasons = adjustments
    .filter((adjustment) => adjustment.step === 'freight' || onFreight(adjustment))
    .map(adjustmentText);
  const row = { key: 'freight', what: words.slip.freight, amountFen: freight.paidFen };
  if (fullFen === freight.paidFen) return row;
  const why = [freight.paidFen === 0 ? '' : `原来 ${yuanText(fullFen)}`, ...reasons].filter(Boolean).join('，');
  return freight.paidFen === 0 ? { ...row, why, waivedFen: fullFen } : { ...row, why };
}
