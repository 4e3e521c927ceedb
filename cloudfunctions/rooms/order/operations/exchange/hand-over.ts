import type { ParsedInputOf } from '../../../../contract';
import { type Result, refuse } from '../../../../kernel/result';
import type { StaffContext } from '../../../../platform/context';
import type { StaffExchangeCard, staffOrderContract } from '../../contract';
import { hasGoodsToCome } from '../../domain/exchange-states';
import { putBack } from './fresh';
import { canMove, moved } from './records';
import { doToExchange } from './staff-deed';

type Contract = typeof staffOrderContract;
type Card = Promise<Result<StaffExchangeCard>>;

/** reserved → dispatched → handed over; who comes to the shop is handed over at once. Repeating a step done is no error. */
export function moveExchange(context: StaffContext, input: ParsedInputOf<Contract['order.moveExchange']>): Card {
  const { orderId, exchangeNumber, to } = input;
  const deed = { operation: 'order.moveExchange', orderId, exchangeNumber, says: { to } };
  return doToExchange(context, deed, ({ exchange, step }) => {
    if (exchange.timeline[to] !== undefined) return { keep: true };
    if (!canMove(exchange, to)) return refuse('EXCHANGE_STATE', { state: exchange.state });
    const there = moved(exchange, to, step);
    const isDone = to === 'handed-over' && (there.bad !== undefined || !hasGoodsToCome(there.reason));
    return { write: { exchanges: { [exchangeNumber]: isDone ? moved(there, 'done', step) : there } } };
  });
}

/** Said once, from the day that the fresh ones are set aside: the bad units are on the shelf again, spoiled, or stay with the resident. */
export function exchangeGoods(context: StaffContext, input: ParsedInputOf<Contract['order.exchangeGoods']>): Card {
  const { orderId, exchangeNumber, bad } = input;
  const deed = { operation: 'order.exchangeGoods', orderId, exchangeNumber, says: { bad } };
  return doToExchange(context, deed, ({ order, exchange, step }) => {
    if (exchange.bad === bad) return { keep: true };
    const isNow = ['reserved', 'dispatched', 'handed-over'].includes(exchange.state);
    if (!isNow || exchange.bad !== undefined || !hasGoodsToCome(exchange.reason))
      return refuse('EXCHANGE_STATE', { state: exchange.state });
    const known = { ...exchange, bad };
    const after = exchange.state === 'handed-over' ? moved(known, 'done', step) : known;
    const effects = bad === 'shelf' ? putBack(order, exchangeNumber, 'bad', step.atMs) : {};
    return { write: { exchanges: { [exchangeNumber]: after }, effects } };
  });
}
