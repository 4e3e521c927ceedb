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
  let [listFen, amountFen, paidFen, points] = [0, 0, 0, freight.points];
  for (const line of lines) {
    listFen += line.listFen;
    amountFen += line.amountFen;
    paidFen += line.paidFen;
    points += line.points;
  }
  let reductionFen = 0;
  for (const adjustment of adjustments) reductionFen += adjustment.amountFen;
  const feesFen = freight.baseFen + freight.rushFen;
  if (quote.listFen !== listFen) return 'list ≠ Σ lines';
  if (quote.goodsFen !== amountFen) return 'goods ≠ Σ lines';
  if (quote.listFen + feesFen + reductionFen !== payableFen) return 'list + freight + adjustments ≠ payable';
  if (quote.goodsPaidFen !== paidFen) return 'goods paid ≠ Σ lines';
  if (quote.goodsPaidFen + freight.paidFen !== payableFen) return 'goods paid + freight ≠ payable';
  if (quote.savedFen + reductionFen !== 0) return 'saved ≠ −Σ adjustments';
  if (points !== quote.points.used) return 'points ≠ Σ lines';
  if (hasTwins(adjustments)) return 'an adjustment id is there twice';
  for (const adjustment of adjustments) if (!addsUp(adjustment)) return `the shares of ${adjustment.id}`;
  return firstBrokenLine(quote, feesFen);
}

function hasTwins(adjustments: readonly Adjustment[]): boolean {
  for (let i = 1; i < adjustments.length; i += 1)
    for (let k = 0; k < i; k += 1) if (adjustments[i]?.id === adjustments[k]?.id) return true;
  return false;
}

function addsUp({ amountFen, allocation, funding }: Adjustment): boolean {
  let sharesFen = 0;
  for (const share of allocation) {
    if (!(share.amountFen < 0)) return false;
    sharesFen += share.amountFen;
  }
  let fundedFen = funding.shopFen;
  for (const merchantId in funding.merchantsFen) {
    const fen = funding.merchantsFen[merchantId];
    if (!isFen(fen)) return false;
    fundedFen += fen;
  }
  return amountFen < 0 && sharesFen === amountFen && isFen(funding.shopFen) && fundedFen === -amountFen;
}

/** Lines and freight: base less all that was allocated to it is what is paid. Shares come in the order of the lines. */
function firstBrokenLine({ lines, freight, adjustments }: Quote, feesFen: Fen): string | null {
  const leftFen: Fen[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line || isThereTwice(lines, i)) return 'a line is there twice';
    leftFen.push(line.listFen);
  }
  leftFen.push(feesFen);
  for (const { allocation } of adjustments) {
    let place = 0;
    for (const { lineId, amountFen } of allocation) {
      while (place < lines.length && lines[place]?.lineId !== lineId) place += 1;
      if (place === lines.length && lineId !== FREIGHT_LINE) return 'a share of no line';
      leftFen[place] = (leftFen[place] ?? 0) + amountFen;
    }
  }
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (line && (!isFen(line.paidFen) || leftFen[i] !== line.paidFen)) return line.lineId;
  }
  return isFen(freight.paidFen) && leftFen[lines.length] === freight.paidFen ? null : FREIGHT_LINE;
}

/** Lines stand by SKU, those of one SKU together. */
function isThereTwice(lines: Quote['lines'], at: number): boolean {
  const line = lines[at];
  const last = lines[at - 1];
  if (!line || !last) return false;
  if (line.skuId !== last.skuId) return line.skuId < last.skuId;
  for (let i = at - 1; lines[i]?.skuId === line.skuId; i -= 1) if (lines[i]?.lineId === line.lineId) return true;
  return false;
}
