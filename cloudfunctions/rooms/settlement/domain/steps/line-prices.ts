import { choosePrices } from '../prices/choose-prices';
import type { Part } from '../prices/problem';
import type { Basket } from './basket';
import { floorUnitOf, type OpenPrices, type PosedProblem, poseProblem } from './price-problem';
import type { WorkingLine } from './working-line';

export interface PricedLines {
  readonly lines: readonly WorkingLine[];
  /** False: the search for the best prices met its limit. */
  readonly proven: boolean;
  readonly considered: number;
}

/**
 * Steps 1 and 2: gives each unit of the basket one price and its part in nth items, so that the sum is lowest. Lines come
 * out in ascending SKU id; units of one SKU that differ in price or reduction stand in lines of their own.
 */
export function priceLines(basket: Basket, open: OpenPrices, nodeLimit: number): PricedLines {
  const posed = poseProblem(basket, open, nodeLimit);
  const { parts, proven, considered } = choosePrices(posed.problem);
  const lines: WorkingLine[] = [];
  let [place, first] = [-1, 0];
  for (const part of parts) {
    const last = lines.at(-1);
    if (part.line !== place) [place, first] = [part.line, lines.length];
    const offerId = offerOf(part, posed);
    const nthOfferId = nthOf(part, posed);
    const isAlike = last && lines.length > first && isLike(last, part, offerId, nthOfferId);
    if (isAlike) lines[lines.length - 1] = joined(last, part);
    else lines.push(lineOf(part, { offerId, nthOfferId }, basket, lines.length - first));
  }
  return { lines, proven, considered };
}

function offerOf({ price, bundle }: Part, { linePrices, bundles }: PosedProblem): string | null {
  if (price !== null) return linePrices[price]?.offer.offerId ?? null;
  return bundle === null ? null : (bundles[bundle]?.offer.offerId ?? null);
}

/** The nth offer that makes the units cost less; a reduction of 0 (99.99 % of 1 fen) is none. */
function nthOf({ nth, isReduced, stepOneAmountFen, amountFen }: Part, { nths }: PosedProblem): string | null {
  return isReduced && nth !== null && amountFen < stepOneAmountFen ? (nths[nth]?.offer.offerId ?? null) : null;
}

/** Units that an nth offer counts without reducing them are like their neighbours. */
function isLike(last: WorkingLine, { kind }: Part, offerId: string | null, nthOfferId: string | null): boolean {
  return nthOfferId === null && last.nthOfferId === null && last.linePrice === kind && last.offerId === offerId;
}

function joined(last: WorkingLine, { units, stepOneAmountFen, amountFen }: Part): WorkingLine {
  const quantity = last.quantity + units;
  const stepOneFen = last.stepOneFen + stepOneAmountFen;
  return {
    ...last,
    quantity,
    unitFen: Math.floor(stepOneFen / quantity),
    listFen: last.listUnitFen * quantity,
    stepOneFen,
    amountFen: last.amountFen + amountFen,
    floorFen: (last.floorFen / last.quantity) * quantity,
  };
}

function lineOf(
  part: Part,
  { offerId, nthOfferId }: Pick<WorkingLine, 'offerId' | 'nthOfferId'>,
  { lines }: Basket,
  number: number,
): WorkingLine {
  const { line: place, kind, units, stepOneAmountFen, amountFen } = part;
  const line = lines[place];
  if (!line) throw new RangeError(`no line ${place}`);
  return {
    lineId: number === 0 ? line.skuId : `${line.skuId}~${number + 1}`,
    skuId: line.skuId,
    categoryId: line.categoryId,
    quantity: units,
    listUnitFen: line.listUnitFen,
    unitFen: Math.floor(stepOneAmountFen / units),
    linePrice: kind,
    offerId,
    nthOfferId,
    noPromotion: line.noPromotion ?? false,
    listFen: line.listUnitFen * units,
    stepOneFen: stepOneAmountFen,
    amountFen,
    floorFen: floorUnitOf(line) * units,
    place,
  };
}
