import type { FieldKind } from './fields';

/** As it arrives: JSON.parse makes `__proto__` an own key, an object literal would not. */
const parsed = (json: string): unknown => JSON.parse(json);

const OPERATORS: readonly unknown[] = [
  { $gt: 0 },
  { $ne: '' },
  { $regex: '.*' },
  { $where: 'sleep(1000)' },
  { $set: { payableFen: 1 } },
  { $inc: { 'lots.l1.points': 1_000 } },
  { 'a.b': 1 },
  parsed('{"__proto__": {"roles": ["owner"]}}'),
  parsed('{"constructor": {"prototype": {"ok": true}}}'),
  [{ $gt: 0 }],
];

const NUMBERS: readonly unknown[] = [-1, -0.5, 0.5, 1.000_000_1, 1e21, 2 ** 53, -(2 ** 53)];
/** NaN and the infinities cannot be said in JSON; they arrive as null, or as somebody's text. */
const IN_PROCESS: readonly unknown[] = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
const NOT_NUMBERS: readonly unknown[] = ['1', '', 'NaN', 'Infinity', '1e3'];

const LONG = '邻'.repeat(501);

/** Values that no field of this kind may take, whatever the contract says. */
const BY_KIND: { readonly [kind in FieldKind]: readonly unknown[] } = {
  number: [...NUMBERS, ...NOT_NUMBERS, null, true, {}, [], [1], ...OPERATORS],
  text: [...NUMBERS, 0, 1, null, true, {}, [], ['a'], LONG, ...OPERATORS],
  choice: [...NUMBERS, null, true, {}, [], '', 'nothing', '__proto__', 'constructor', LONG, ...OPERATORS],
  boolean: [...NUMBERS, 0, 1, null, 'true', '', {}, [], ...OPERATORS],
  list: [...NUMBERS, null, true, '', 'a', {}, ...OPERATORS, { length: 1, 0: 'a' }, Array(10_000).fill(null)],
  object: [...NUMBERS, null, true, '', 'a', [], [[]], ...OPERATORS],
};

/** NaN and infinities besides: for doors in this process. */
export const hostileTo = (kind: FieldKind): readonly unknown[] => [...BY_KIND[kind], ...IN_PROCESS];

/** What can be said in JSON, one of each sort: for doors over the wire. */
export const HOSTILE_IN_JSON: readonly unknown[] = [
  ...[-1, 0.5, 1e21, null, { $gt: 0 }],
  parsed('{"__proto__": {"a": 1}}'),
];

/** Names that ride along beside the fields of an input; none of them is a field. */
export const STOWAWAYS: readonly string[] = [
  ...[
    'openid',
    'OPENID',
    'residentId',
    'staffId',
    'appid',
    'roles',
    'userInfo',
    'payableFen',
    'price',
    '_id',
    '_openid',
  ],
  ...['$where', '$or', '$set', 'a.b', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'],
];

/** `input` with one more key, put there as JSON.parse does. */
export function withStowaway(input: object, name: string): unknown {
  return JSON.parse(
    `${JSON.stringify(input).slice(0, -1)}${Object.keys(input).length > 0 ? ',' : ''}${JSON.stringify(name)}:"o_owner"}`,
  );
}
