import type * as v from 'valibot';

export type FieldKind = 'text' | 'number' | 'boolean' | 'choice' | 'list' | 'object';

export interface Field {
  /** As INVALID_INPUT names it: lines.0.quantity. */
  readonly path: string;
  readonly kind: FieldKind;
  readonly optional: boolean;
  /** Acceptable in everything but size: one below and one above what the contract allows. */
  readonly beyond: readonly unknown[];
}

/** What the walk looks at in a valibot schema. */
interface Part {
  readonly type: string;
  readonly entries?: { readonly [name: string]: Part };
  readonly item?: Part;
  readonly wrapped?: Part;
  readonly pipe?: readonly Part[];
  readonly requirement?: unknown;
}

const KINDS: { readonly [type: string]: FieldKind } = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  picklist: 'choice',
  array: 'list',
  strict_object: 'object',
};

/**
 * Every field of an operation's input, read off its contract: a field that is added tomorrow is walked tomorrow. Throws
 * for a word of valibot that it does not know, above all for an object that is not strict.
 */
export function fieldsOf(schema: v.GenericSchema): Field[] {
  return below(schema as unknown as Part, '', false).filter(({ path }) => path !== '');
}

function below(part: Part, path: string, optional: boolean): Field[] {
  if (part.type === 'optional' && part.wrapped) return below(part.wrapped, path, true);
  const kind = KINDS[part.type];
  if (!kind) throw new Error(`a contract may not say ${part.type} at "${path}"`);
  const at = (step: string) => (path === '' ? step : `${path}.${step}`);
  const inside =
    kind === 'object'
      ? Object.entries(part.entries ?? {}).flatMap(([name, entry]) => below(entry, at(name), false))
      : kind === 'list' && part.item
        ? below(part.item, at('0'), false)
        : [];
  return [{ path, kind, optional, beyond: beyondLimits(part) }, ...inside];
}

/** Numbers, texts and lists that are one too small or one too large. */
function beyondLimits({ pipe = [] }: Part): unknown[] {
  return pipe.flatMap(({ type, requirement }): readonly unknown[] => {
    if (typeof requirement !== 'number') return [];
    if (type === 'min_value') return [requirement - 1];
    if (type === 'max_value') return [requirement + 1];
    if (type === 'min_length') return ['邻'.repeat(requirement - 1)];
    const isList = pipe[0]?.type === 'array';
    return type === 'max_length' ? [isList ? Array(requirement + 1).fill('a') : '邻'.repeat(requirement + 1)] : [];
  });
}

type Tree = { [step: string]: unknown } | unknown[];

/** A copy of `input` with `value` at `path`. */
export function withValue(input: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(input);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let place = copy as { [step: string]: unknown };
  for (const step of steps) place = place[step] as { [step: string]: unknown };
  place[last] = value;
  return copy;
}

export function has(input: unknown, path: string): boolean {
  let place: unknown = input;
  for (const step of path.split('.')) {
    if (typeof place !== 'object' || place === null || !(step in (place as Tree))) return false;
    place = (place as { [step: string]: unknown })[step];
  }
  return true;
}
