import type { Context } from '../../../../platform/context';
import { raiseAlert } from '../../../../platform/staff';
import { exchangeDueMs } from '../../domain/exchange/desk';
import { exchangesOf } from '../../domain/exchange/record';
import { exchangesDue } from '../../store';
import { eachOrder } from '../each-order';

/** An exchange that stands still longer than its step may take is told, once a step. */
export async function alertStillExchanging(context: Context): Promise<void> {
  const { nowMs } = context;
  await eachOrder(context, 'exchanging', await exchangesDue(context.db, nowMs), async (order) => {
    for (const [exchangeNumber, exchange] of Object.entries(exchangesOf(order))) {
      const dueMs = exchangeDueMs(exchange);
      if (dueMs === null || dueMs > nowMs) continue;
      const { state, agreedTimes } = exchange;
      const detail = { orderId: order._id, state, dueMs };
      await raiseAlert(context, 'EXCHANGE_OVERDUE', `${exchangeNumber}:${state}:${agreedTimes}`, detail);
    }
  });
}
