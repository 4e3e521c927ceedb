import type { GiftView, PaidLineView, StaffOrderCard } from '../contract';
import type { Order, OrderedGood } from '../document';
import { unitsNamed } from '../domain/refund/gifts';
import { countedRefunds, givenRefunds, unitsIn, unitsLeft } from '../domain/refund/units';
import { goodOf } from './refund/sums';

/** What each unit of the order cost in the end, and what of it is in refunds. */
export function paidLinesOf(order: Order): PaidLineView[] {
  const left = unitsLeft(order);
  const given = givenRefunds(order);
  return order.quote.lines.map(({ lineId, skuId, quantity, listFen, paidFen, points }) => {
    const unitsRefunded = unitsIn(given, lineId);
    const unitsLeftNow = left[lineId] ?? 0;
    const unitsRefunding = quantity - unitsRefunded - unitsLeftNow;
    return {
      ...{ lineId, skuId, quantity, listFen, paidFen, points },
      ...{ unitsRefunding, unitsRefunded, unitsLeft: unitsLeftNow },
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
