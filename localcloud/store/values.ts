import { invalidParam } from './errors';

/** The values a document can hold: those that CloudBase's wire carries (platform-protocol, section 2). */
export type Value = null | boolean | number | string | Date | RegExp | ObjectId | Value[] | Fields;
export interface Fields {
  [field: string]: Value;
}
export type Id = string | number;
export interface Doc extends Fields {
  _id: Id;
}

/** MongoDB's own id type: old collections hold it, new ids are strings. */
export class ObjectId {
  constructor(readonly hex: string) {}
  toString(): string {
    return this.hex;
  }
}

export function isFields(value: unknown): value is Fields {
  if (value === null || typeof value !== 'object') return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export const isId = (value: unknown): value is Id => typeof value === 'string' || typeof value === 'number';

/** MongoDB's name of a value's type, as its error texts say it. */
export function typeName(value: Value | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  if (value instanceof ObjectId) return 'objectId';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double';
  return typeof value === 'string' ? 'string' : 'object';
}

/**
 * A private copy of what a caller in the same process hands in; fields that are undefined are dropped, as the SDK drops them.
 * @throws StoreError INVALID_PARAM for what the wire cannot carry (functions, BigInt, class instances).
 */
export function toValue(input: unknown): Value {
  if (input === null || typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean')
    return input;
  if (Array.isArray(input)) return input.map((item) => (item === undefined ? null : toValue(item)));
  if (input instanceof Date) return new Date(input.getTime());
  if (input instanceof RegExp || input instanceof ObjectId) return input;
  if (isFields(input)) return toFields(input);
  throw invalidParam(`a document cannot hold a value of type ${typeof input}`);
}

export function toFields(input: object): Fields {
  if (!isFields(input)) throw invalidParam('expected a plain object');
  const out: Fields = {};
  for (const [field, value] of Object.entries(input)) {
    if (field === '__proto__') throw invalidParam('field name __proto__ is not allowed');
    if (value !== undefined) out[field] = toValue(value);
  }
  return out;
}

/**
 * A query from a caller in the same process. Unlike in a document, an undefined condition is refused: dropping it would widen the query.
 * @throws StoreError INVALID_PARAM
 */
export function toQuery(input: object): Fields {
  for (const [field, condition] of Object.entries(input))
    if (condition === undefined) throw invalidParam(`the condition on ${field} is undefined`);
  return toFields(input);
}
