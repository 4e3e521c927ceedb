import { type Fields, ObjectId, type Value } from './values';

/** Place of a value's type in BSON's order: null < number < string < object < array < id < bool < date < regex. */
export const RANK = {
  nothing: 0x08, // an empty array as an index key: below null, as in MongoDB
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  objectId: 0x60,
  boolean: 0x70,
  date: 0x78,
  regex: 0x7c,
} as const;

/** A missing value ranks as null. */
export function rankOf(value: Value | undefined): number {
  if (value === undefined || value === null) return RANK.null;
  if (typeof value === 'number') return RANK.number;
  if (typeof value === 'string') return RANK.string;
  if (typeof value === 'boolean') return RANK.boolean;
  if (Array.isArray(value)) return RANK.array;
  if (value instanceof Date) return RANK.date;
  if (value instanceof ObjectId) return RANK.objectId;
  return value instanceof RegExp ? RANK.regex : RANK.object;
}

/** BSON order of two values: negative, 0 or positive. NaN equals itself and lies below every number. */
export function compare(a: Value | undefined, b: Value | undefined): number {
  const byType = rankOf(a) - rankOf(b);
  if (byType !== 0 || a === undefined || a === null || b === undefined || b === null) return byType;
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (typeof a === 'boolean') return Number(a) - Number(b);
  if (a instanceof Date && b instanceof Date) return compareNumbers(a.getTime(), b.getTime());
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  if (a instanceof ObjectId || a instanceof RegExp) return compareStrings(String(a), String(b));
  return compareFields(a as Fields, b as Fields);
}

export const isSame = (a: Value | undefined, b: Value | undefined): boolean => compare(a, b) === 0;

function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : 1;
}

/** By code point, which is the order of the UTF-8 bytes that MongoDB compares; JavaScript's `<` goes by UTF-16 units. */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const unitA = a.charCodeAt(i);
    const unitB = b.charCodeAt(i);
    if (unitA !== unitB) return aboveSurrogates(unitA) - aboveSurrogates(unitB);
  }
  return a.length - b.length;
}

/** Lifts surrogates above the rest of the plane, since they stand for code points beyond it. */
const aboveSurrogates = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

function compareArrays(a: Value[], b: Value[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Field by field in stored order: type, then name, then value, as BSON does. */
function compareFields(a: Fields, b: Fields): number {
  const namesA = Object.keys(a);
  const namesB = Object.keys(b);
  for (let i = 0; i < Math.min(namesA.length, namesB.length); i++) {
    const nameA = namesA[i] ?? '';
    const nameB = namesB[i] ?? '';
    const order = rankOf(a[nameA]) - rankOf(b[nameB]) || compareStrings(nameA, nameB) || compare(a[nameA], b[nameB]);
    if (order !== 0) return order;
  }
  return namesA.length - namesB.length;
}
