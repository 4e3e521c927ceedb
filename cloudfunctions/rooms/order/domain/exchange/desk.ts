import { DAY_MS, type EpochMs } from '../../../../kernel/period';
import type { ExchangeState } from '../exchange-states';
import { DECIDE_WITHIN_MS } from '../refund/limits';
import { type Exchange, type Exchanges, exchangesOf } from './record';

/** How long each state may last (docs/decisions, exchange of goods). Absent: nobody is waited for. */
const WITHIN_MS: { readonly [state in ExchangeState]?: number } = {
  asked: DECIDE_WITHIN_MS,
  agreed: DECIDE_WITHIN_MS,
  'no-stock': DECIDE_WITHIN_MS,
  reserved: 2 * DAY_MS,
  dispatched: DAY_MS,
  'handed-over': 7 * DAY_MS,
};

/** When somebody has to have done the next step; null: it is over. */
export function exchangeDueMs({ state, atMs, timeline }: Exchange): EpochMs | null {
  const withinMs = WITHIN_MS[state];
  return withinMs === undefined ? null : (timeline[state]?.atMs ?? atMs) + withinMs;
}

/** The most urgent of an order's exchanges; undefined: nobody is waited for. */
export function exchangesDueMs(exchanges: Exchanges): EpochMs | undefined {
  const moments = Object.values(exchanges).flatMap((exchange) => exchangeDueMs(exchange) ?? []);
  return moments.length === 0 ? undefined : Math.min(...moments);
}

/** When the newest was asked for; undefined: none was. */
export function lastExchangeMs(sold: { readonly exchanges?: Exchanges }): EpochMs | undefined {
  const moments = Object.values(exchangesOf(sold)).map(({ atMs }) => atMs);
  return moments.length === 0 ? undefined : Math.max(...moments);
}
