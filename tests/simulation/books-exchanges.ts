import type { Exchange, Order } from '../../cloudfunctions/rooms/order/document';

/** Fresh units that were set aside: from there to the resident, or spoiled, unless they went back. */
const isOut = ({ timeline, freshBack }: Exchange): boolean => timeline.reserved !== undefined && freshBack !== true;

/** Units of a SKU that the exchanges of an order took from its shelf, less the bad ones that were put there. */
export const exchangedOf = (order: Pick<Order, 'quote' | 'exchanges'>, skuId: string): number =>
  Object.values(order.exchanges ?? {}).reduce((sum, exchange) => {
    const lines = order.quote.lines.filter((line) => line.skuId === skuId);
    const units = lines.reduce((count, { lineId }) => count + (exchange.units[lineId] ?? 0), 0);
    return sum + (isOut(exchange) ? units : 0) - (exchange.bad === 'shelf' ? units : 0);
  }, 0);
