import { isOpenExchange } from '../exchange-states';
import { type Exchanges, exchangesOf } from './record';

interface Exchanging {
  readonly exchanges?: Exchanges;
}

/** Units of a line that an open exchange has. */
export const unitsExchanging = (sold: Exchanging, lineId: string): number =>
  Object.values(exchangesOf(sold))
    .filter(({ state }) => isOpenExchange(state))
    .reduce((sum, { units }) => sum + (units[lineId] ?? 0), 0);

export const hasOpenExchange = (sold: Exchanging): boolean =>
  Object.values(exchangesOf(sold)).some(({ state }) => isOpenExchange(state));
