import type { Fen } from '../../../kernel/fen';
import type { AddOn } from './benefits';
import { earningFen, pointsEarned } from './earned';
import { fingerprintOf } from './fingerprint';
import type { QuoteInput } from './input';
import { byId } from './order';
import type { Adjustment, CouponOutcome, FundingShares, NextStep, PointsOutcome, Quote, QuoteLine } from './quote';
import type { AddOns } from './steps/add-ons';
import type { Candidates, Missed } from './steps/candidates';
import type { FreightBeforePoints } from './steps/freight';
import type { UnitGifts } from './steps/gifts';
import type { ReducedGoods } from './steps/goods';
import type { PricedLines } from './steps/line-prices';
import { nextStepOf, reductionsAhead, takenByGroup } from './steps/next-step';
import { type PointsOnFreight, type PointsOnGoods, payFreightByPoints } from './steps/points';
import { notAppliedOf } from './steps/reasons';
import type { RushFee } from './steps/rush';
import type { PriceAs } from './steps/step-ahead';
import type { WorkingLine } from './steps/working-line';

/** What the steps came to. */
export interface Settled {
  readonly priced: PricedLines;
  readonly candidates: Candidates;
  readonly missedLinePrices: readonly Missed[];
  readonly linePrices: readonly Adjustment[];
  readonly goods: ReducedGoods;
  readonly goodsPoints: PointsOnGoods;
  readonly nth: Pick<UnitGifts, 'missed' | 'ahead'>;
  readonly bundles: Pick<UnitGifts, 'missed' | 'ahead'>;
  readonly gifts: UnitGifts;
  readonly addOns: AddOns;
  readonly rush: RushFee;
  readonly freight: FreightBeforePoints;
  readonly freightPoints: PointsOnFreight;
  readonly priceAs: PriceAs;
}

/** Puts the results of the steps together: sums, reasons, the next step, the fingerprint. Computes no reduction. */
export function composeQuote(input: QuoteInput, settled: Settled): Quote {
  const { priced, candidates, goods, goodsPoints, freight, freightPoints } = settled;
  const { lines } = priced;
  const adjustments = adjustmentsOf(settled);
  const quoteLines = lines.map((line, i) =>
    quoteLineOf(line, goods.amountsFen[i] ?? 0, goodsPoints.pointsByLine.get(i) ?? 0),
  );
  const reached = [...candidates.goods, ...candidates.freightBase, ...candidates.freightCoupon];
  const gifts = [...settled.gifts.gifts, ...settled.addOns.gifts];
  const { addOns } = settled.addOns;
  const missed = [
    ...candidates.missed,
    ...settled.missedLinePrices,
    ...settled.bundles.missed,
    ...settled.nth.missed,
    ...settled.gifts.missed,
    ...settled.addOns.missed,
    ...settled.rush.missed,
  ];
  const goodsPaidFen = sumOf(quoteLines, (line) => line.paidFen);
  const freightPaidFen = freight.leftFen - freightPoints.offFen;
  const { baseFen, rushFen } = freight;
  const quote: Omit<Quote, 'fingerprint'> = {
    lines: quoteLines,
    freight: { baseFen, rushFen, paidFen: freightPaidFen, points: freightPoints.used },
    gifts,
    addOns,
    adjustments,
    notApplied: notAppliedOf(missed, reached, usedOf(settled)),
    nextStep: nextOf(input, settled, adjustments),
    coupons: couponsOf(input, settled),
    proven: priced.proven && goods.found.proven,
    funding: fundingSum([...adjustments, ...gifts, ...addOns]),
    points: pointsOf(input, settled),
    earns: earnsOf(input, quoteLines, addOns),
    listFen: sumOf(quoteLines, (line) => line.listFen),
    goodsFen: sumOf(quoteLines, (line) => line.amountFen),
    goodsPaidFen,
    savedFen: 0 - sumOf(adjustments, (adjustment) => adjustment.amountFen),
    payableFen: goodsPaidFen + freightPaidFen,
  };
  return { ...quote, fingerprint: fingerprintOf(quote) };
}

