import { DEFAULT_TAKES } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import { MAX_LINE_QUANTITY } from '../../../../kernel/limits';
import type { CartLine, QuoteInput, ShelfItem } from '../input';
import { byId } from '../order';
import type { NextStep } from '../quote';
import { isInScope } from './scope';
import type { PriceAs, StepAhead } from './step-ahead';
import { asLine } from './wares';
import type { WorkingLine } from './working-line';

type Reach = NonNullable<NextStep['reach']>;

/** Ways that are tried on the whole cart, cheapest by themselves first: prices of a cart may depend on its other goods. */
const WAYS_TRIED = 12;

/**
 * The cheapest SKU and quantity of the shelf that reaches the step, priced with the cart as it would be then: no way is named
 * that does not reach it. Equal: fewer units, then the lower SKU id. Null: none of those tried does.
 */
export function reachOf(
  step: StepAhead,
  { lines, shelf }: Pick<QuoteInput, 'lines' | 'shelf'>,
  priceAs: PriceAs,
): Reach | null {
  if (!shelf || shelf.length === 0) return null;
  const cart = lines.filter((line) => line.selected);
  const nowFen = goodsFen(priceAs(cart));
  const ways = shelf.flatMap((item) => wayBy(item, step, cart, priceAs) ?? []).sort(byCost);
  const reached = ways.slice(0, WAYS_TRIED).flatMap(({ item, quantity }): Reach[] => {
    const thenWith = (units: number) => priceAs(withMore(cart, item, units));
    let units = quantity;
    if (!step.isReached(thenWith(units))) return [];
    while (units > 1 && step.isReached(thenWith(units - 1))) units -= 1;
    return [{ skuId: item.skuId, quantity: units, addsFen: goodsFen(thenWith(units)) - nowFen }];
  });
  return reached.sort(byReach)[0] ?? null;
}

interface Way {
  readonly item: ShelfItem;
  readonly quantity: number;
  /** By itself. */
  readonly costFen: Fen;
}

function wayBy(item: ShelfItem, step: StepAhead, cart: readonly CartLine[], priceAs: PriceAs): Way | null {
  if (!isInScope(step.scope, item)) return null;
  const alone = priceAs([asLine(item, 1)])[0];
  if (!alone || !(step.takes ?? DEFAULT_TAKES).includes(alone.linePrice)) return null;
  const quantity = step.gapUnits ?? (alone.unitFen > 0 ? Math.ceil(step.gapFen / alone.unitFen) : 0);
  const has = cart.find((line) => line.skuId === item.skuId)?.quantity ?? 0;
  if (quantity < 1 || quantity > item.left || has + quantity > MAX_LINE_QUANTITY) return null;
  return { item, quantity, costFen: quantity * alone.unitFen };
}

function withMore(cart: readonly CartLine[], item: ShelfItem, units: number): CartLine[] {
  if (!cart.some((line) => line.skuId === item.skuId)) return [...cart, asLine(item, units)];
  return cart.map((line) => (line.skuId === item.skuId ? { ...line, quantity: line.quantity + units } : line));
}

function goodsFen(lines: readonly WorkingLine[]): Fen {
  return lines.reduce((sum, line) => sum + line.amountFen, 0);
}

function byCost(a: Way, b: Way): number {
  return a.costFen - b.costFen || a.quantity - b.quantity || byId(a.item.skuId, b.item.skuId);
}

function byReach(a: Reach, b: Reach): number {
  return a.addsFen - b.addsFen || a.quantity - b.quantity || byId(a.skuId, b.skuId);
}
