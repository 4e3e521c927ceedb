/** Where a sorted list goes on: the last row's sort value and id. Ids hold no `~`. */
export interface ListCursor {
  readonly value: number;
  readonly id: string;
}

export function writeCursor({ value, id }: ListCursor): string {
  return `${value}~${id}`;
}

/** Null: not one of ours. */
export function readCursor(text: string): ListCursor | null {
  const match = /^(\d{1,15})~([a-z0-9_]{1,80})$/.exec(text);
  return match ? { value: Number(match[1]), id: match[2] ?? '' } : null;
}

/** The sort orders of a list, each on a declared index of `products` (cloudfunctions/database.json). */
export const SORTS = {
  popular: { field: 'soldCount', direction: 'desc', idDirection: 'asc' },
  'price-up': { field: 'fromFen', direction: 'asc', idDirection: 'asc' },
  'price-down': { field: 'fromFen', direction: 'desc', idDirection: 'desc' },
} as const;

export type Sort = keyof typeof SORTS;
