import type { Exchange, Order, Step } from '../../document';
import { exchangesOf } from '../../domain/exchange/record';
import { EXCHANGE_TRANSITIONS, type ExchangeState } from '../../domain/exchange-states';
import { shortOf } from '../effects/returns';

/** Numbers count all that ever were asked for, whatever became of them: `<order>-x1`. */
export const nextExchange = (order: Order): string => `${order._id}-x${Object.keys(exchangesOf(order)).length + 1}`;

/** The exchange that this request key made; undefined: it made none yet. */
export const exchangeBy = (order: Order, key: string): [string, Exchange] | undefined =>
  Object.entries(exchangesOf(order)).find(([, { asked }]) => asked.key === key);

export const canMove = ({ state }: Pick<Exchange, 'state'>, to: ExchangeState): boolean =>
  EXCHANGE_TRANSITIONS[state].includes(to);

/** Along the table. @throws where the table has no such arrow: callers ask it before. */
export function moved(exchange: Exchange, state: ExchangeState, step: Step): Exchange {
  if (!canMove(exchange, state)) throw new Error(`an exchange never goes from ${exchange.state} to ${state}`);
  return { ...exchange, state, timeline: { ...exchange.timeline, [state]: step } };
}

/** Of the marks of the fresh units, of this time of agreeing. */
export const freshOp = (orderId: string, exchangeNumber: string, agreedTimes: number): string =>
  `${FRESH_PREFIX}_${orderId}_${shortOf(exchangeNumber)}_${agreedTimes}`;

/** The sweeper finds the settler of a mark by it. */
export const FRESH_PREFIX = 'xc';

/** Once bad units came back, who ends an exchange with nothing would leave the resident with neither. */
export const canDrop = (exchange: Exchange, to: 'declined' | 'withdrawn'): boolean =>
  canMove(exchange, to) && (exchange.bad === undefined || exchange.bad === 'kept');

/** Ended without a hand-over; `restock`: what was set aside can be sold. */
export function ended(
  exchange: Exchange,
  state: 'declined' | 'withdrawn' | 'refunded',
  { step, restock }: { readonly step: Step; readonly restock: boolean },
): Exchange {
  const after = moved(exchange, state, step);
  return exchange.fresh ? { ...after, freshBack: restock } : after;
}
