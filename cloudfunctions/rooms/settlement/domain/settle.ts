import type { Fen } from '../../../kernel/fen';
import type { Option } from './choice/option';
import { bestChoice, type Found } from './choice/search';
import { takeOffAll } from './choice/take-off';
import { earningFen, pointsEarned } from './earned';
import { fingerprintOf } from './fingerprint';
import { assertSound } from './soundness';
import { adjustmentOf, numbersOf } from './steps/adjustment';
import { type Candidates, candidatesOf } from './steps/candidates';
import { type FreightBeforePoints, freightOf } from './steps/freight';
import { linePriceAdjustments, missedLinePrices, openLinePriceOffers } from './steps/line-price-adjustments';
import { priceLines } from './steps/line-prices';
import { nextStepOf, takenByGroup } from './steps/next-step';
import { type PointsOnGoods, payFreightByPoints, payGoodsByPoints } from './steps/points';
import { notAppliedOf } from './steps/reasons';
import type { WorkingLine } from './steps/working-line';
import type { Adjustment, Quote, QuoteInput, QuoteLine, Step } from './types';

/** Nodes of the search for the best choice. Carts of real life need tens. */
const NODE_LIMIT = 20_000;

/**
 * The price of a cart: a pure function, the same answer for the same input whatever the order of its lists. Follows
 * the steps of rules.md section 1. Throws where a number is no whole amount: contracts have parsed the input before.
 */
export function settle(input: QuoteInput): Quote {
  assertSound(input);
  const priceOffers = openLinePriceOffers(input);
  const lines = priceLines(input.lines, priceOffers);
  const candidates = candidatesOf(input, lines);
  const goods = reduceGoods(input, lines, candidates);
  const points = payGoodsByPoints(input, lines, goods.amountsFen);
  const freight = freightOf(input, candidates, lines.length === 0);
  const adjustments = [
    ...linePriceAdjustments(lines, priceOffers),
    ...goods.adjustments,
    ...(points.adjustment ? [points.adjustment] : []),
    ...freight.adjustments,
  ];
  return compose(input, lines, candidates, goods, points, freight, adjustments);
}

interface ReducedGoods {
  readonly found: Found;
  readonly adjustments: readonly Adjustment[];
  /** By line index; points lower it further. */
  readonly amountsFen: Fen[];
}

const STEP_NAMES: Readonly<Record<number, Step>> = { 3: 'spend-tier', 4: 'first-order', 5: 'coupon' };

/** Steps 3 to 5: the best choice of tiers, first order and coupons, each taken off at its turn. */
function reduceGoods(input: QuoteInput, lines: readonly WorkingLine[], { goods }: Candidates): ReducedGoods {
  const ground = {
    amountsFen: lines.map((line) => line.amountFen),
    floorsFen: lines.map((line) => (line.noPromotion ? 0 : line.floorFen)),
  };
  const found = bestChoice(goods, ground, input.nodeLimit ?? NODE_LIMIT);
  const amountsFen = [...ground.amountsFen];
  const adjustments = takeOffAll(found.options, amountsFen, ground.floorsFen).map(({ option, sharesFen }) => {
    const shares = [...sharesFen].map(([i, shareFen]) => ({ lineId: lines[i]?.lineId ?? '', shareFen }));
    return adjustmentOf(STEP_NAMES[option.step] ?? 'coupon', option.from, shares, numbersOf(option.rung));
  });
  return { found, adjustments, amountsFen };
}

function compose(
  input: QuoteInput,
  lines: readonly WorkingLine[],
  candidates: Candidates,
  goods: ReducedGoods,
  points: PointsOnGoods,
  freight: FreightBeforePoints,
  before: readonly Adjustment[],
): Quote {
  const freightPoints = payFreightByPoints(input, freight.leftFen, points.used);
  const adjustments = freightPoints.adjustment ? [...before, freightPoints.adjustment] : before;
  const quoteLines = lines.map((line, i) =>
    quoteLineOf(line, goods.amountsFen[i] ?? 0, points.pointsByLine.get(i) ?? 0),
  );
  const used = [...goods.found.options, ...freight.used];
  const reached = [...candidates.goods, ...candidates.freightBase, ...candidates.freightCoupon];
  const freightPaidFen = freight.leftFen - freightPoints.offFen;
  const goodsPaidFen = sumOf(quoteLines, (line) => line.paidFen);
  const pointsUsed = points.used + freightPoints.used;
  const quote: Omit<Quote, 'fingerprint'> = {
    lines: quoteLines,
    freight: {
      baseFen: freight.baseFen,
      rushFen: freight.rushFen,
      paidFen: freightPaidFen,
      points: freightPoints.used,
    },
    adjustments,
    notApplied: notAppliedOf([...candidates.missed, ...missedLinePrices(input, lines)], reached, used),
    nextStep: nextStepOf(candidates.ahead, {
      takenFen: takenByGroup(before, new Map(used.map(({ from, groupKey }) => [from.id, groupKey]))),
      freightLeftFen: freight.leftFen,
    }),
    coupons: {
      mode: input.couponChoice === 'best' ? 'best' : 'own',
      chosenIds: couponIdsOf(used),
      proven: goods.found.proven,
      considered: goods.found.considered,
    },
    points: {
      wish: input.pointsWish,
      used: pointsUsed,
      valueFen: (pointsUsed / input.pointsRule.unitPoints) * input.pointsRule.unitFen,
      maxUsablePoints: maxUsablePoints(input, points.maxUsable, freight.leftFen),
    },
    earns: {
      points: pointsEarned(earningFen({ lines: quoteLines }), input.resident.pointsRateBps),
      chances: lines.length === 0 ? 0 : input.chancesOnReceipt,
    },
    listFen: sumOf(quoteLines, (line) => line.listFen),
    goodsFen: sumOf(quoteLines, (line) => line.amountFen),
    goodsPaidFen,
    savedFen: -sumOf(adjustments, (adjustment) => adjustment.amountFen),
    payableFen: goodsPaidFen + freightPaidFen,
  };
  return { ...quote, fingerprint: fingerprintOf(quote) };
}

function quoteLineOf(line: WorkingLine, paidFen: Fen, points: number): QuoteLine {
  const { lineId, skuId, quantity, listUnitFen, unitFen, linePrice, offerId, listFen, amountFen, noPromotion } = line;
  return {
    lineId,
    skuId,
    quantity,
    listUnitFen,
    unitFen,
    linePrice,
    offerId,
    listFen,
    amountFen,
    paidFen,
    points,
    noPromotion,
  };
}

/** The most that goods and freight together could take of the resident's points. */
function maxUsablePoints(input: QuoteInput, onGoods: number, freightLeftFen: Fen): number {
  const everything = { ...input, pointsWish: input.resident.spendablePoints };
  return onGoods + payFreightByPoints(everything, freightLeftFen, onGoods).used;
}

function couponIdsOf(used: readonly Option[]): string[] {
  return used.flatMap(({ from }) => (from.source === 'coupon' ? [from.id] : [])).sort();
}

function sumOf<T>(items: readonly T[], amountOf: (item: T) => Fen): Fen {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}
