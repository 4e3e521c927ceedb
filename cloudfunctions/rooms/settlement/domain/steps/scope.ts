import { DEFAULT_TAKES, type LinePriceKind, type Scope } from '../../../../kernel/coupon';
import type { Fen } from '../../../../kernel/fen';
import type { PricedLines } from './priced-lines';
import type { WorkingLine } from './working-line';

interface Scoped {
  readonly scope: Scope;
  readonly takes?: readonly LinePriceKind[];
}

interface Item {
  readonly skuId: string;
  readonly categoryId: string;
  readonly noPromotion?: boolean;
}

/** SKUs marked noPromotion are in no scope. */
export function isInScope(scope: Scope, item: Item): boolean {
  if (item.noPromotion) return false;
  if ('skuIds' in scope) return scope.skuIds.includes(item.skuId);
  if ('categoryIds' in scope) return scope.categoryIds.includes(item.categoryId);
  return scope.all;
}

/** Indices of the lines in a scope whose line price the offer takes in. */
export function linesOf({ scope, takes = DEFAULT_TAKES }: Scoped, { basket, lines, places }: PricedLines): number[] {
  return lines.flatMap(({ linePrice }, i) => {
    const ware = basket.lines[places[i] ?? -1];
    return ware && takes.includes(linePrice) && isInScope(scope, ware) ? [i] : [];
  });
}

/** B(scope): the sum after steps 1 and 2, which every threshold is tested on. */
export function baseOf(indices: readonly number[], lines: readonly WorkingLine[]): Fen {
  return indices.reduce((sum, i) => sum + (lines[i]?.amountFen ?? 0), 0);
}