/** On receipt: by what is paid, by the order itself, and by add-ons. */
function earnsOf(input: QuoteInput, lines: readonly QuoteLine[], addOns: readonly AddOn[]): Quote['earns'] {
  const byPaid = pointsEarned(earningFen({ lines }), input.resident.pointsRateBps);
  const byOrder = lines.length === 0 ? 0 : input.chancesOnReceipt;
  return {
    points: byPaid + sumOf(addOns, ({ benefit }) => (benefit.form === 'points' ? benefit.points : 0)),
    chances: byOrder + sumOf(addOns, ({ benefit }) => (benefit.form === 'chances' ? benefit.chances : 0)),
  };
}

function fundingSum(borne: readonly { readonly funding: FundingShares }[]): FundingShares {
  const merchantsFen: Record<string, Fen> = {};
  for (const { funding } of borne)
    for (const [id, fen] of Object.entries(funding.merchantsFen)) merchantsFen[id] = (merchantsFen[id] ?? 0) + fen;
  return { shopFen: sumOf(borne, ({ funding }) => funding.shopFen), merchantsFen };
}

/** In the order of the steps. */
function adjustmentsOf({ linePrices, goods, goodsPoints, freight, freightPoints }: Settled): Adjustment[] {
  const ifAny = (one: Adjustment | null) => (one ? [one] : []);
  const onGoods = ifAny(goodsPoints.adjustment);
  const onFreight = ifAny(freightPoints.adjustment);
  return [...linePrices, ...goods.adjustments, ...onGoods, ...freight.adjustments, ...onFreight];
}

function usedOf({ goods, freight }: Settled) {
  return [...goods.found.options, ...freight.used];
}

function nextOf(input: QuoteInput, settled: Settled, adjustments: readonly Adjustment[]): NextStep | null {
  const groupOf = new Map(usedOf(settled).map(({ from, groupKey }) => [from.id, groupKey]));
  const takenFen = takenByGroup(adjustments, groupOf);
  const { leftFen, baseLeftFen } = settled.freight;
  const { candidates, bundles, nth, gifts, addOns } = settled;
  const ahead = [
    ...reductionsAhead(candidates.ahead, { takenFen, freightLeftFen: leftFen, baseLeftFen }),
    ...bundles.ahead,
    ...nth.ahead,
    ...gifts.ahead,
    ...addOns.ahead,
  ];
  return nextStepOf(ahead, input, { lines: settled.priced.lines, priceAs: settled.priceAs });
}

function couponsOf({ couponChoice }: QuoteInput, settled: Settled): CouponOutcome {
  const { proven, considered } = settled.goods.found;
  const chosenIds = usedOf(settled).flatMap(({ from }) => (from.source === 'coupon' ? [from.id] : []));
  return { mode: couponChoice === 'best' ? 'best' : 'own', chosenIds: chosenIds.sort(byId), proven, considered };
}

function pointsOf(input: QuoteInput, { goodsPoints, freight, freightPoints }: Settled): PointsOutcome {
  const { unitPoints, unitFen } = input.pointsRule;
  const used = goodsPoints.used + freightPoints.used;
  const everything = { ...input, pointsWish: input.resident.spendablePoints };
  const onFreight = payFreightByPoints(everything, freight.leftFen, goodsPoints.maxUsable).used;
  return {
    wish: input.pointsWish,
    used,
    valueFen: (used / unitPoints) * unitFen,
    maxUsablePoints: goodsPoints.maxUsable + onFreight,
  };
}

function quoteLineOf(line: WorkingLine, paidFen: Fen, points: number): QuoteLine {
  const { lineId, skuId, quantity, listUnitFen, unitFen, linePrice, offerId, nthOfferId } = line;
  const { listFen, amountFen, noPromotion } = line;
  const prices = { listUnitFen, unitFen, linePrice, offerId, nthOfferId, listFen, amountFen };
  return { lineId, skuId, quantity, ...prices, paidFen, points, noPromotion };
}

function sumOf<T>(items: readonly T[], amountOf: (item: T) => Fen): Fen {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}
