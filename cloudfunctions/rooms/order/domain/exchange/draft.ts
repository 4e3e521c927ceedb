import { type Refusal, refuse } from '../../../../kernel/result';
import { refusalByTime, refusalByUnits, type SoldOrder, unitsToAsk, type Wish } from '../refund/draft';
import { exchangesOf } from './record';

/** Each is looked at by a person; more than this of one order is no exchange any more. */
export const MOST_EXCHANGES = 20;

/**
 * Why these units cannot be exchanged: ORDER_STATE unless the goods are there, REFUND_TOO_LATE {untilMs}, NOTHING_TO_REFUND,
 * UNITS_NOT_LEFT {field, lineId, left}, TOO_MANY_EXCHANGES {most}; null: they can.
 */
export function refusalOfExchange(order: SoldOrder, lines: Wish['lines'], nowMs: number): Refusal | null {
  if (!isThere(order)) return refuse('ORDER_STATE', { state: order.state });
  const refusal = refusalByTime(order, lines, nowMs) ?? refusalByUnits(order, lines);
  if (refusal) return refusal;
  return isFull(order) ? refuse('TOO_MANY_EXCHANGES', { most: MOST_EXCHANGES }) : null;
}

/** Units are left that a resident may ask to have exchanged now. */
export const canExchange = (order: SoldOrder, nowMs: number): boolean =>
  isThere(order) && !isFull(order) && Object.keys(unitsToAsk(order, nowMs)).length > 0;

const isThere = ({ state }: Pick<SoldOrder, 'state'>): boolean => state === 'delivered' || state === 'received';

const isFull = (order: SoldOrder): boolean => Object.keys(exchangesOf(order)).length >= MOST_EXCHANGES;
