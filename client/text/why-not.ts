import type { NotApplied, ShownQuote } from '@rooms/settlement';
import { quoteWords } from './areas/quote';
import { adjustmentText, notAppliedText, reasonText } from './offers';

/** What did not apply, and why, in words. */
export interface WhyNotRow {
  key: string;
  name: string;
  reason: string;
}

/** What a few more goods would mend comes first, what has nothing to do with this cart last. */
const NEAR: readonly NotApplied['reason'][] = ['BELOW_MINIMUM', 'MISSED_BY_LINE_PRICE', 'NOT_ENOUGH_UNITS'];
const rank = ({ reason }: NotApplied): number => (NEAR.includes(reason) ? 0 : reason === 'SCOPE_EMPTY' ? 2 : 1);

/** Otherwise in the order of the quote; coupons alike in name and reason are one row with their number. */
export function whyNotRows(quote: Pick<ShownQuote, 'notApplied' | 'adjustments'>, nowMs: number): WhyNotRow[] {
  const rows = new Map<string, WhyNotRow & { count: number }>();
  for (const not of [...quote.notApplied].sort((a, b) => rank(a) - rank(b))) {
    const name = notAppliedText(not);
    const reason = whyText(not, quote, nowMs);
    const key = `${name}|${reason}`;
    rows.set(key, { key, name, reason, count: (rows.get(key)?.count ?? 0) + 1 });
  }
  return [...rows.values()].map(({ count, name, ...row }) => ({
    ...row,
    name: count > 1 ? `${name}，${quoteWords.sheets(count)}` : name,
  }));
}

/** What took its place is named where it stands on the slip. */
function whyText(not: NotApplied, { adjustments }: Pick<ShownQuote, 'adjustments'>, nowMs: number): string {
  const { reason, insteadId } = not;
  const instead = insteadId && adjustments.find(({ offerId, couponId }) => [offerId, couponId].includes(insteadId));
  return reason === 'NOT_BETTER' && instead ? quoteWords.lessThan(adjustmentText(instead)) : reasonText(not, nowMs);
}
