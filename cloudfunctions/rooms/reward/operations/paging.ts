import { PAGE_ROWS, type Page } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { After } from '../store';

const PATTERN = /^(\d{1,13})~([a-z0-9_]{1,80})$/;

export function readCursor(text: string | undefined): Result<After | null> {
  if (text === undefined) return ok(null);
  const match = PATTERN.exec(text);
  if (!match?.[2]) return refuse('INVALID_INPUT', { field: 'cursor', reason: 'a cursor of the last reply' });
  return ok({ atMs: Number(match[1]), id: match[2] });
}

/** `rows` holds one more than a page where another follows. */
export function pageOf<T extends { readonly _id: string }, Row>(
  rows: readonly T[],
  atOf: (row: T) => number,
  view: (row: T) => Row,
): Page<Row> {
  const shown = rows.slice(0, PAGE_ROWS);
  const last = shown.at(-1);
  const next = rows.length > PAGE_ROWS && last ? `${atOf(last)}~${last._id}` : null;
  return { rows: shown.map(view), next };
}
