import type { QuoteInput } from '../input';
import type { Quote } from '../quote';
import { type HandReduction, handLines, reductionsByHand, sumOf, takenByHand } from './by-hand';
import { freightByHand, pointsByHand } from './by-hand-freight';

/** The reductions that a quote says it used, as paper knows them. Throws where one of them is not open to this cart. */
export function chosenIn({ adjustments }: Quote, all: readonly HandReduction[]): HandReduction[] {
  const steps: readonly string[] = ['spend-tier', 'first-order', 'coupon'];
  return adjustments
    .filter(({ step }) => steps.includes(step))
    .map(({ couponId, offerId, numbers }) => {
      const id = couponId ?? offerId;
      const own = all.find((one) => one.id === id && one.thresholdFen === numbers.thresholdFen);
      if (!own) throw new Error(`${id} is not open to this cart`);
      return own;
    });
}

/** What everything costs by paper when a quote's line prices and choice are taken as they are. */
export function payableByHand(input: QuoteInput, quote: Quote) {
  const lines = handLines(input, quote);
  const { leftFen, takenFen } = takenByHand(chosenIn(quote, reductionsByHand(input, lines)), lines);
  const freightFen = freightByHand(input, lines);
  const points = pointsByHand(input, lines, leftFen, freightFen);
  const goodsPaidFen = sumOf(leftFen) - points.goodsFen;
  const freightPaidFen = freightFen - points.freightFen;
  return { takenFen, goodsPaidFen, freightPaidFen, payableFen: goodsPaidFen + freightPaidFen };
}
