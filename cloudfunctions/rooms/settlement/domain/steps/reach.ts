import { DEFAULT_TAKES } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import { MAX_LINE_QUANTITY } from '../../../../kernel/limits';
import type { CartLine, QuoteInput, ShelfItem } from '../input';
import { byId } from '../order';
import type { PreparedLinePrice } from '../prepared';
import type { NextStep } from '../quote';
import type { PricedLines } from './priced-lines';
import { isInScope } from './scope';
import type { PriceAs, StepAhead } from './step-ahead';
import { priceAlone } from './unit-alone';
import { asLine } from './wares';
import type { WorkingLine } from './working-line';

type Reach = NonNullable<NextStep['reach']>;

/** The cart as it is priced now, and how another would be. */
export interface Priced {
  readonly lines: readonly WorkingLine[];
  readonly priceAs: PriceAs;
  /** Open line prices. */
  readonly linePrices: readonly PreparedLinePrice[];
}

/** Ways that are tried on the whole cart, cheapest by themselves first: prices of a cart may depend on its other goods. */
const WAYS_TRIED = 6;

/**
 * The cheapest SKU and quantity of the shelf that reaches the step, priced with the cart as it would be then: no way is named
 * that does not reach it. Equal: fewer units, then the lower SKU id. Null: none of those tried does.
 */
export function reachOf(
  step: StepAhead,
  { lines, shelf }: Pick<QuoteInput, 'lines' | 'shelf'>,
  { lines: now, priceAs, linePrices }: Priced,
): Reach | null {
  if (!shelf || shelf.length === 0) return null;
  const cart = lines.filter((line) => line.selected);
  const nowFen = goodsFen({ lines: now });
  const ways = shelf.flatMap((item) => wayBy(item, step, cart, linePrices) ?? []).sort(byCost);
  const tried = ways.slice(0, WAYS_TRIED).flatMap(({ item, quantity }) => {
    const thenWith = (units: number) => priceAs(withMore(cart, item, units), 'rough');
    const full = thenWith(quantity);
    if (!step.isReached(full)) return [];
    const units = fewest(quantity, (few) => step.isReached(thenWith(few)));
    const costFen = goodsFen(units === quantity ? full : thenWith(units)) - nowFen;
    return [{ item, quantity: units, costFen }];
  });
  for (const { item, quantity } of tried.sort(byCost)) {
    const then = priceAs(withMore(cart, item, quantity), 'exact');
    if (step.isReached(then)) return { skuId: item.skuId, quantity, addsFen: goodsFen(then) - nowFen };
  }
  return null;
}

/** Fewest units from 1 to `most` that are enough, by halving: `most` is. */
function fewest(most: number, isEnough: (units: number) => boolean): number {
  let [low, high] = [1, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}

interface Way {
  readonly item: ShelfItem;
  readonly quantity: number;
  /** By itself, then with the cart. */
  readonly costFen: Fen;
}

function wayBy(
  item: ShelfItem,
  step: StepAhead,
  cart: readonly CartLine[],
  linePrices: readonly PreparedLinePrice[],
): Way | null {
  if (!isInScope(step.scope, item)) return null;
  const alone = priceAlone(item, linePrices);
  if (!(step.takes ?? DEFAULT_TAKES).includes(alone.linePrice)) return null;
  const quantity = step.gapUnits ?? (alone.unitFen > 0 ? Math.ceil(step.gapFen / alone.unitFen) : 0);
  const has = cart.find((line) => line.skuId === item.skuId)?.quantity ?? 0;
  if (quantity < 1 || quantity > item.left || has + quantity > MAX_LINE_QUANTITY) return null;
  return { item, quantity, costFen: quantity * alone.unitFen };
}

function withMore(cart: readonly CartLine[], item: ShelfItem, units: number): CartLine[] {
  if (!cart.some((line) => line.skuId === item.skuId)) return [...cart, asLine(item, units)];
  return cart.map((line) => (line.skuId === item.skuId ? { ...line, quantity: line.quantity + units } : line));
}

function goodsFen({ lines }: Pick<PricedLines, 'lines'>): Fen {
  return lines.reduce((sum, line) => sum + line.amountFen, 0);
}

function byCost(a: Way, b: Way): number {
  return a.costFen - b.costFen || a.quantity - b.quantity || byId(a.item.skuId, b.item.skuId);
}
