import { composeQuote } from './compose';
import { assertConserved } from './conserved';
import type { QuoteInput } from './input';
import { preparedFor } from './prepared';
import type { Quote } from './quote';
import { assertSound } from './soundness';
import { addOnsOf } from './steps/add-ons';
import { Basket } from './steps/basket';
import { noteBundles } from './steps/bundle-ahead';
import { candidatesOf } from './steps/candidates';
import { freightOf } from './steps/freight';
import { GiftShelf } from './steps/gift-shelf';
import { giftsOf } from './steps/gifts';
import { reduceGoods } from './steps/goods';
import { linePriceAdjustments, noteLinePrices, openPrices } from './steps/line-price-adjustments';
import { priceLines } from './steps/line-prices';
import { LineSets } from './steps/line-sets';
import type { Notes } from './steps/measured';
import { noteNths } from './steps/nth-ahead';
import { Openness } from './steps/openness';
import { payFreightByPoints, payGoodsByPoints } from './steps/points';
import { rushFeeOf } from './steps/rush';

/** Nodes of each search. Carts of real life need tens. */
const NODE_LIMIT = 20_000;
/** Nodes for trying a way to the next step: some tens of ways are tried in the time of one search. */
const ROUGH_NODES = 500;

/**
 * The price of a cart: a pure function, the same answer for the same input whatever the order of its lists. Follows
 * the steps of rules.md section 1. Throws where a number is no whole amount: contracts have parsed the input before,
 * and where the result does not add up. Offers are prepared once for as long as the caller keeps the same list.
 */
export function settle(input: QuoteInput): Quote {
  const prepared = preparedFor(input.offers);
  assertSound(input, prepared);
  const basket = new Basket(input.lines, prepared.scopes);
  const nodeLimit = input.nodeLimit ?? NODE_LIMIT;
  const openness = new Openness(prepared, input);
  const open = openPrices(prepared, openness);
  const priced = priceLines(basket, open, nodeLimit);
  const { lines } = priced;
  const notes: Notes = { missed: [], ahead: [] };
  const measured = { input, prepared, openness, basket, priced, lines, sets: new LineSets(priced), notes };
  const candidates = candidatesOf(measured);
  noteLinePrices(measured);
  noteBundles(measured, open);
  noteNths(measured);
  const goods = reduceGoods(priced, candidates, nodeLimit);
  const goodsPoints = payGoodsByPoints(input, priced, goods.amountsFen);
  const shelf = new GiftShelf(input);
  const gifts = giftsOf(measured, shelf);
  const addOns = addOnsOf(measured, shelf);
  const rush = rushFeeOf(measured, addOns.upgrade);
  const freight = freightOf(input, candidates, rush, lines.length === 0);
  const quote = composeQuote(input, {
    measured,
    candidates,
    linePrices: linePriceAdjustments(priced),
    goods,
    goodsPoints,
    gifts,
    addOns,
    freight,
    freightPoints: payFreightByPoints(input, freight.leftFen, goodsPoints.used),
    open,
    priceAs: (cart, how) => {
      const nodes = how === 'exact' ? nodeLimit : Math.min(nodeLimit, ROUGH_NODES);
      return priceLines(new Basket(cart, prepared.scopes), open, nodes);
    },
  });
  assertConserved(quote);
  return quote;
}
