import type { ExchangeView } from '../../contract';
import type { Exchange, Order } from '../../document';
import { exchangeDueMs } from '../../domain/exchange/desk';
import { exchangesOf } from '../../domain/exchange/record';
import { type ExchangeState, hasGoodsToCome } from '../../domain/exchange-states';
import { goodOf } from '../refund/sums';
import { canDrop } from './records';

/** As its resident sees it. */
export function exchangeView(order: Order, exchangeNumber: string, exchange: Exchange): ExchangeView {
  const { state, atMs, units, reason, note, pictures, answer } = exchange;
  return {
    ...{ exchangeNumber, state, atMs, reason, note, pictures, answer },
    lines: order.quote.lines.flatMap(({ lineId }) => {
      const count = units[lineId] ?? 0;
      return count === 0 ? [] : [{ ...goodOf(order, lineId), lineId, units: count }];
    }),
    goodsToCome: hasGoodsToCome(reason) && exchange.bad === undefined,
    bad: exchange.bad ?? null,
    refundNumber: exchange.refundNumber ?? null,
    decideByMs: state === 'asked' ? exchangeDueMs(exchange) : null,
    timeline: timelineOf(exchange),
    can: canDrop(exchange, 'withdrawn') ? ['withdraw'] : [],
  };
}

function timelineOf({ timeline }: Exchange): ExchangeView['timeline'] {
  const steps = Object.entries(timeline) as [ExchangeState, NonNullable<Exchange['timeline'][ExchangeState]>][];
  return steps.map(([state, { atMs, by }]) => ({ state, atMs, by })).sort((a, b) => a.atMs - b.atMs);
}

/** All of an order, newest first. */
export const exchangeViews = (order: Order): ExchangeView[] =>
  Object.entries(exchangesOf(order))
    .map(([exchangeNumber, exchange]) => exchangeView(order, exchangeNumber, exchange))
    .reverse();
