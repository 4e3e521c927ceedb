import { Change, Condition, type Json, type Scalar, type Update, type Where } from './terms';

/** The SDK stops at this depth of flattening nowhere; ours is a guard against data that was never meant to be a path. */
const MAX_DEPTH = 8;

export class UnsafeTerm extends Error {
  constructor(path: readonly string[], why: string) {
    super(`unsafe database term at ${path.join('/') || '(root)'}: ${why}`);
    this.name = 'UnsafeTerm';
  }
}

/** A key that begins with `$` is an operator, one with a dot a path: neither may come from data (compliance.md). */
export function checkKey(key: string, path: readonly string[]): void {
  if (key === '') throw new UnsafeTerm(path, 'empty key');
  if (key.startsWith('$')) throw new UnsafeTerm(path, `key ${key} begins with $`);
  if (key.includes('.')) throw new UnsafeTerm(path, `key ${key} holds a dot`);
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new UnsafeTerm(path, `key ${key}`);
}

/** Checks a value that is stored: JSON only, safe keys, finite numbers, nothing undefined. */
export function checkValue(value: unknown, path: readonly string[] = []): asserts value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new UnsafeTerm(path, `number ${value}`);
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkValue(item, [...path, String(index)]);
    return;
  }
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    throw new UnsafeTerm(path, `a ${typeof value} is no JSON value`);
  for (const [key, item] of Object.entries(value)) {
    checkKey(key, path);
    checkValue(item, [...path, key]);
  }
}

export interface Leaf<T> {
  readonly path: readonly string[];
  readonly term: T;
}

function leaves<T extends object>(
  node: object,
  isTerm: (value: object) => value is T,
  path: readonly string[],
  found: Leaf<T | Scalar>[],
): void {
  const entries = Object.entries(node);
  // An empty literal is dropped by the SDK: `where({a: {}}).remove()` would empty a collection (platform.md, trap 4).
  if (entries.length === 0) throw new UnsafeTerm(path, 'empty literal');
  if (path.length >= MAX_DEPTH) throw new UnsafeTerm(path, `deeper than ${MAX_DEPTH}`);
  for (const [key, value] of entries) {
    const here = [...path, key];
    checkKey(key, path);
    if (value === undefined) throw new UnsafeTerm(here, 'undefined');
    if (value === null || typeof value !== 'object') {
      checkValue(value, here);
      found.push({ path: here, term: value as Scalar });
    } else if (isTerm(value)) found.push({ path: here, term: value });
    else if (Array.isArray(value)) throw new UnsafeTerm(here, 'an array must be inside set()');
    else leaves(value, isTerm, here, found);
  }
}

/** Every condition with its path, in the order written. Throws UnsafeTerm on anything that is not ours. */
export function flattenWhere(where: Where): Leaf<Condition | Scalar>[] {
  const found: Leaf<Condition | Scalar>[] = [];
  leaves(where, (value): value is Condition => value instanceof Condition, [], found);
  return found;
}

export function flattenUpdate(update: Update): Leaf<Change | Scalar>[] {
  const found: Leaf<Change | Scalar>[] = [];
  leaves(update, (value): value is Change => value instanceof Change, [], found);
  for (const { path, term } of found) if (term instanceof Change) checkValue(term.operand, path);
  return found;
}
