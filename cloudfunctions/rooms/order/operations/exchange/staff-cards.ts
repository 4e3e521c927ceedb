import type { StaffExchangeCard } from '../../contract';
import { type Exchange, type Order, orderNumber } from '../../document';
import { exchangeDueMs } from '../../domain/exchange/desk';
import { exchangesOf } from '../../domain/exchange/record';
import { hasGoodsToCome } from '../../domain/exchange-states';
import { amountsOf } from '../../domain/refund/amounts';
import type { Looking } from '../refund/staff-cards';
import { isOfDesk } from '../roles';
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
    canDo: deedsOf(exchange, roles),
  };
}

/** What this member of staff may do with it now: to decide is the desk's, to carry is everybody's. */
function deedsOf(exchange: Exchange, roles: Looking['roles']): Deed[] {
  const { state, reason, bad } = exchange;
  const isSetAside = state === 'reserved' || state === 'dispatched' || state === 'handed-over';
  const decides = isOfDesk(roles);
  const can: readonly (readonly [Deed, boolean])[] = [
    ['agree', decides && canMove(exchange, 'agreed')],
    ['dispatch', canMove(exchange, 'dispatched')],
    ['hand-over', canMove(exchange, 'handed-over')],
    ['goods', isSetAside && hasGoodsToCome(reason) && bad === undefined],
    ['money', decides && canMove(exchange, 'refunded')],
    ['decline', decides && canDrop(exchange, 'declined')],
  ];
  return can.flatMap(([deed, is]) => (is ? [deed] : []));
}

/** Those of an order that wait for somebody, the most urgent first. */
export const waitingCards = (order: Order, looking: Looking): StaffExchangeCard[] =>
  Object.keys(exchangesOf(order))
    .map((exchangeNumber) => exchangeCard(order, exchangeNumber, looking))
    .filter(({ dueAtMs }) => dueAtMs !== null)
    .sort((a, b) => (a.dueAtMs ?? 0) - (b.dueAtMs ?? 0));
