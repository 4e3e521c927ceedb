import { Lazy, type Iterator as LazyIterator } from 'mingo/lazy';
import * as pipeline from 'mingo/operators/pipeline';
import type { Options } from 'mingo/types';
import { compare } from './compare';
import { queryRefused } from './errors';
import { geometryAt as valueAt } from './geo';
import { parseOrder, sortDocs } from './sort';
import { type Doc, type Fields, isFields, type Value } from './values';

/**
 * Stages where mingo differs from MongoDB: its sort goes by another order, its buckets take in a value at their upper bound and keep
 * empty buckets, its unwind drops empty strings and objects, its sample gives one document several times.
 */

export function $sort(source: LazyIterator, keys: Fields): LazyIterator {
  const order = parseOrder(keys);
  return source.transform((docs: unknown[]) => Lazy(sortDocs(docs as Doc[], order)));
}

/** A bucket holds boundary ≤ value < next boundary; only buckets with documents come out. */
export function $bucket(
  source: LazyIterator,
  { groupBy, boundaries, default: rest, output }: Fields,
  options: Options,
): LazyIterator {
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw queryRefused("The $bucket 'boundaries' field must have at least 2 values");
  if (boundaries.some((value, i) => i > 0 && compare(value, boundaries[i - 1]) <= 0))
    throw queryRefused("The 'boundaries' option to $bucket must be sorted");
  const fallback: Value = rest === undefined ? NO_BUCKET : rest;
  const key = boundaries.slice(0, -1).reduceRight<Fields>(
    (otherwise, lower, i) => {
      const isAbove: Fields = { $gte: [groupBy ?? null, { $literal: lower }] };
      const isBelow: Fields = { $lt: [groupBy ?? null, { $literal: boundaries[i + 1] ?? null }] };
      return { $cond: [{ $and: [isAbove, isBelow] }, { $literal: lower }, otherwise] };
    },
    { $literal: fallback },
  );
  const fields = isFields(output) ? output : { count: { $sum: 1 } };
  const buckets = $sort(pipeline.$group(source, { _id: key, ...fields }, options), { _id: 1 });
  return buckets.map((bucket) => {
    if ((bucket as Fields)._id === NO_BUCKET)
      throw queryRefused('$switch could not find a matching branch for an input, and no default was specified.');
    return bucket;
  });
}

/** Stands for the bucket of a value that none takes. */
const NO_BUCKET = '\0no bucket';

/** One document for each element; whatever is not an array, null or missing counts as one element. */
export function $unwind(source: LazyIterator, operand: string | Fields): LazyIterator {
  const spec: Fields = typeof operand === 'string' ? { path: operand } : operand;
  const { path, includeArrayIndex: indexField, preserveNullAndEmptyArrays: keepsEmpty } = spec;
  if (typeof path !== 'string' || path[0] !== '$')
    throw queryRefused("path option to $unwind stage should be prefixed with a '$'");
  const steps = path.slice(1).split('.');
  const emit = (doc: Fields, value: Value | undefined, index: number | null): Fields => {
    const next = replaced(doc, steps, value);
    return typeof indexField === 'string' ? { ...next, [indexField]: index } : next;
  };
  const unwound = (doc: Fields): Fields[] => {
    const value = valueAt(doc, steps.join('.'));
    if (Array.isArray(value) && value.length > 0) return value.map((item, i) => emit(doc, item, i));
    if (value === undefined || value === null || Array.isArray(value))
      return keepsEmpty === true ? [emit(doc, value === null ? null : undefined, null)] : [];
    return [emit(doc, value, null)];
  };
  return source.transform((docs: unknown[]) => Lazy((docs as Fields[]).flatMap(unwound)));
}

/** A copy with another value at the path, or without it when undefined. */
function replaced(doc: Fields, [step = '', ...rest]: string[], value: Value | undefined): Fields {
  const inner = doc[step];
  if (rest.length > 0) return isFields(inner) ? { ...doc, [step]: replaced(inner, rest, value) } : doc;
  if (value !== undefined) return { ...doc, [step]: value };
  const { [step]: _, ...others } = doc;
  return others;
}

/** Up to `size` documents at random, none twice. */
export function $sample(source: LazyIterator, { size }: Fields): LazyIterator {
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1)
    throw queryRefused('size argument to $sample must be a positive integer');
  return source.transform((docs: unknown[]) => {
    const left = [...docs];
    const taken: unknown[] = [];
    while (taken.length < size && left.length > 0)
      taken.push(...left.splice(Math.floor(Math.random() * left.length), 1));
    return Lazy(taken);
  });
}
