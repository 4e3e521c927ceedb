/**
 * Conditions and changes as values. Rooms write nested literals with these terms at the leaves
 * (`{left: {rice: atLeast(2)}}`); adapters turn them into the SDK's commands or the engine's operators.
 * Nothing else may reach the database, so an operator that hides in input data cannot (compliance.md, Security).
 */
export type Scalar = string | number | boolean | null;
export type Json = Scalar | readonly Json[] | { readonly [key: string]: Json };

export type Comparison = 'atLeast' | 'atMost' | 'above' | 'below' | 'not' | 'oneOf' | 'exists' | 'between';

export class Condition {
  constructor(
    readonly comparison: Comparison,
    readonly operand: Scalar | readonly Scalar[],
  ) {}
}

export const atLeast = (value: number | string) => new Condition('atLeast', value);
export const atMost = (value: number | string) => new Condition('atMost', value);
export const above = (value: number | string) => new Condition('above', value);
export const below = (value: number | string) => new Condition('below', value);
export const not = (value: Scalar) => new Condition('not', value);
export const oneOf = (values: readonly Scalar[]) => new Condition('oneOf', values);
export const present = () => new Condition('exists', true);
export const absent = () => new Condition('exists', false);
/** from ≤ field < to */
export const between = (from: number | string, to: number | string) => new Condition('between', [from, to]);

export type Alteration = 'set' | 'add' | 'remove';

export class Change {
  constructor(
    readonly alteration: Alteration,
    readonly operand: Json,
  ) {}
}

/** Replaces the field as a whole (a bare literal would be merged by the SDK). */
export const set = (value: Json) => new Change('set', value);
export const add = (delta: number) => new Change('add', delta);
export const remove = () => new Change('remove', true);

export interface Where {
  readonly [field: string]: Scalar | Condition | Where;
}

export interface Update {
  readonly [field: string]: Scalar | Change | Update;
}
