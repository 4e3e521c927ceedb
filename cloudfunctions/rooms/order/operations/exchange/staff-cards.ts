import type { StaffExchangeCard } from '../../contract';
import { type Exchange, type Order, orderNumber } from '../../document';
import { exchangeDueMs } from '../../domain/exchange/desk';
import { exchangesOf } from '../../domain/exchange/record';
import { hasGoodsToCome } from '../../domain/exchange-states';
import { amountsOf } from '../../domain/refund/amounts';
import type { Looking } from '../refund/staff-cards';
import { shownContact } from '../staff-card';
import { canDrop, canMove } from './records';
import { exchangeView } from './view';

type Deed = StaffExchangeCard['canDo'][number];

export function exchangeCard(order: Order, exchangeNumber: string, { nowMs, roles }: Looking): StaffExchangeCard {
  const exchange = exchangesOf(order)[exchangeNumber];
  if (!exchange) throw new Error(`order ${order._id} has no exchange ${exchangeNumber}`);
  const dueAtMs = exchangeDueMs(exchange);
  const { units, reason } = exchange;
  const canPay = canMove(exchange, 'refunded');
  return {
    ...exchangeView(order, exchangeNumber, exchange),
    orderId: order._id,
    orderNumber: orderNumber(order),
    orderState: order.state,
    ...shownContact(order, roles),
    dueAtMs,
    isOverdue: dueAtMs !== null && dueAtMs <= nowMs,
    moneyFen: canPay ? amountsOf(order, { cause: 'after-sales', reason, units }).amountFen : null,
    canDo: deedsOf(exchange),
  };
}

/** What staff may do with it now. */
function deedsOf(exchange: Exchange): Deed[] {
  const { state, reason, bad } = exchange;
  const isSetAside = state === 'reserved' || state === 'dispatched' || state === 'handed-over';
  const can: readonly (readonly [Deed, boolean])[] = [
    ['agree', canMove(exchange, 'agreed')],
    ['dispatch', canMove(exchange, 'dispatched')],
    ['hand-over', canMove(exchange, 'handed-over')],
    ['goods', isSetAside && hasGoodsToCome(reason) && bad === undefined],
    ['money', canMove(exchange, 'refunded')],
    ['decline', canDrop(exchange, 'declined')],
  ];
  return can.flatMap(([deed, is]) => (is ? [deed] : []));
}

/** Those of an order that wait for somebody, the most urgent first. */
export const waitingCards = (order: Order, looking: Looking): StaffExchangeCard[] =>
  Object.keys(exchangesOf(order))
    .map((exchangeNumber) => exchangeCard(order, exchangeNumber, looking))
    .filter(({ dueAtMs }) => dueAtMs !== null)
    .sort((a, b) => (a.dueAtMs ?? 0) - (b.dueAtMs ?? 0));
