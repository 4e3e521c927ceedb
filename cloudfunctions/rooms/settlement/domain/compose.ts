import type { Fen } from '../../../kernel/fen';
import type { AddOn, GiftLine } from './benefits';
import type { Found } from './choice/found';
import type { Option } from './choice/option';
import { earningFen, pointsEarned } from './earned';
import { fingerprintOf } from './fingerprint';
import type { QuoteInput } from './input';
import { byId, sorted } from './order';
import type { Adjustment, CouponOutcome, FundingShares, NextStep, PointsOutcome, Quote, QuoteLine } from './quote';
import type { AddOns } from './steps/add-ons';
import type { Candidates } from './steps/candidates';
import type { FreightBeforePoints } from './steps/freight';
import type { ReducedGoods } from './steps/goods';
import type { Measured } from './steps/measured';
import { nextStepOf, reductionsAhead } from './steps/next-step';
import { type PointsOnFreight, type PointsOnGoods, payFreightByPoints } from './steps/points';
import type { OpenPrices } from './steps/price-problem';
import { notAppliedOf } from './steps/reasons';
import type { PriceAs } from './steps/step-ahead';

/** What the steps came to. */
export interface Settled {
  readonly measured: Measured;
  readonly candidates: Candidates;
  readonly linePrices: readonly Adjustment[];
  readonly goods: ReducedGoods;
  readonly goodsPoints: PointsOnGoods;
  readonly gifts: readonly GiftLine[];
  readonly addOns: AddOns;
  readonly freight: FreightBeforePoints;
  readonly freightPoints: PointsOnFreight;
  readonly open: OpenPrices;
  readonly priceAs: PriceAs;
}

/** A quote whose fingerprint is still to be made of all the rest. */
type Unsigned = Omit<Quote, 'fingerprint'> & { fingerprint: string };

/** Puts the results of the steps together: sums, reasons, the next step, the fingerprint. Computes no reduction. */
export function composeQuote(input: QuoteInput, settled: Settled): Quote {
  const { measured, candidates, goods, goodsPoints, freight, freightPoints } = settled;
  const { lines, priced } = measured;
  const adjustments = adjustmentsOf(settled);
  let [listFen, goodsFen, goodsPaidFen] = [0, 0, 0];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line) continue;
    const paidFen = goods.amountsFen[i] ?? 0;
    line.paidFen = paidFen;
    line.points = goodsPoints.pointsOf[i] ?? 0;
    listFen += line.listFen;
    goodsFen += line.amountFen;
    goodsPaidFen += paidFen;
  }
  const gifts = [...settled.gifts, ...settled.addOns.gifts];
  const { addOns } = settled.addOns;
  const freightPaidFen = freight.leftFen - freightPoints.offFen;
  const { baseFen, rushFen } = freight;
  const used = usedOf(settled);
  const quote: Unsigned = {
    lines,
    freight: { baseFen, rushFen, paidFen: freightPaidFen, points: freightPoints.used },
    gifts,
    addOns,
    adjustments,
    notApplied: notAppliedOf(measured.notes.missed, candidates, used),
    nextStep: nextOf(input, settled, adjustments, used),
    coupons: couponsOf(input, goods.found, used),
    proven: priced.proven && goods.found.proven,
    funding: fundingSum([adjustments, gifts, addOns]),
    points: pointsOf(input, settled),
    earns: earnsOf(input, lines, addOns),
    listFen,
    goodsFen,
    goodsPaidFen,
    savedFen: 0 - sumOf(adjustments, (adjustment) => adjustment.amountFen),
    payableFen: goodsPaidFen + freightPaidFen,
    fingerprint: '',
  };
  quote.fingerprint = fingerprintOf(quote);
  return quote;
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

type Borne = readonly { readonly funding: FundingShares }[];

function fundingSum(all: readonly Borne[]): FundingShares {
  const merchantsFen: Record<string, Fen> = {};
  let shopFen = 0;
  for (const borne of all) {
    for (const { funding } of borne) {
      shopFen += funding.shopFen;
      for (const id in funding.merchantsFen)
        merchantsFen[id] = (merchantsFen[id] ?? 0) + (funding.merchantsFen[id] ?? 0);
    }
  }
  return { shopFen, merchantsFen };
}

/** In the order of the steps. */
function adjustmentsOf({ linePrices, goods, goodsPoints, freight, freightPoints }: Settled): Adjustment[] {
  const all = [...linePrices, ...goods.adjustments];
  if (goodsPoints.adjustment) all.push(goodsPoints.adjustment);
  all.push(...freight.adjustments);
  if (freightPoints.adjustment) all.push(freightPoints.adjustment);
  return all;
}

function usedOf({ goods, freight }: Settled): readonly Option[] {
  return [...goods.found.options, ...freight.used];
}

function nextOf(
  input: QuoteInput,
  settled: Settled,
  adjustments: readonly Adjustment[],
  used: readonly Option[],
): NextStep | null {
  const { measured, candidates, freight, open, priceAs } = settled;
  const { leftFen: freightLeftFen, baseLeftFen } = freight;
  const standing = { used, adjustments, freightLeftFen, baseLeftFen };
  const ahead = [...measured.notes.ahead, ...reductionsAhead(candidates.ahead, standing)];
  return nextStepOf(ahead, input, { lines: measured.lines, priceAs, linePrices: open.linePrices });
}

function couponsOf(
  { couponChoice }: QuoteInput,
  { proven, considered }: Found,
  used: readonly Option[],
): CouponOutcome {
  const chosenIds: string[] = [];
  for (const { from } of used) if (from.source === 'coupon') chosenIds.push(from.id);
  return { mode: couponChoice === 'best' ? 'best' : 'own', chosenIds: sorted(chosenIds, byId), proven, considered };
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

function sumOf<T>(items: readonly T[], amountOf: (item: T) => Fen): Fen {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}
