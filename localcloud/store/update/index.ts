import { encode } from '../codec';
import { isSame } from '../compare';
import { writeRefused } from '../errors';
import { checkStorable } from '../storable';
import { type Doc, type Fields, isFields, type Value } from '../values';
import { addToSet, pop, pull, pullAll, push } from './arrays';
import type { UpdateOperator } from './operator';
import { bit, inc, max, min, mul, rename, set, unset } from './scalars';

/** Every operator that the SDK sends (platform-protocol, 3.2). */
const OPERATORS: Record<string, UpdateOperator> = {
  $set: set,
  $unset: unset,
  $inc: inc,
  $mul: mul,
  $min: min,
  $max: max,
  $rename: rename,
  $bit: bit,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};

interface Step {
  operator: UpdateOperator;
  path: string;
  operand: Value;
}

/** An update read once and applied to any number of documents. */
export type Update = (doc: Doc) => Doc;

/**
 * Reads `{$inc: {n: 1}, …}`.
 * @returns a function that gives the updated document, in a copy of its own
 * @throws StoreError as MongoDB does: unknown modifier, conflicting paths, dollar names; when applied, type errors and a changed _id
 */
export function parseUpdate(update: Fields): Update {
  const steps: Step[] = [];
  for (const [name, changes] of Object.entries(update)) {
    const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
    if (!operator) throw writeRefused(`Unknown modifier: ${name}`);
    if (!isFields(changes))
      throw writeRefused(`Modifiers operate on fields but we found type ${typeof changes} instead`);
    for (const [path, operand] of Object.entries(changes)) steps.push({ operator, path, operand });
  }
  if (steps.length === 0)
    throw writeRefused('the update is empty: an object with no fields is dropped on its way; use _.set({})');
  checkPaths(steps);
  for (const { operand, operator } of steps) if (STORES.has(operator)) checkStorable(operand);
  return (doc) => {
    const next = structuredClonePlain(doc);
    for (const { operator, path, operand } of steps) operator(next, path, structuredClonePlain(operand));
    if (!isSame(next._id, doc._id))
      throw writeRefused("Performing an update on the path '_id' would modify the immutable field '_id'");
    return next;
  };
}

/** Operators whose operand is stored as it is. */
const STORES = new Set<UpdateOperator>([set, min, max]);

/** A replacement keeps the id and nothing else. */
export function parseReplacement(fields: Fields): Update {
  checkStorable(fields);
  return (doc) => {
    if (fields._id !== undefined && !isSame(fields._id, doc._id))
      throw writeRefused(
        `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${encode(fields._id)}`,
      );
    return { ...structuredClonePlain(fields), _id: doc._id };
  };
}

function checkPaths(steps: Step[]): void {
  const paths = steps.flatMap(({ operator, path, operand }) =>
    operator === rename ? [path, String(operand)] : [path],
  );
  for (const path of paths) {
    if (path === '' || path.split('.').includes(''))
      throw writeRefused(`The update path '${path}' contains an empty field name, which is not allowed.`);
    const bad = path.split('.').find((step) => step.startsWith('$') || step === '__proto__');
    if (bad) throw writeRefused(`The dollar ($) prefixed field '${bad}' in '${path}' is not valid for storage.`);
  }
  const sorted = paths.map((path) => path.split('.').join('\0')).sort();
  for (const [i, path] of sorted.entries()) {
    const before = sorted[i - 1];
    if (before !== undefined && (path === before || path.startsWith(`${before}\0`)))
      throw writeRefused(
        `Updating the path '${path.replaceAll('\0', '.')}' would create a conflict at '${before.replaceAll('\0', '.')}'`,
      );
  }
}

/** A deep copy of plain values; dates and the other leaves are never changed in place and may be shared. */
function structuredClonePlain<V extends Value>(value: V): V {
  if (Array.isArray(value)) return value.map((item) => structuredClonePlain(item)) as V;
  if (!isFields(value)) return value;
  const copy: Fields = {};
  for (const field of Object.keys(value)) copy[field] = structuredClonePlain(value[field] ?? null);
  return copy as V;
}
