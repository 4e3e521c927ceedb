import { compare, isSame } from '../compare';
import { writeRefused } from '../errors';
import { compileQuery } from '../query';
import { parseOrder, sortDocs } from '../sort';
import { checkStorable } from '../storable';
import { type Doc, type Fields, isFields, typeName, type Value } from '../values';
import type { UpdateOperator } from './operator';
import { nameOf, reach, requireArray, seek } from './target';

const PUSH_MODIFIERS = new Set(['$each', '$position', '$sort', '$slice']);

export const push: UpdateOperator = (doc, path, operand) => {
  const target = reach(doc, path);
  const current = target.get();
  const items =
    current === undefined
      ? []
      : requireArray(
          current,
          (type) => `The field '${path}' must be an array but is of type ${type} in document ${nameOf(doc)}`,
        );
  const modifiers = isFields(operand) && '$each' in operand ? operand : { $each: [operand] };
  const unknown = Object.keys(modifiers).find((name) => !PUSH_MODIFIERS.has(name));
  if (unknown) throw writeRefused(`Unrecognized clause in $push: ${unknown}`);
  const added = requireArray(
    modifiers.$each,
    (type) => `The argument to $each in $push must be an array but it was of type: ${type}`,
  );
  checkStorable(added);
  const position = integer(modifiers.$position, items.length, '$position');
  const slice = integer(modifiers.$slice, undefined, '$slice');
  const at = position < 0 ? Math.max(0, items.length + position) : Math.min(position, items.length);
  const joined = [...items.slice(0, at), ...added, ...items.slice(at)];
  const sorted = modifiers.$sort === undefined ? joined : sortItems(joined, modifiers.$sort);
  target.set(slice === undefined ? sorted : slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice));
};

function integer<T>(value: Value | undefined, otherwise: T, name: string): number | T {
  if (value === undefined) return otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw writeRefused(`The value for ${name} must be an integer value, not of type: ${typeName(value)}`);
  return value;
}

function sortItems(items: Value[], spec: Value): Value[] {
  if (spec === 1 || spec === -1) return [...items].sort((a, b) => compare(a, b) * spec);
  if (!isFields(spec)) throw writeRefused('The $sort element value must be either 1 or -1');
  const order = parseOrder(
    Object.fromEntries(Object.entries(spec).map(([field, direction]) => [`item.${field}`, direction])),
  );
  const wrapped: Doc[] = items.map((item, i) => ({ _id: i, item }));
  return sortDocs(wrapped, order).map(({ item }) => item ?? null);
}

export const addToSet: UpdateOperator = (doc, path, operand) => {
  const target = reach(doc, path);
  const current = target.get();
  const items =
    current === undefined
      ? []
      : requireArray(
          current,
          (type) =>
            `Cannot apply $addToSet to non-array field. Field named '${target.name}' has non-array type ${type}`,
        );
  const added =
    isFields(operand) && '$each' in operand
      ? requireArray(
          operand.$each,
          (type) => `The argument to $each in $addToSet must be an array but it was of type ${type}`,
        )
      : [operand];
  checkStorable(added);
  const joined = [...items];
  for (const value of added) if (!joined.some((item) => isSame(item, value))) joined.push(value);
  target.set(joined);
};

export const pop: UpdateOperator = (doc, path, operand) => {
  if (operand !== 1 && operand !== -1) throw writeRefused('$pop expects 1 or -1');
  const target = seek(doc, path);
  if (!target) return;
  const items = requireArray(target.get(), (type) => `Path '${path}' contains an element of non-array type '${type}'`);
  target.set(operand === 1 ? items.slice(0, -1) : items.slice(1));
};

const removeWhere = (doc: Fields, path: string, name: string, isGone: (item: Value) => boolean): void => {
  const target = seek(doc, path);
  if (!target) return;
  const items = requireArray(target.get(), () => `Cannot apply ${name} to a non-array value`);
  target.set(items.filter((item) => !isGone(item)));
};

export const pull: UpdateOperator = (doc, path, operand) => removeWhere(doc, path, '$pull', pullTest(operand));

export const pullAll: UpdateOperator = (doc, path, operand) => {
  const values = requireArray(operand, (type) => `$pullAll requires an array argument but was given a ${type}`);
  removeWhere(doc, path, '$pullAll', (item) => values.some((value) => isSame(item, value)));
};

/** A literal pulls equal elements; an object is a query on elements that are objects; operators are a condition on the element. */
function pullTest(operand: Value): (item: Value) => boolean {
  if (isFields(operand) && !Object.keys(operand).some((name) => name.startsWith('$'))) {
    const query = compileQuery(operand);
    return (item) => isFields(item) && query.matches(item);
  }
  if (!isFields(operand) && !(operand instanceof RegExp)) return (item) => isSame(item, operand);
  const query = compileQuery({ item: operand });
  return (item) => query.matches({ item });
}
