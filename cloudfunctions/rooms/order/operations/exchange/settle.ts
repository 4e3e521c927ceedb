import type { Settler } from '../../../../platform/holds/marks';
import type { Order } from '../../document';
import { exchangesOf } from '../../domain/exchange/record';
import { findOrder } from '../../store';
import { freshOp } from './records';

/**
 * What became of fresh units that this mark took. While its exchange is agreed under this op the outbox will say; an op that the
 * record does not name by then never will be: agreeing again has another one.
 */
export const settleFreshMark: Settler = async (context, { cellId, op, mark }) => {
  const order = await findOrder(context.db, mark.by);
  if (!order) {
    context.log.error('mark-without-order', { orderId: mark.by });
    return 'leave';
  }
  if (isAwaited(order, op)) return 'leave';
  const fresh = Object.values(exchangesOf(order)).find((exchange) => exchange.fresh?.op === op)?.fresh;
  return fresh?.cells.some((cell) => cell.cellId === cellId) ? 'capture' : 'release';
};

const isAwaited = (order: Order, op: string): boolean =>
  Object.entries(exchangesOf(order)).some(
    ([exchangeNumber, { state, agreedTimes }]) =>
      state === 'agreed' && freshOp(order._id, exchangeNumber, agreedTimes) === op,
  );
