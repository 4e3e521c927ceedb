import { type OutputOf, PAGE_ROWS, type Page, type ParsedInputOf } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import type { catalogContract, ProductCardView } from '../contract';
import { readCursor, SORTS, type Sort, writeCursor } from '../domain/page';
import type { Product } from '../domain/product';
import { listProducts, shelvesOf } from '../store';
import { cardViews } from './card';
import { offersFor, readShopper, type Shopper } from './shopper';

type Input = ParsedInputOf<(typeof catalogContract)['catalog.list']>;
type Output = OutputOf<(typeof catalogContract)['catalog.list']>;

/** One page of goods on sale, by a declared index. Two round trips when warm. Refused: INVALID_INPUT of the cursor. */
export async function list(context: ResidentContext, { categoryId, sort, cursor }: Input): Promise<Result<Output>> {
  const after = cursor === undefined ? null : readCursor(cursor);
  if (cursor !== undefined && !after) return refuse('INVALID_INPUT', { field: 'cursor', reason: 'not of this list' });
  const [shopper, products] = await Promise.all([
    readShopper(context),
    listProducts(context.db, { categoryId: categoryId ?? null, sort, after }),
  ]);
  return ok(await pageOf(context, shopper, products, sort));
}

/** `products` holds one row more than a page where another page follows. */
export async function pageOf(
  context: ResidentContext,
  shopper: Shopper,
  products: readonly Product[],
  sort: Sort,
): Promise<Page<ProductCardView>> {
  const page = products.slice(0, PAGE_ROWS);
  const rows = await cardsOf(context, shopper, page);
  const last = page.at(-1);
  const next =
    products.length > PAGE_ROWS && last ? writeCursor({ value: last[SORTS[sort].field], id: last._id }) : null;
  return { rows, next };
}

export async function cardsOf(
  context: ResidentContext,
  shopper: Shopper,
  products: readonly Product[],
): Promise<ProductCardView[]> {
  const [offers, shelves] = await Promise.all([
    offersFor(context, shopper),
    shelvesOf(
      context.db,
      products.flatMap(({ skus }) => skus),
    ),
  ]);
  return cardViews(products, { shopper, offers, shelves, nowMs: context.nowMs });
}
