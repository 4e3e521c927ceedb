import { composeQuote } from './compose';
import { assertConserved } from './conserved';
import type { QuoteInput } from './input';
import type { Quote } from './quote';
import { assertSound } from './soundness';
import { addOnsOf } from './steps/add-ons';
import { bundlesAhead } from './steps/bundle-ahead';
import { candidatesOf } from './steps/candidates';
import { freightOf } from './steps/freight';
import { GiftShelf } from './steps/gift-shelf';
import { giftsOf } from './steps/gifts';
import { reduceGoods } from './steps/goods';
import { linePriceAdjustments, missedLinePrices, openLinePriceOffers } from './steps/line-price-adjustments';
import { priceLines } from './steps/line-prices';
import { nthAhead } from './steps/nth-ahead';
import { payFreightByPoints, payGoodsByPoints } from './steps/points';
import { rushFeeOf } from './steps/rush';
import type { PriceAs } from './steps/step-ahead';

/**
 * The price of a cart: a pure function, the same answer for the same input whatever the order of its lists. Follows
 * the steps of rules.md section 1. Throws where a number is no whole amount: contracts have parsed the input before,
 * and where the result does not add up.
 */
export function settle(input: QuoteInput): Quote {
  assertSound(input);
  const priceOffers = openLinePriceOffers(input);
  const priceAs: PriceAs = (cart) => priceLines(cart, priceOffers);
  const lines = priceLines(input.lines, priceOffers);
  const candidates = candidatesOf(input, lines);
  const goods = reduceGoods(input, lines, candidates);
  const goodsPoints = payGoodsByPoints(input, lines, goods.amountsFen);
  const shelf = new GiftShelf(input);
  const gifts = giftsOf(input, lines, shelf);
  const addOns = addOnsOf(input, lines, shelf);
  const rush = rushFeeOf(input, lines, addOns.upgrade);
  const freight = freightOf(input, candidates, rush, lines.length === 0);
  const freightPoints = payFreightByPoints(input, freight.leftFen, goodsPoints.used);
  const quote = composeQuote(input, {
    lines,
    candidates,
    missedLinePrices: missedLinePrices(input, lines),
    linePrices: linePriceAdjustments(lines, priceOffers),
    goods,
    goodsPoints,
    nth: nthAhead(input, lines),
    bundles: bundlesAhead(input, lines, priceAs),
    gifts,
    addOns,
    rush,
    freight,
    freightPoints,
    priceAs,
  });
  assertConserved(quote);
  return quote;
}
