import type { ParsedInputOf } from '../../../../contract';
import { ok, type Result, refuse } from '../../../../kernel/result';
import type { ResidentContext } from '../../../../platform/context';
import type { OrderView, orderContract } from '../../contract';
import type { Order, Step } from '../../document';
import { exchangesOf } from '../../domain/exchange/record';
import { findOrder } from '../../store';
import { carryOutEffects } from '../effects/carry-out';
import { ownOrder } from '../own-order';
import { changeRefunds, type RefundDecision } from '../refund/change';
import { orderView } from '../views';
import { putBack } from './fresh';
import { canDrop, ended } from './records';

type Contract = (typeof orderContract)['order.withdrawExchange'];

/** Until the fresh goods leave; what was set aside goes back on its shelf. Repeating it is no error. */
export async function withdrawExchange(
  context: ResidentContext,
  { orderId, exchangeNumber }: ParsedInputOf<Contract>,
): Promise<Result<OrderView>> {
  const own = await ownOrder(context, orderId);
  if (!own.ok) return own;
  const step: Step = { atMs: context.nowMs, by: 'resident', who: null };
  const changed = await changeRefunds(context, own.data, (order: Order): RefundDecision => {
    const exchange = exchangesOf(order)[exchangeNumber];
    if (!exchange) return refuse('EXCHANGE_UNKNOWN', { field: 'exchangeNumber' });
    if (exchange.state === 'withdrawn') return { keep: true };
    if (!canDrop(exchange, 'withdrawn')) return refuse('EXCHANGE_STATE', { state: exchange.state });
    const exchanges = { [exchangeNumber]: ended(exchange, 'withdrawn', { step, restock: true }) };
    return { write: { exchanges, effects: putBack(order, exchangeNumber, 'fresh', context.nowMs) } };
  });
  if (!changed.ok) return changed;
  const { order, wrote } = changed.data;
  if (wrote) await carryOutEffects(context, order);
  return ok(orderView(wrote ? ((await findOrder(context.db, orderId)) ?? order) : order, context.nowMs));
}
