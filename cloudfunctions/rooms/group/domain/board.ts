import { hashOf } from '../../../kernel/ids';

/**
 * k-anonymity: a number of fewer than 5 different residents is shown to nobody. In an estate where five bought bread, who
 * knows that a neighbour ordered today still cannot say what.
 */
export const LEAST_SHOWN = 5;
/** What fits on a phone without becoming a catalogue. */
export const MOST_GOODS = 10;

/** What one estate ordered on one Shanghai day. Ids and names of residents are not in it. */
export type OrderDay = {
  /** `<estate>_<yyyymmdd>` */
  readonly _id: string;
  readonly estateId: string;
  readonly day: string;
  /** By the order's key: writing it twice writes the same. */
  readonly orders: { readonly [orderKey: string]: OrderNote };
};

export interface OrderNote {
  /** The same for all orders of one resident on this day, another one tomorrow. */
  readonly who: string;
  readonly skus: readonly string[];
}

export const orderDayId = (estateId: string, day: string): string => `${estateId}_${day}`;
export const orderKey = (orderId: string): string => hashOf('board', orderId).slice(0, 16);
export const whoOf = (residentId: string, dayId: string): string => hashOf('board', residentId, dayId).slice(0, 12);

export interface Counted {
  /** Different residents who ordered; null: fewer than LEAST_SHOWN. */
  readonly neighbours: number | null;
  /** The most bought first; each by LEAST_SHOWN residents at least. */
  readonly goods: readonly { readonly skuId: string; readonly neighbours: number }[];
}

/** Residents are counted, not orders or units: ten orders of one household are one neighbour. */
export function countDay(day: Pick<OrderDay, 'orders'> | null): Counted {
  const all = new Set<string>();
  const bySku = new Map<string, Set<string>>();
  for (const { who, skus } of Object.values(day?.orders ?? {})) {
    all.add(who);
    for (const skuId of skus) bySku.set(skuId, (bySku.get(skuId) ?? new Set()).add(who));
  }
  const goods = [...bySku]
    .map(([skuId, buyers]) => ({ skuId, neighbours: buyers.size }))
    .filter(({ neighbours }) => neighbours >= LEAST_SHOWN)
    .sort((a, b) => b.neighbours - a.neighbours || (a.skuId < b.skuId ? -1 : 1));
  return { neighbours: all.size >= LEAST_SHOWN ? all.size : null, goods: goods.slice(0, MOST_GOODS) };
}
