import { MAX_FEN } from '../../../../kernel/fen';
import { FREIGHT_LINE, type Quote } from '../quote';

function demand(holds: boolean, what: string, quote: Quote): void {
  if (!holds) throw new Error(`${what}\n${JSON.stringify(quote, null, 1)}`);
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/**
 * Throws unless money is conserved in a quote (rules.md section 1, "Always"): list + freight and rush fee + adjustments
 * = payable; allocations and funding sum to their adjustment; each line is its list price less its allocations; lines
 * and freight sum to the payable; nothing is negative or broken.
 */
export function assertConserved(quote: Quote): void {
  const { lines, freight, adjustments, payableFen } = quote;
  const reductions = sum(adjustments.map((a) => a.amountFen));
  const feesFen = freight.baseFen + freight.rushFen;
  demand(quote.listFen === sum(lines.map((l) => l.listFen)), 'list is the sum of the lines', quote);
  demand(quote.listFen + feesFen + reductions === payableFen, 'list + freight + adjustments = payable', quote);
  demand(sum(lines.map((l) => l.paidFen)) === payableFen - freight.paidFen, 'lines = payable − freight left', quote);
  demand(quote.goodsPaidFen + freight.paidFen === payableFen, 'goods + freight = payable', quote);
  demand(quote.savedFen === -reductions, 'saved = −adjustments', quote);
  demand(new Set(adjustments.map((a) => a.id)).size === adjustments.length, 'adjustment ids are unique', quote);
  for (const { id, amountFen, allocation, funding } of adjustments) {
    demand(amountFen < 0 && Number.isSafeInteger(amountFen), `${id} takes something`, quote);
    demand(sum(allocation.map((e) => e.amountFen)) === amountFen, `${id}: allocation sums to it`, quote);
    demand(
      allocation.every((e) => e.amountFen < 0),
      `${id}: every share takes something`,
      quote,
    );
    const funded = funding.shopFen + sum(Object.values(funding.merchantsFen));
    demand(funded === -amountFen && funding.shopFen >= 0, `${id}: funding sums to it`, quote);
  }
  for (const target of [
    ...lines.map((l) => ({ ...l, base: l.listFen })),
    { ...freight, lineId: FREIGHT_LINE, base: feesFen },
  ]) {
    const taken = adjustments.flatMap((a) => a.allocation).filter((e) => e.lineId === target.lineId);
    demand(target.base + sum(taken.map((e) => e.amountFen)) === target.paidFen, `${target.lineId} adds up`, quote);
    demand(target.paidFen >= 0 && target.paidFen <= MAX_FEN, `${target.lineId} is an amount`, quote);
  }
  const points = sum(lines.map((l) => l.points)) + freight.points;
  demand(points === quote.points.used, 'points of lines and freight are the points used', quote);
}
