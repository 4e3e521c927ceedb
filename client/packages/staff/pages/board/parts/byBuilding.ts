import type { StaffOrderCard } from '@rooms/order/contract';

export interface Group {
  readonly place: string;
  readonly orders: readonly StaffOrderCard[];
}

/** Orders of one building together, one walk; buildings in the order in which their first order waits. */
export function byBuilding(orders: readonly StaffOrderCard[]): Group[] {
  const groups = new Map<string, StaffOrderCard[]>();
  for (const order of orders) {
    const place = `${order.estateName} ${order.building}`;
    groups.set(place, [...(groups.get(place) ?? []), order]);
  }
  return [...groups].map(([place, together]) => ({ place, orders: together }));
}
