import type { StaffOrderCard } from '@rooms/order/contract';
import { OfferTags, type Tag } from '@/components/OfferTag';
import { staffWords as words } from '@/text/areas/staff';

/** What sets an order apart: express, gifts and prizes to put in, a refund that is not settled. */
export function Marks({ order }: { order: StaffOrderCard }) {
  const { isExpress, gifts, prizes, hasOpenRefund } = order;
  const tags: Tag[] = [
    ...(isExpress ? [{ tone: 'solid', text: words.express } as const] : []),
    ...(gifts.length > 0 ? [{ tone: 'gift', text: words.giftsMark(gifts.length) } as const] : []),
    ...(prizes.length > 0 ? [{ tone: 'gift', text: words.prizesMark(prizes.length) } as const] : []),
    ...(hasOpenRefund ? [{ tone: 'danger', text: words.refundMark } as const] : []),
  ];
  return tags.length > 0 ? <OfferTags tags={tags} wrap /> : null;
}
