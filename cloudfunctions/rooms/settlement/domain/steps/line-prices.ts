import type { Fen } from '../../../../kernel/fen';
import type { PreparedNth } from '../prepared';
import { chooseApart, TIED } from '../prices/choose-prices';
import type { Part } from '../prices/problem';
import type { Basket } from './basket';
import { floorUnitOf, type OpenPrices, type PosedProblem, poseProblem } from './price-problem';
import type { PricedLines, PricingOffer } from './priced-lines';
import type { WorkingLine } from './working-line';

/**
 * Steps 1 and 2: gives each unit of the basket one price and its part in nth items, so that the sum is lowest. Lines come
 * out in ascending SKU id; units of one SKU that differ in price or reduction stand in lines of their own.
 */
export function priceLines(basket: Basket, open: OpenPrices, nodeLimit: number): PricedLines {
  const posed = poseProblem(basket, open, nodeLimit);
  const { untied, tied, proven, considered } = chooseApart(posed.problem);
  const writing = new Writing(basket, posed);
  let next = 0;
  for (let place = 0; place < basket.lines.length; place += 1) {
    writing.beginPlace(place);
    const price = untied[place] ?? TIED;
    if (price !== TIED) writing.addWhole(price);
    for (let part = tied[next]; part?.line === place; part = tied[next]) {
      writing.addPart(part);
      next += 1;
    }
  }
  const { lines, places, stepOneFen, floorsFen, pricedBy, reducedBy } = writing;
  const offered = posed.problem.prices;
  return { basket, lines, places, stepOneFen, floorsFen, pricedBy, reducedBy, offered, proven, considered };
}

/** Units of a line that cost the same. */
interface Units {
  readonly linePrice: WorkingLine['linePrice'];
  readonly units: number;
  readonly stepOneFen: Fen;
  readonly amountFen: Fen;
}

/** The lines as they come, one place of the basket after the other. */
class Writing implements Pick<PricedLines, 'lines' | 'places' | 'stepOneFen' | 'floorsFen' | 'pricedBy' | 'reducedBy'> {
  readonly lines: WorkingLine[] = [];
  readonly places: number[] = [];
  readonly stepOneFen: Fen[] = [];
  readonly floorsFen: Fen[] = [];
  readonly pricedBy: (PricingOffer | null)[] = [];
  readonly reducedBy: (PreparedNth | null)[] = [];
  private place = 0;
  /** Index of the place's first line. */
  private first = 0;

  constructor(
    private readonly basket: Basket,
    private readonly posed: PosedProblem,
  ) {}

  beginPlace(place: number): void {
    this.place = place;
    this.first = this.lines.length;
  }

  /** All units at one price of the problem, or at list price. */
  addWhole(price: number): void {
    const { lines, prices } = this.posed.problem;
    const offer = prices[price];
    const units = lines[this.place]?.quantity ?? 0;
    const amountFen = units * (offer?.unitFen[this.place] ?? lines[this.place]?.listUnitFen ?? 0);
    const by = this.posed.linePrices[price] ?? null;
    this.add({ linePrice: offer?.kind ?? 'list', units, stepOneFen: amountFen, amountFen }, by, null);
  }

  addPart({ kind: linePrice, price, bundle, nth, isReduced, units, stepOneAmountFen, amountFen }: Part): void {
    const { linePrices, bundles, nths } = this.posed;
    const by = price === null ? bundles[bundle ?? -1] : linePrices[price];
    // A reduction of 0 (99.99 % of 1 fen) is none.
    const reducing = isReduced && amountFen < stepOneAmountFen ? nths[nth ?? -1] : undefined;
    this.add({ linePrice, units, stepOneFen: stepOneAmountFen, amountFen }, by ?? null, reducing ?? null);
  }

  private add(units: Units, by: PricingOffer | null, reducing: PreparedNth | null): void {
    if (this.isLikeLast(units, by, reducing)) this.join(units);
    else this.push(units, by, reducing);
  }

  /** Units that an nth offer counts without reducing them are like their neighbours. */
  private isLikeLast({ linePrice }: Units, by: PricingOffer | null, reducing: PreparedNth | null): boolean {
    const at = this.lines.length - 1;
    if (at < this.first || reducing !== null || this.reducedBy[at] !== null) return false;
    return this.lines[at]?.linePrice === linePrice && this.pricedBy[at] === by;
  }

  private join({ units, stepOneFen, amountFen }: Units): void {
    const at = this.lines.length - 1;
    const line = this.lines[at];
    if (!line) return;
    const sumFen = (this.stepOneFen[at] ?? 0) + stepOneFen;
    line.quantity += units;
    line.unitFen = Math.floor(sumFen / line.quantity);
    line.listFen = line.listUnitFen * line.quantity;
    line.amountFen += amountFen;
    this.stepOneFen[at] = sumFen;
    this.floorsFen[at] = this.floorUnitFen() * line.quantity;
  }

  private push(
    { linePrice, units, stepOneFen, amountFen }: Units,
    by: PricingOffer | null,
    reducing: PreparedNth | null,
  ): void {
    const ware = this.basket.lines[this.place];
    if (!ware) throw new RangeError(`no line ${this.place}`);
    const { skuId, listUnitFen } = ware;
    const number = this.lines.length - this.first + 1;
    this.lines.push({
      lineId: number === 1 ? skuId : `${skuId}~${number}`,
      skuId,
      quantity: units,
      listUnitFen,
      unitFen: Math.floor(stepOneFen / units),
      linePrice,
      offerId: by === null ? null : by.from.id,
      nthOfferId: reducing === null ? null : reducing.from.id,
      listFen: listUnitFen * units,
      amountFen,
      paidFen: amountFen,
      points: 0,
      noPromotion: ware.noPromotion ?? false,
    });
    this.places.push(this.place);
    this.stepOneFen.push(stepOneFen);
    this.floorsFen.push(this.floorUnitFen() * units);
    this.pricedBy.push(by);
    this.reducedBy.push(reducing);
  }

  private floorUnitFen(): Fen {
    const ware = this.basket.lines[this.place];
    return ware ? floorUnitOf(ware) : 0;
  }
}
