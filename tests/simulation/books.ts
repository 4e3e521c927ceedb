import type { Cell } from '../../cloudfunctions/kernel/cell';
import type { Wallet } from '../../cloudfunctions/kernel/wallet';
import type { Stored } from '../../cloudfunctions/platform/db';
import type { Order, OrderState } from '../../cloudfunctions/rooms/order';
import type { EngineDb } from '../support/engine-db';
import { exchangedOf } from './books-exchanges';
import { returnedOf } from './books-refunds';

export { givenBack, isAllBack } from './books-refunds';

/** Documents as they are in the engine now, by collection, kept up to date write by write. */
export interface Books {
  readonly orders: Map<string, Order>;
  readonly cells: Map<string, Cell>;
  readonly wallets: Map<string, Wallet>;
  /** What each cell had left before anybody came. */
  readonly opening: ReadonlyMap<string, Cell['left']>;
}

/** A state in which the order has its goods, coupons, points and budget. */
const LIVE: ReadonlySet<OrderState> = new Set([
  'placed',
  'closing',
  'paid',
  'picked',
  'dispatched',
  'delivered',
  'received',
]);

export const isLive = ({ state }: Pick<Order, 'state'>): boolean => LIVE.has(state);
/** Live, and the resident's money is with the shop. */
export const isKept = (order: Pick<Order, 'state'>): boolean =>
  isLive(order) && order.state !== 'placed' && order.state !== 'closing';

const mapOf = <T extends Stored>(documents: readonly T[]): Map<string, T> =>
  new Map(documents.map((document) => [document._id, document]));

export function openBooks(engine: Pick<EngineDb, 'dump'>): Books {
  const cells = engine.dump<Cell>('cells');
  return {
    orders: mapOf(engine.dump<Order>('orders')),
    cells: mapOf(cells),
    wallets: mapOf(engine.dump<Wallet>('wallets')),
    opening: new Map(cells.map(({ _id, left }) => [_id, left])),
  };
}

/** What an order takes from the cells, by cell and key, less what its refunds gave back there, with what its exchanges took. */
export function unitsOf(order: Order): { cellId: string; key: string; units: number }[] {
  const back = returnedOf(order);
  return order.wants.flatMap(({ cellIds, q, of }) => {
    const [cellId] = cellIds;
    if (cellId === undefined || cellIds.length > 1) throw new Error('the books know orders that want one cell each');
    return Object.entries(q).map(([key, units]) => {
      const returned = of === 'stock' ? back.stock(key) : back.budget(key, units);
      return { cellId, key, units: units - returned + (of === 'stock' ? exchangedOf(order, key) : 0) };
    });
  });
}
