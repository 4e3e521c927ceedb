import type { StaffRole } from '../../../../platform/context';
import type { StaffRefundCard } from '../../contract';
import { type Order, orderNumber, type Refund } from '../../document';
import { awaitsGift, canTakeGift, giftLossFen, type RefundTab, tabOf } from '../../domain/refund/desk';
import { isOfDesk } from '../roles';
import { shownContact } from '../staff-card';
import { refundView } from './view';

type Deed = StaffRefundCard['canDo'][number];

export interface Looking {
  readonly nowMs: number;
  readonly roles: readonly StaffRole[];
}

export function refundCard(order: Order, refundNumber: string, { nowMs, roles }: Looking): StaffRefundCard {
  const refund = order.refunds[refundNumber];
  if (!refund) throw new Error(`order ${order._id} has no refund ${refundNumber}`);
  const { tab, atMs } = tabOf(refund);
  return {
    ...refundView(order, refundNumber, refund),
    orderId: order._id,
    orderNumber: orderNumber(order),
    orderState: order.state,
    ...shownContact(order, roles),
    orderPaidFen: order.payableFen,
    isOverdue: tab === 'to-decide' && atMs <= nowMs,
    refusal: refund.refusal ?? null,
    writtenOff: writtenOffOf(order, refund),
    canDo: isOfDesk(roles) ? deedsOf(refund) : [],
  };
}

function writtenOffOf(order: Order, refund: Refund): StaffRefundCard['writtenOff'] {
  const { giftsWrittenOff, giftsBackBy } = refund;
  if (!giftsWrittenOff || giftsBackBy !== undefined) return null;
  return { ...giftsWrittenOff, lossFen: giftLossFen(order, refund) };
}

/** What support may do with it now. */
function deedsOf(refund: Refund): Deed[] {
  if (refund.state === 'asked') return ['approve', 'approve-goods-first', 'decline'];
  if (refund.state === 'goods-to-come') return ['goods-back', 'decline'];
  const gift: Deed[] = [
    ...(canTakeGift(refund) ? (['gift-back'] as const) : []),
    ...(awaitsGift(refund) ? (['write-off-gift'] as const) : []),
  ];
  return refund.state === 'refused' ? ['mend', ...gift] : gift;
}

/** Those of an order that lie in this tab, the most urgent first. */
export function cardsOfTab(order: Order, tab: RefundTab, looking: Looking): StaffRefundCard[] {
  return Object.entries(order.refunds)
    .map(([refundNumber, refund]) => ({ refundNumber, place: tabOf(refund) }))
    .filter(({ place }) => place.tab === tab)
    .sort((a, b) => a.place.atMs - b.place.atMs)
    .map(({ refundNumber }) => refundCard(order, refundNumber, looking));
}
