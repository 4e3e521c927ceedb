import type { Page } from '../../../contract';
import { PAGE_ROWS } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Order } from '../document';

/** The last row of the page before: time, then id, so that rows of one millisecond are not lost. */
export interface Cursor {
  readonly atMs: number;
  readonly id: string;
}

const PATTERN = /^(\d{1,13})~([0-9a-f]{32})$/;

export function readCursor(text: string | undefined): Result<Cursor | null> {
  if (text === undefined) return ok(null);
  const match = PATTERN.exec(text);
  if (!match?.[2]) return refuse('INVALID_INPUT', { field: 'cursor', reason: 'a cursor of the last reply' });
  return ok({ atMs: Number(match[1]), id: match[2] });
}

/** `rows` holds one more than a page where another follows. */
export function pageOf<Row>(rows: readonly Order[], view: (order: Order) => Row): Page<Row> {
  return pageOfMany(
    rows,
    ({ at }) => at,
    (order) => [view(order)],
  );
}

/** As above where an order shows as several rows; `atOf`: the moment that the list is ordered by. */
export function pageOfMany<Row>(
  rows: readonly Order[],
  atOf: (order: Order) => number,
  views: (order: Order) => readonly Row[],
): Page<Row> {
  const shown = rows.slice(0, PAGE_ROWS);
  const last = shown.at(-1);
  const next = rows.length > PAGE_ROWS && last ? `${atOf(last)}~${last._id}` : null;
  return { rows: shown.flatMap(views), next };
}
