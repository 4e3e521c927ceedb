import { refusedByLint } from '../store/errors';
import { GARBLED_LOGIC } from '../store/query';
import { type Fields, isFields, type Value } from '../store/values';

/** Operators whose operand the SDK does not serialise: dates and points of its own arrive there as bare objects. */
const RAW_OPERANDS = ['$set', '$min', '$max', '$push', '$addToSet'];

/** Buffers arrive emptied: `{type: 'Buffer', data: []}`. @throws StoreError */
export function lintDocument(value: Value): void {
  forEachObject(value, (fields) => {
    if (fields.type === 'Buffer' && Array.isArray(fields.data) && fields.data.length === 0)
      throw refusedByLint('the SDK loses Buffer values; store base64 text or a file id');
  });
}

/** @throws StoreError when the SDK has garbled a query's logic */
export function lintQuery(query: Fields): void {
  forEachObject(query, (fields) => {
    if (typeof fields.operator === 'string' && Array.isArray(fields.operands)) throw refusedByLint(GARBLED_LOGIC);
  });
}

/** A removal or update of everything is never meant: the SDK drops `{a: {}}` and `{a: undefined}` from a query. */
export function lintCondition(query: Fields, what: string): void {
  if (Object.keys(query).length === 0)
    throw refusedByLint(
      `${what} without a condition: the SDK drops empty and undefined conditions on their way; name what to match, e.g. {_id: _.exists(true)}`,
    );
}

/** @throws StoreError for what `_.set`, `_.max`, `push({each})` and `addToSet({each})` garble */
export function lintUpdate(update: Fields): void {
  if (Object.keys(update).length === 0)
    throw refusedByLint('the update is empty: the SDK drops empty objects on their way; use _.set({}) to store one');
  lintDocument(update);
  for (const operator of RAW_OPERANDS) {
    const changes = update[operator];
    if (!isFields(changes)) continue;
    for (const [path, operand] of Object.entries(changes)) lintOperand(operator, path, operand);
  }
}

function lintOperand(operator: string, path: string, operand: Value): void {
  if (operator === '$addToSet' && isFields(operand) && isOnly(operand, 'each'))
    throw refusedByLint(`addToSet({each}) stores the object itself in ${path}; add one value at a time`);
  forEachObject(operand, (fields) => {
    if (isOnly(fields, 'offset') && typeof fields.offset === 'number')
      throw refusedByLint(
        `serverDate() inside _.set, _.max, _.min or push({each}) is stored as {offset} in ${path}; store a number of ms`,
      );
    if (Object.keys(fields).length === 2 && typeof fields.longitude === 'number' && typeof fields.latitude === 'number')
      throw refusedByLint(
        `Geo.Point inside _.set or push({each}) is not encoded in ${path}; write {type: 'Point', coordinates: [lng, lat]}`,
      );
  });
}

const isOnly = (fields: Fields, name: string): boolean => Object.keys(fields).length === 1 && name in fields;

function forEachObject(value: Value, visit: (fields: Fields) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) forEachObject(item, visit);
  } else if (isFields(value)) {
    visit(value);
    for (const name of Object.keys(value)) forEachObject(value[name] ?? null, visit);
  }
}
