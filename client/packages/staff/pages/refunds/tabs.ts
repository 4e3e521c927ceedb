import type { DeskCounts } from '@rooms/order/contract';
import { exchangeWords } from '@/text/areas/exchange';
import { staffWords } from '@/text/areas/staff';
import { staffRefundWords as words } from '@/text/areas/staff-refunds';

export type Counts = DeskCounts;
export type RefundTab = keyof typeof words.tabs;
export type Tab = RefundTab | 'exchange';

const texts: Readonly<Record<Tab, string>> = { ...words.tabs, exchange: exchangeWords.tab };

/** Each with how many orders wait there, as far as is known. */
export const tabsOf = (counts: Counts | undefined) =>
  (Object.keys(texts) as Tab[]).map((key) => ({ key, text: staffWords.tab(texts[key], counts?.[key] ?? 0) }));
