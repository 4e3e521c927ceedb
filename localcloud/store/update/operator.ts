import type { Fields, Value } from '../values';

/** Carries out one operator at one path of the document in place. */
export type UpdateOperator = (doc: Fields, path: string, operand: Value) => void;
