import type { LinePriceKind, Scope } from '../../../kernel/coupon';
import { byId } from './order';

/** Scopes that differ, numbered, so that each is looked up once a cart however many offers share it. */
export class ScopeTable {
  readonly scopes: Scope[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly all: number[] = [];
  private readonly bySku = new Map<string, number[]>();
  private readonly byCategory = new Map<string, number[]>();

  /** The number of a scope; a new one, where none says the same. */
  add(scope: Scope): number {
    const key = keyOf(scope);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.scopes.push(scope) - 1;
    this.numbers.set(key, number);
    if ('skuIds' in scope) addAll(this.bySku, scope.skuIds, number);
    else if ('categoryIds' in scope) addAll(this.byCategory, scope.categoryIds, number);
    else if (scope.all) this.all.push(number);
    return number;
  }

  /** By `keyOf` its scope. */
  find(key: string): number | undefined {
    return this.numbers.get(key);
  }

  /** Indices of items by scope, ascending. SKUs marked noPromotion are in no scope. */
  itemsIn(items: readonly Item[]): number[][] {
    const found: number[][] = this.scopes.map(() => []);
    for (let i = 0; i < items.length; i += 1) {
      const item = items[i];
      if (!item || item.noPromotion) continue;
      put(found, this.all, i);
      put(found, this.bySku.get(item.skuId), i);
      put(found, this.byCategory.get(item.categoryId), i);
    }
    return found;
  }
}

interface Item {
  readonly skuId: string;
  readonly categoryId: string;
  readonly noPromotion?: boolean;
}

const EVERYTHING = '*';

/** The same text for scopes that say the same. */
export function keyOf(scope: Scope): string {
  if ('skuIds' in scope) return `s${listKey(scope.skuIds)}`;
  if ('categoryIds' in scope) return `c${listKey(scope.categoryIds)}`;
  return scope.all ? EVERYTHING : '';
}

function listKey(ids: readonly string[]): string {
  const [only] = ids;
  // No list of several reads so: those begin with a bracket.
  if (ids.length === 1 && only !== undefined) return `=${only}`;
  return JSON.stringify([...new Set(ids)].sort(byId));
}

function addAll(index: Map<string, number[]>, ids: readonly string[], number: number): void {
  for (const id of new Set(ids)) {
    const numbers = index.get(id);
    if (numbers) numbers.push(number);
    else index.set(id, [number]);
  }
}

function put(found: number[][], numbers: readonly number[] | undefined, item: number): void {
  if (numbers) for (let n = 0; n < numbers.length; n += 1) found[numbers[n] ?? 0]?.push(item);
}

const BITS: Readonly<Record<LinePriceKind, number>> = { list: 1, tier: 2, window: 4, bundle: 8, flash: 16 };

/** Line prices as bits of one number. */
export function bitsOf(kinds: readonly LinePriceKind[]): number {
  let bits = 0;
  for (const kind of kinds) bits |= BITS[kind];
  return bits;
}

export function bitOf(kind: LinePriceKind): number {
  return BITS[kind];
}
