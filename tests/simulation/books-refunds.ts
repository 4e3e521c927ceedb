import { shareOfUnits } from '../../cloudfunctions/kernel/allocate';
import type { Order } from '../../cloudfunctions/rooms/order';
import { isGivenBack } from '../../cloudfunctions/rooms/order/domain/refund-states';
import { CAMPAIGN } from '../support/shop';

type Refund = Order['refunds'][string];

/** Refunds whose units are not in the order any more. */
export const givenBack = ({ refunds }: Pick<Order, 'refunds'>): Refund[] =>
  Object.values(refunds).filter(({ state, cause }) => isGivenBack(state) && cause !== 'late');

const unitsBack = (order: Pick<Order, 'refunds'>, lineId: string): number =>
  givenBack(order).reduce((sum, { units }) => sum + (units[lineId] ?? 0), 0);

/** Nothing of it is left with the resident. */
export const isAllBack = (order: Pick<Order, 'quote' | 'refunds'>): boolean =>
  order.quote.lines.every(({ lineId, quantity }) => unitsBack(order, lineId) === quantity);

/** What refunds gave back to shelves and to the budget, reckoned anew from rules.md section 2. */
export function returnedOf(order: Order) {
  const onShelf = givenBack(order).filter(({ cause, restocked }) => restocked ?? cause !== 'after-sales');
  return {
    stock: (skuId: string): number => {
      const goods = order.quote.lines
        .filter((line) => line.skuId === skuId)
        .reduce((sum, { lineId }) => sum + unitsIn(onShelf, lineId), 0);
      const neverSent = givenBack(order).filter(
        (refund) => refund.cause !== 'after-sales' && !(refund.restocked === false && hasSku(order, refund, skuId)),
      );
      return goods + giftUnits(order, neverSent, ({ skuId: gift }) => gift === skuId);
    },
    budget: (key: string, booked: number): number => {
      if (isAllBack(order)) return booked;
      const isOf = (offerId: string | null) => key === CAMPAIGN || offerId === key;
      return reductionsBack(order, isOf) + giftValuesBack(order, isOf);
    },
  };
}

/** The shop has none of it: a gift of the same SKU is not there either. */
const hasSku = ({ quote }: Order, { units }: Refund, skuId: string): boolean =>
  quote.lines.some((line) => line.skuId === skuId && (units[line.lineId] ?? 0) > 0);

const unitsIn = (refunds: readonly Refund[], lineId: string): number =>
  refunds.reduce((sum, { units }) => sum + (units[lineId] ?? 0), 0);

/** Of each reduction, and each of its lines, the share of the units that came back. Coupons come back as a whole. */
function reductionsBack(order: Order, isOf: (offerId: string | null) => boolean): number {
  const quantity = new Map(order.quote.lines.map((line) => [line.lineId, line.quantity]));
  return order.quote.adjustments
    .filter(({ campaignId, offerId, couponId }) => campaignId === CAMPAIGN && couponId === null && isOf(offerId))
    .flatMap(({ allocation }) => allocation)
    .reduce((sum, { lineId, amountFen }) => {
      const of = quantity.get(lineId);
      // More units than there were are told by themselves (rest-money.ts).
      return of === undefined ? sum : sum + shareOfUnits(-amountFen, Math.min(of, unitsBack(order, lineId)), of);
    }, 0);
}

const giftValuesBack = (order: Order, isOf: (offerId: string | null) => boolean): number =>
  order.quote.gifts
    .filter(({ campaignId, offerId }) => campaignId === CAMPAIGN && isOf(offerId))
    .reduce((sum, { lineId, valueUnitFen }) => sum + valueUnitFen * giftsCredited(givenBack(order), lineId), 0);

const giftUnits = (order: Order, refunds: readonly Refund[], is: (gift: { skuId: string }) => boolean): number =>
  order.quote.gifts.filter(is).reduce((sum, { lineId }) => sum + giftsNamed(refunds, lineId), 0);

const giftsNamed = (refunds: readonly Refund[], lineId: string): number =>
  refunds.reduce((sum, { amounts }) => sum + (amounts.gifts[lineId]?.units ?? 0), 0);

/** A gift that has its cause again keeps what it gave back: the record of it, which is never below what is named. */
const giftsCredited = (refunds: readonly Refund[], lineId: string): number =>
  refunds.reduce((sum, { creditedGifts }) => sum + (creditedGifts?.[lineId] ?? 0), 0);
