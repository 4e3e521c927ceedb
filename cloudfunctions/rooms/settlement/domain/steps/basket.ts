import type { Scope } from '../../../../kernel/coupon';
import type { CartLine } from '../input';
import { byId } from '../order';
import { keyOf, type ScopeTable } from '../scopes';
import { isInScope } from './scope';

/** The selected lines of a cart, and which of them each scope holds. */
export class Basket {
  /** In ascending SKU id. */
  readonly lines: readonly CartLine[];
  private readonly inScope: number[][];
  private readonly more = new Map<string, number>();
  private places: Map<string, number> | undefined;

  /** Throws where a SKU is in the cart twice. */
  constructor(
    cart: readonly CartLine[],
    private readonly table: ScopeTable,
  ) {
    const sorted = [...cart].sort((a, b) => byId(a.skuId, b.skuId));
    for (let i = 1; i < sorted.length; i += 1)
      if (sorted[i]?.skuId === sorted[i - 1]?.skuId) throw new RangeError(`${sorted[i]?.skuId} is there twice`);
    this.lines = sorted.filter((line) => line.selected);
    this.inScope = table.itemsIn(this.lines);
  }

  /** Indices of the lines in the scope of this number, ascending. */
  linesIn(scope: number): readonly number[] {
    return this.inScope[scope] ?? [];
  }

  /** The number of a scope that no prepared offer may have: a coupon's. */
  numberOf(scope: Scope): number {
    const key = keyOf(scope);
    const known = this.table.find(key) ?? this.more.get(key);
    if (known !== undefined) return known;
    const number = this.inScope.push(this.search(scope)) - 1;
    this.more.set(key, number);
    return number;
  }

  /** Index of the line of a SKU that offers may touch. */
  lineOf(skuId: string): number | undefined {
    this.places ??= new Map(this.lines.map((line, i) => [line.skuId, i]));
    const place = this.places.get(skuId);
    return place === undefined || this.lines[place]?.noPromotion ? undefined : place;
  }

  private search(scope: Scope): number[] {
    if ('skuIds' in scope) {
      const found = new Set<number>();
      for (const skuId of scope.skuIds) {
        const line = this.lineOf(skuId);
        if (line !== undefined) found.add(line);
      }
      return [...found].sort((a, b) => a - b);
    }
    const found: number[] = [];
    for (let i = 0; i < this.lines.length; i += 1) {
      const line = this.lines[i];
      if (line && isInScope(scope, line)) found.push(i);
    }
    return found;
  }
}
