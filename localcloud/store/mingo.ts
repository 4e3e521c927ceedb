import { Context } from 'mingo';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import type { Options } from 'mingo/types';
import { compare, isSame, rankOf } from './compare';
import { invalidParam } from './errors';
import { geoIntersects, geoWithin, nearSphere } from './geo-operators';
import { valuesAt } from './paths';
import { $bucket, $sample, $sort, $unwind } from './stages';
import { type Fields, isFields, type Value } from './values';

/**
 * mingo runs queries, projections and aggregates. Replaced here are its comparisons (by BSON order and MongoDB's array rules, so that
 * an index and a scan always agree), some stages (stages.ts) and the geo operators, which it lacks.
 */
type Test = (doc: Fields) => boolean;
type Operator = (path: string, operand: Value) => Test;

/** True when a value at the path, or an element of an array there, passes. */
const some =
  (pass: (value: Value | undefined, operand: Value) => boolean): Operator =>
  (path, operand) => {
    const steps = path.split('.');
    return (doc) =>
      valuesAt(doc, steps).some(
        (value) => pass(value, operand) || (Array.isArray(value) && value.some((item) => pass(item, operand))),
      );
  };

const not =
  (operator: Operator): Operator =>
  (path, operand) => {
    const test = operator(path, operand);
    return (doc) => !test(doc);
  };

/** Order compares within one type only, and NaN is in no order with other numbers. */
const ordered = (accept: (order: number) => boolean): Operator =>
  some((value, operand) => {
    if (rankOf(value) !== rankOf(operand) || (value === undefined && operand !== null)) return false;
    if (Number.isNaN(value) !== Number.isNaN(operand)) return false;
    return accept(compare(value, operand));
  });

const isMember = (value: Value | undefined, operand: Value): boolean =>
  Array.isArray(operand) &&
  operand.some(
    (item) => isSame(value, item) || (item instanceof RegExp && typeof value === 'string' && item.test(value)),
  );

const equals = some(isSame);
const isIn = some(isMember);
const needsArray =
  (name: string, operator: Operator): Operator =>
  (path, operand) => {
    if (!Array.isArray(operand)) throw invalidParam(`${name} needs an array`);
    return operator(path, operand);
  };

function all(path: string, operand: Value, options: Options): Test {
  const items = Array.isArray(operand) ? operand : [];
  if (items.some((item) => isFields(item) && '$elemMatch' in item)) return query.$all(path, operand, options) as Test;
  const tests = items.map((item) => (item instanceof RegExp ? isIn(path, [item]) : equals(path, item)));
  return (doc) => tests.length > 0 && tests.every((test) => test(doc));
}

const comparisons = {
  $eq: equals,
  $ne: not(equals),
  $in: needsArray('$in', isIn),
  $nin: needsArray('$nin', not(isIn)),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $all: all,
  $nearSphere: nearSphere,
  $geoWithin: geoWithin,
  $geoIntersects: geoIntersects,
};

/** mingo's operator types ask for their own signatures, which are looser than ours; this is the one place where they meet. */
type ContextInit = NonNullable<Parameters<typeof Context.init>[0]>;
const optionsFor = (operators: object): Options =>
  ({ idKey: '_id', context: Context.init(operators as ContextInit) }) as Options;

const queryOperators = { ...query, ...comparisons };

/** For queries without `$expr`: mingo copies all the operators it is given for every query, and these are a tenth of them. */
export const QUERY_OPTIONS = optionsFor({ query: queryOperators });

export const MINGO_OPTIONS = optionsFor({
  accumulator,
  expression,
  projection,
  pipeline: { ...pipeline, $sort, $bucket, $sample, $unwind },
  query: queryOperators,
});
