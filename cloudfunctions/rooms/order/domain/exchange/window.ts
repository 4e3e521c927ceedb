import type { EpochMs } from '../../../../kernel/period';
import { isHandedOver } from '../exchange-states';
import { AFTER_SALES_MS } from '../refund/limits';
import { countedRefunds, type Sold, unitsIn } from '../refund/units';
import { type Exchange, exchangesOf } from './record';

/** Until when what came by an exchange can be asked for; 0: it did not come. */
const freshUntilMs = ({ state, timeline }: Exchange): EpochMs =>
  isHandedOver(state) ? (timeline['handed-over']?.atMs ?? 0) + AFTER_SALES_MS : 0;

const freshExchanges = (sold: Pick<Sold, 'exchanges'>, nowMs: EpochMs): Exchange[] =>
  Object.values(exchangesOf(sold)).filter((exchange) => nowMs < freshUntilMs(exchange));

/**
 * Units of a line that came by an exchange within the last 7 days, less what was asked for since: these have after-sales of
 * their own, whatever the age of the order.
 */
export function freshUnits(sold: Pick<Sold, 'refunds' | 'exchanges'>, lineId: string, nowMs: EpochMs): number {
  const fresh = freshExchanges(sold, nowMs);
  const sinceMs = Math.min(...fresh.map((exchange) => freshUntilMs(exchange) - AFTER_SALES_MS));
  const isSince = ({ atMs }: { readonly atMs: EpochMs }) => atMs >= sinceMs;
  const gone = ['declined', 'withdrawn', 'refunded'];
  const again = Object.values(exchangesOf(sold)).filter((one) => isSince(one) && !gone.includes(one.state));
  const asked = unitsIn([...countedRefunds(sold).filter(isSince), ...again], lineId);
  return Math.max(0, unitsIn(fresh, lineId) - asked);
}

/** The end of after-sales for what came by exchanges; null: none of it is open. */
export function freshWindowMs(sold: Pick<Sold, 'exchanges'>, nowMs: EpochMs): EpochMs | null {
  const ends = freshExchanges(sold, nowMs).map(freshUntilMs);
  return ends.length === 0 ? null : Math.max(...ends);
}
