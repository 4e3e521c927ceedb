import { encode } from '../codec';
import { compare } from '../compare';
import { writeRefused } from '../errors';
import { isFields, typeName, type Value } from '../values';
import type { UpdateOperator } from './operator';
import { nameOf, reach, seek } from './target';

export const set: UpdateOperator = (doc, path, operand) => reach(doc, path).set(operand);

export const unset: UpdateOperator = (doc, path) => seek(doc, path)?.remove();

const arithmetic =
  (name: string, verb: string, combine: (current: number, operand: number) => number): UpdateOperator =>
  (doc, path, operand) => {
    if (typeof operand !== 'number')
      throw writeRefused(`Cannot ${verb} with non-numeric argument: {${path}: ${encode(operand)}}`);
    const target = reach(doc, path);
    const current = target.get() ?? (target.get() === undefined ? 0 : null);
    if (typeof current !== 'number')
      throw writeRefused(
        `Cannot apply ${name} to a value of non-numeric type. ${nameOf(doc)} has the field '${target.name}' of non-numeric type ${typeName(current)}`,
      );
    target.set(combine(current, operand));
  };

export const inc = arithmetic('$inc', 'increment', (current, operand) => current + operand);
/** A missing field counts as 0 and becomes 0. */
export const mul = arithmetic('$mul', 'multiply', (current, operand) => current * operand);

const extreme =
  (isBetter: (order: number) => boolean): UpdateOperator =>
  (doc, path, operand) => {
    const target = reach(doc, path);
    const current = target.get();
    if (current === undefined || isBetter(compare(operand, current))) target.set(operand);
  };

export const min = extreme((order) => order < 0);
export const max = extreme((order) => order > 0);

export const rename: UpdateOperator = (doc, path, operand) => {
  if (typeof operand !== 'string') throw writeRefused(`The 'to' field for $rename must be a string: ${path}`);
  const source = seek(doc, path);
  const value = source?.get();
  if (!source || value === undefined) return;
  const to = reach(doc, operand);
  if (source.inArray || to.inArray)
    throw writeRefused(`The ${source.inArray ? 'source' : 'destination'} field of $rename cannot be an array element`);
  source.remove();
  to.set(value);
};

const BITWISE: Record<string, (a: number, b: number) => number> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

export const bit: UpdateOperator = (doc, path, operand) => {
  if (!isFields(operand) || Object.keys(operand).length === 0)
    throw writeRefused(
      `You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}`,
    );
  const target = reach(doc, path);
  for (const [name, mask] of Object.entries(operand)) {
    const combine = Object.hasOwn(BITWISE, name) ? BITWISE[name] : undefined;
    if (!combine) throw writeRefused(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
    const current: Value = target.get() ?? 0;
    if (!isInteger(mask))
      throw writeRefused(`The $bit modifier field must be an Integer(32/64 bit): {${name}: ${encode(mask)}}`);
    if (!isInteger(current))
      throw writeRefused(
        `Cannot apply $bit to a value of non-integral type. ${nameOf(doc)} has the field ${target.name} of non-integer type ${typeName(current)}`,
      );
    target.set(combine(current, mask));
  }
};

const isInteger = (value: Value): value is number => typeof value === 'number' && Number.isInteger(value);
