import type { Scope } from '../../../../kernel/coupon';
import type { CartLine } from '../input';
import { byId, sorted } from '../order';
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
    const inOrder = isSorted(cart) ? cart : sorted(cart, (a, b) => byId(a.skuId, b.skuId));
    const lines: CartLine[] = [];
    let before: string | null = null;
    for (const line of inOrder) {
      if (line.skuId === before) throw new RangeError(`${line.skuId} is there twice`);
      before = line.skuId;
      if (line.selected) lines.push(line);
    }
    this.lines = lines;
    this.inScope = table.itemsIn(lines);
  }

  /** Indices of the lines in the scope of this number, ascending. */
  linesIn(scope: number): readonly number[] {
    return this.inScope[scope] ?? [];
  }

  /** The number of a scope that no prepared offer may have: a coupon's. */
  numberOf(scope: Scope): number {
    // To name a list takes longer than to look its few goods up again.
    const key = isLong(scope) ? null : keyOf(scope);
    const known = key === null ? undefined : (this.table.find(key) ?? this.more.get(key));
    if (known !== undefined) return known;
    const number = this.inScope.push(this.search(scope)) - 1;
    if (key !== null) this.more.set(key, number);
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

function isLong(scope: Scope): boolean {
  if ('skuIds' in scope) return scope.skuIds.length > 1;
  return 'categoryIds' in scope && scope.categoryIds.length > 1;
}

function isSorted(cart: readonly CartLine[]): boolean {
  for (let i = 1; i < cart.length; i += 1) if (byId(cart[i - 1]?.skuId ?? '', cart[i]?.skuId ?? '') >= 0) return false;
  return true;
}
