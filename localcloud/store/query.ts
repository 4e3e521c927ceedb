import { Query } from 'mingo/query';
import { queryRefused, refusedByLint, StoreError, unknownOperator } from './errors';
import { parseNear } from './geo-operators';
import { MINGO_OPTIONS, QUERY_OPTIONS } from './mingo';
import { type Fields, type Id, isFields, isId, type Value } from './values';

/** Operators on a field that the SDK can send (platform-protocol, 3.1). */
const FIELD_OPERATORS = new Set(
  '$eq $ne $gt $gte $lt $lte $in $nin $all $exists $size $mod $elemMatch $not $regex $options $nearSphere $geoWithin $geoIntersects'.split(
    ' ',
  ),
);
const LOGICAL = new Set(['$and', '$or', '$nor']);

export interface Near {
  field: string;
  center: readonly [number, number];
}

/** A query made ready: `matches` decides one document; `ids` is set when the query is nothing but an _id. */
export interface CompiledQuery {
  fields: Fields;
  matches(doc: Fields): boolean;
  /** The query selects exactly this id and nothing else. */
  onlyId: Id | undefined;
  isEmpty: boolean;
  /** Set by `$nearSphere`: results are ordered by distance from here. */
  near: Near | undefined;
}

/** @throws StoreError for an unknown operator or a malformed operand. */
export function compileQuery(fields: Fields): CompiledQuery {
  const keys = Object.keys(fields);
  const isEmpty = keys.length === 0;
  const onlyId = keys.length === 1 && isId(fields._id) ? fields._id : undefined;
  if (isEmpty || onlyId !== undefined) {
    const matches = isEmpty ? () => true : (doc: Fields) => doc._id === onlyId;
    return { fields, matches, onlyId, isEmpty, near: undefined };
  }
  validate(fields);
  const evaluates = hasExpression(fields);
  const query = asRefusal(() => new Query(fields, evaluates ? MINGO_OPTIONS : QUERY_OPTIONS));
  // An unknown expression operator shows only when it meets a document.
  const matches = evaluates ? (doc: Fields) => asRefusal(() => query.test(doc)) : (doc: Fields) => query.test(doc);
  return { fields, matches, onlyId, isEmpty, near: nearOf(fields) };
}

/** Turns an error of mingo into the database's own. */
export function asRefusal<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw queryRefused(error instanceof Error ? error.message : String(error));
  }
}

function validate(query: Fields): void {
  for (const [key, condition] of Object.entries(query)) {
    if (LOGICAL.has(key)) {
      if (!Array.isArray(condition) || condition.length === 0) throw queryRefused(`${key} must be a nonempty array`);
      for (const part of condition) {
        if (!isFields(part)) throw queryRefused(`${key} entries need to be full objects`);
        validate(part);
      }
    } else if (key.startsWith('$')) {
      if (key !== '$expr') throw unknownOperator(key);
    } else {
      validateField(key, condition);
    }
  }
}

function validateField(path: string, condition: Value): void {
  const step = path.split('.').find((name) => name.startsWith('$'));
  if (step) throw unknownOperator(step);
  if (!isFields(condition)) return;
  const names = Object.keys(condition);
  if (!names.some((name) => name.startsWith('$'))) {
    if (typeof condition.operator === 'string' && Array.isArray(condition.operands)) throw refusedByLint(GARBLED_LOGIC);
    return;
  }
  for (const name of names) {
    if (!FIELD_OPERATORS.has(name)) throw unknownOperator(name);
    const operand = condition[name];
    if (name === '$not' && operand !== undefined) validateField(path, operand);
    if (name === '$elemMatch' && isFields(operand)) validateElement(operand);
  }
}

function validateElement(criteria: Fields): void {
  if (hasExpression(criteria)) throw queryRefused('$expr can only be applied to the top-level document');
  const isOperators = Object.keys(criteria).every((name) => FIELD_OPERATORS.has(name));
  if (isOperators) validateField('element', criteria);
  else validate(criteria);
}

const hasExpression = (query: Fields): boolean =>
  Object.entries(query).some(
    ([key, condition]) =>
      key === '$expr' ||
      (LOGICAL.has(key) && Array.isArray(condition) && condition.some((part) => isFields(part) && hasExpression(part))),
  );

export const GARBLED_LOGIC =
  'the SDK does not encode and()/or()/not() inside elemMatch() or not(); write the plain operators, e.g. _.elemMatch({n: {$gt: 1, $lt: 5}})';

function nearOf(query: Fields): Near | undefined {
  for (const [key, condition] of Object.entries(query)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) {
        const near = isFields(part) ? nearOf(part) : undefined;
        if (near) return near;
      }
    } else if (isFields(condition) && condition.$nearSphere !== undefined) {
      return { field: key, center: parseNear(condition.$nearSphere).center };
    }
  }
  return undefined;
}
