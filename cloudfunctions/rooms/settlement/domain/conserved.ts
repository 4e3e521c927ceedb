import { type Fen, isFen } from '../../../kernel/fen';
import { type Adjustment, FREIGHT_LINE, type Quote } from './quote';

/**
 * Throws unless money is conserved in a quote (rules.md section 1, "Always"): list + freight and rush fee + adjustments
 * = payable; allocations and funding sum to their adjustment; each line is its list price less its allocations; lines
 * and freight sum to the payable; nothing is negative or broken. `settle` asks this of every quote that it gives, so a
 * mistake of ours is an error that is logged, never a wrong price.
 */
export function assertConserved(quote: Quote): void {
  const broken = firstBroken(quote);
  if (broken) throw new Error(`money is not conserved: ${broken}\n${JSON.stringify(quote)}`);
}

/** What does not add up; null: all does. */
function firstBroken(quote: Quote): string | null {
  const { lines, freight, adjustments, payableFen } = quote;
  const reductionFen = sum(adjustments.map((one) => one.amountFen));
  const feesFen = freight.baseFen + freight.rushFen;
  if (quote.listFen !== sum(lines.map((line) => line.listFen))) return 'list ≠ Σ lines';
  if (quote.goodsFen !== sum(lines.map((line) => line.amountFen))) return 'goods ≠ Σ lines';
  if (quote.listFen + feesFen + reductionFen !== payableFen) return 'list + freight + adjustments ≠ payable';
  if (quote.goodsPaidFen !== sum(lines.map((line) => line.paidFen))) return 'goods paid ≠ Σ lines';
  if (quote.goodsPaidFen + freight.paidFen !== payableFen) return 'goods paid + freight ≠ payable';
  if (quote.savedFen + reductionFen !== 0) return 'saved ≠ −Σ adjustments';
  if (sum(lines.map((line) => line.points)) + freight.points !== quote.points.used) return 'points ≠ Σ lines';
  if (new Set(adjustments.map((one) => one.id)).size !== adjustments.length) return 'an adjustment id is there twice';
  for (const adjustment of adjustments) if (!addsUp(adjustment)) return `the shares of ${adjustment.id}`;
  return firstBrokenLine(quote, feesFen);
}

function addsUp({ amountFen, allocation, funding }: Adjustment): boolean {
  const funded = [funding.shopFen, ...Object.values(funding.merchantsFen)];
  return (
    amountFen < 0 &&
    allocation.every((entry) => entry.amountFen < 0) &&
    sum(allocation.map((entry) => entry.amountFen)) === amountFen &&
    funded.every(isFen) &&
    sum(funded) === -amountFen
  );
}

/** Lines and freight: base less all that was allocated to it is what is paid. */
function firstBrokenLine({ lines, freight, adjustments }: Quote, feesFen: Fen): string | null {
  const leftFen = new Map<string, Fen>(lines.map((line) => [line.lineId, line.listFen]));
  leftFen.set(FREIGHT_LINE, feesFen);
  for (const { lineId, amountFen } of adjustments.flatMap((one) => one.allocation))
    leftFen.set(lineId, (leftFen.get(lineId) ?? Number.NaN) + amountFen);
  const paid = [...lines, { lineId: FREIGHT_LINE, paidFen: freight.paidFen }];
  const wrong = paid.find(({ lineId, paidFen }) => !isFen(paidFen) || leftFen.get(lineId) !== paidFen);
  if (leftFen.size !== lines.length + 1) return 'a share of no line';
  return wrong ? wrong.lineId : null;
}

function sum(amounts: readonly Fen[]): Fen {
  return amounts.reduce((total, amount) => total + amount, 0);
}
