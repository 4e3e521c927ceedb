import type { GiftView, PaidLineView, StaffOrderCard } from '../contract';
import type { Order, OrderedGood } from '../document';
import { unitsExchanging } from '../domain/exchange/open';
import { unitsNamed } from '../domain/refund/gifts';
import type { Units } from '../domain/refund/record';
import { countedRefunds, givenRefunds, unitsIn, unitsLeft } from '../domain/refund/units';
import { goodOf } from './refund/sums';

/** What each unit of the order cost in the end, and what of it is in refunds and exchanges; `left`: what can be asked for now. */
export function paidLinesOf(order: Order, left: Units = unitsLeft(order)): PaidLineView[] {
  const [given, counted] = [givenRefunds(order), countedRefunds(order)];
  return order.quote.lines.map(({ lineId, skuId, quantity, listFen, paidFen, points }) => {
    const unitsRefunded = unitsIn(given, lineId);
    const unitsRefunding = unitsIn(counted, lineId) - unitsRefunded;
    return {
      ...{ lineId, skuId, quantity, listFen, paidFen, points, unitsRefunding, unitsRefunded },
      ...{ unitsExchanging: unitsExchanging(order, lineId), unitsLeft: left[lineId] ?? 0 },
    };
  });
}

/** Gifts as they were given; `less`: without the units that went back to the shelf. */
export function giftViews(order: Order, { less }: { readonly less: boolean } = { less: false }): GiftView[] {
  const cancelled = less ? countedRefunds(order).filter(({ cause }) => cause !== 'after-sales') : [];
  return order.quote.gifts.flatMap(({ lineId, quantity, valueUnitFen: valueFen, title, substituteFor }) => {
    const units = quantity - unitsNamed(cancelled, lineId);
    if (units === 0) return [];
    const isSubstitute = substituteFor !== null;
    return [{ ...goodOf(order, lineId), lineId, quantity: units, valueFen, title, isSubstitute }];
  });
}

/** Units that are in no refund are what goes into the bag. */
export function packedLine(order: Order, good: OrderedGood): StaffOrderCard['lines'][number] {
  const { skuId, name, spec, quantity, picture, tint } = good;
  const left = unitsLeft(order);
  const lines = order.quote.lines.filter((line) => line.skuId === skuId);
  const units = lines.map(({ lineId }) => ({ lineId, units: left[lineId] ?? 0 }));
  return { name, spec, quantity, picture, tint, units };
}
