import { PAGE_ROWS, type Page } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Referral } from '../domain/referral';
import type { After } from '../store';

const PATTERN = /^(\d{1,13})~(rf_[0-9a-f]{32})$/;

export function readCursor(text: string | undefined): Result<After | null> {
  if (text === undefined) return ok(null);
  const match = PATTERN.exec(text);
  if (!match?.[2]) return refuse('INVALID_INPUT', { field: 'cursor', reason: 'a cursor of the last reply' });
  return ok({ atMs: Number(match[1]), id: match[2] });
}

/** `rows` holds one more than a page where another follows; `atOf`: what they are ordered by. */
export function pageOf<Row>(
  rows: readonly Referral[],
  atOf: (referral: Referral) => number,
  view: (referral: Referral) => Row,
): Page<Row> {
  const shown = rows.slice(0, PAGE_ROWS);
  const last = shown.at(-1);
  return {
    rows: shown.map(view),
    next: rows.length > PAGE_ROWS && last ? `${atOf(last)}~${last._id}` : null,
  };
}
