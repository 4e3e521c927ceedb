import type { Cell } from '../../../kernel/cell';

/** Few enough that residents should be told the number. */
export const LOW_STOCK_UNITS = 10;

export type Stock = { readonly state: 'in' | 'low' | 'out'; readonly left: number };

/** What is left on shelves, by cell. */
export type Shelves = ReadonlyMap<string, Pick<Cell, 'left'>>;

interface OnShelf {
  readonly skuId: string;
  readonly shelfCellId: string;
}

/** Units left on its shelf. A shelf that is missing holds none. */
export function stockOf({ skuId, shelfCellId }: OnShelf, shelves: Shelves): Stock {
  const left = shelves.get(shelfCellId)?.left[skuId] ?? 0;
  return { state: left <= 0 ? 'out' : left <= LOW_STOCK_UNITS ? 'low' : 'in', left };
}

/** Units that left the shelf since it was filled, held ones included: what was put in less what is left. */
export function soldUnits(
  { skuId, shelfCellId }: OnShelf,
  shelves: ReadonlyMap<string, Pick<Cell, 'left' | 'initial'>>,
): number {
  const shelf = shelves.get(shelfCellId);
  return shelf ? (shelf.initial[skuId] ?? 0) - (shelf.left[skuId] ?? 0) : 0;
}
