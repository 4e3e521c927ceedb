import type { Quote } from '../../../settlement';
import { unitsExchanging } from '../exchange/open';
import type { Exchanges } from '../exchange/record';
import { isGivenBack, isOpenOrGivenBack } from '../refund-states';
import type { Refund, Refunds, Units } from './record';

/** What a refund is reckoned from: the frozen price, and the refunds before it. */
export interface Sold {
  readonly quote: Quote;
  readonly refunds: Refunds;
  readonly exchanges?: Exchanges;
}

/** Refunds whose units cannot be asked for again. */
export const countedRefunds = ({ refunds }: Pick<Sold, 'refunds'>): Refund[] =>
  Object.values(refunds).filter(({ state }) => isOpenOrGivenBack(state));

/** Refunds whose units are not in the order any more. */
export const givenRefunds = ({ refunds }: Pick<Sold, 'refunds'>): Refund[] =>
  Object.values(refunds).filter(({ state }) => isGivenBack(state));

export const unitsIn = (refunds: readonly Pick<Refund, 'units'>[], lineId: string): number =>
  refunds.reduce((sum, { units }) => sum + (units[lineId] ?? 0), 0);

/** Units of a line that are in none of these refunds. */
export function unitsKept({ quote }: Pick<Sold, 'quote'>, refunds: readonly Pick<Refund, 'units'>[]) {
  const quantities = new Map(quote.lines.map(({ lineId, quantity }) => [lineId, quantity]));
  return (lineId: string): number => (quantities.get(lineId) ?? 0) - unitsIn(refunds, lineId);
}

/** Units that can be asked for: in no open exchange, and in no refund but declined and withdrawn ones. */
export function unitsLeft(sold: Sold): Units {
  const kept = unitsKept(sold, countedRefunds(sold));
  const left = sold.quote.lines.map(({ lineId }) => [lineId, kept(lineId) - unitsExchanging(sold, lineId)] as const);
  return Object.fromEntries(left.filter(([, units]) => units > 0));
}

/** These refunds leave nothing of the order. */
export function isNothingKept({ quote }: Pick<Sold, 'quote'>, refunds: readonly Pick<Refund, 'units'>[]): boolean {
  const kept = unitsKept({ quote }, refunds);
  return quote.lines.every(({ lineId }) => kept(lineId) === 0);
}
