import { encode } from '../codec';
import { writeRefused } from '../errors';
import { own } from '../paths';
import { type Fields, isFields, typeName, type Value } from '../values';

/** The place a dotted path names inside a document that is being updated. */
export interface Target {
  /** Last step of the path: the field's own name, or the element's number. */
  name: string;
  /** Whether the place lies in an array. */
  inArray: boolean;
  get(): Value | undefined;
  set(value: Value): void;
  remove(): void;
}

/** MongoDB's guard against `{$set: {'a.99999999': 1}}`. */
const MAX_PADDING = 1_500_000;
const ELEMENT = /^(0|[1-9]\d*)$/;

/**
 * Goes to the place, making the objects on the way.
 * @throws StoreError when something on the way cannot hold fields, e.g. `Cannot create field 'b' in element {a: null}`.
 */
export function reach(doc: Fields, path: string): Target {
  const steps = path.split('.');
  const last = steps.pop() ?? path;
  let container: Fields | Value[] = doc;
  let from = '';
  for (const step of steps) {
    let next: Value | undefined = child(container, step);
    if (next === undefined) {
      next = {};
      targetIn(container, step, from).set(next);
    }
    if (!isFields(next) && !Array.isArray(next)) throw cannotCreate(steps, last, step, next);
    container = next;
    from = step;
  }
  return targetIn(container, last, from);
}

/** The same place when it exists, else undefined; makes nothing. */
export function seek(doc: Fields, path: string): Target | undefined {
  const steps = path.split('.');
  const last = steps.pop() ?? path;
  let container: Fields | Value[] = doc;
  let from = '';
  for (const step of steps) {
    const next: Value | undefined = child(container, step);
    if (!isFields(next) && !Array.isArray(next)) return undefined;
    container = next;
    from = step;
  }
  return child(container, last) === undefined ? undefined : targetIn(container, last, from);
}

function child(container: Fields | Value[], step: string): Value | undefined {
  if (!Array.isArray(container)) return own(container, step);
  return ELEMENT.test(step) ? container[Number(step)] : undefined;
}

function targetIn(container: Fields | Value[], name: string, from: string): Target {
  if (Array.isArray(container)) return elementTarget(container, name, from);
  return {
    name,
    inArray: false,
    get: () => own(container, name),
    set: (value) => {
      container[name] = value;
    },
    remove: () => {
      delete container[name];
    },
  };
}

function elementTarget(items: Value[], name: string, from: string): Target {
  if (!ELEMENT.test(name)) throw writeRefused(`Cannot create field '${name}' in element {${from}: ${encode(items)}}`);
  const position = Number(name);
  return {
    name,
    inArray: true,
    get: () => items[position],
    set: (value) => {
      if (position - items.length > MAX_PADDING)
        throw writeRefused(`Cannot add ${position - items.length} null elements: more than ${MAX_PADDING}`);
      while (items.length < position) items.push(null);
      items[position] = value;
    },
    // MongoDB keeps the other elements where they are.
    remove: () => {
      items[position] = null;
    },
  };
}

function cannotCreate(steps: string[], last: string, step: string, found: Value) {
  const missing = steps[steps.indexOf(step) + 1] ?? last;
  return writeRefused(`Cannot create field '${missing}' in element {${step}: ${encode(found)}}`);
}

/** `{_id: "o1"}`, as MongoDB's sentences name a document. */
export const nameOf = (doc: Fields): string => `{_id: ${encode(doc._id ?? null)}}`;

export function requireArray(value: Value | undefined, refusal: (type: string) => string): Value[] {
  if (!Array.isArray(value)) throw writeRefused(refusal(typeName(value)));
  return value;
}
