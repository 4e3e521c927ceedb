import { isFields, type Value } from './values';

const INDEX = /^\d+$/;

/**
 * The values that a dotted path reaches, as MongoDB's matching sees them: arrays on the way are gone into, an array at the end
 * is one value; `undefined` stands for a missing field.
 */
export function valuesAt(root: Value, path: readonly string[]): (Value | undefined)[] {
  const found: (Value | undefined)[] = [];
  collect(root, path, 0, found);
  return found;
}

function collect(
  current: Value | undefined,
  path: readonly string[],
  depth: number,
  found: (Value | undefined)[],
): void {
  const step = path[depth];
  if (step === undefined) {
    found.push(current);
  } else if (Array.isArray(current)) {
    if (INDEX.test(step) && Number(step) < current.length) collect(current[Number(step)], path, depth + 1, found);
    for (const item of current) if (isFields(item)) collect(item, path, depth, found);
  } else if (isFields(current)) {
    collect(own(current, step), path, depth + 1, found);
  } else {
    found.push(undefined);
  }
}

/** A field of the object itself, never one inherited from Object.prototype. */
export const own = (fields: { [field: string]: Value }, name: string): Value | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** What an index stores, and what a sort compares, for one path of one document. */
export interface KeyValues {
  /** One entry a key; `undefined` is a missing field (kept as null), `EMPTY` an empty array. */
  values: (Value | undefined | typeof EMPTY)[];
  /** Path of the array that the values were spread from, if there was one. */
  arrayPath: string | undefined;
}
export const EMPTY: unique symbol = Symbol('empty array');

export function keyValuesAt(root: Value, path: readonly string[]): KeyValues {
  const found: KeyValues = { values: [], arrayPath: undefined };
  collectKeys(root, path, 0, found);
  return found;
}

function collectKeys(current: Value | undefined, path: readonly string[], depth: number, found: KeyValues): void {
  const step = path[depth];
  if (Array.isArray(current)) {
    found.arrayPath ??= path.slice(0, depth).join('.');
    if (step === undefined) found.values.push(...(current.length === 0 ? [EMPTY as typeof EMPTY] : current));
    else spread(current, path, depth, step, found);
  } else if (step === undefined) {
    found.values.push(current);
  } else if (isFields(current)) {
    collectKeys(own(current, step), path, depth + 1, found);
  } else {
    found.values.push(undefined);
  }
}

function spread(items: Value[], path: readonly string[], depth: number, step: string, found: KeyValues): void {
  if (items.length === 0) found.values.push(undefined);
  if (INDEX.test(step) && Number(step) < items.length) collectKeys(items[Number(step)], path, depth + 1, found);
  for (const item of items) {
    if (isFields(item)) collectKeys(item, path, depth, found);
    else found.values.push(undefined);
  }
}
