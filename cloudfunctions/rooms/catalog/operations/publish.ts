import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context } from '../../../platform/context';
import { openCell } from '../../../platform/holds/open-cell';
import { raiseCatalogVersion } from '../../campaign';
import { problemsOfCatalog } from '../domain/check';
import { type Category, type Product, type Sku, skuFactsOf } from '../domain/product';
import { insertCategory, insertCost, insertProduct, insertSku } from '../store';

/** Goods as they come in: with what they cost the shop and how many there are. */
export interface NewSku extends Omit<Sku, 'shelfCellId'> {
  readonly costFen: number;
  readonly stock: number;
}

export interface NewProduct extends Omit<Product, 'skus' | 'soldCount' | 'fromFen' | 'onSale'> {
  readonly skus: readonly NewSku[];
}

/** Carts of 100 lines touch few documents, and no document is touched by everyone (protocol-of-holds.md, Cells). */
const SKUS_A_SHELF = 50;

/**
 * Puts goods on sale: checked, their shelves opened, SKUs before products, so that nothing is seen that cannot be
 * bought, and the catalogue's version raised last. Refused: CATALOG_UNSOUND with every problem.
 * `firstShelf`: number of the first shelf of these goods; each delivery of goods has shelves of its own.
 */
export async function publishCatalog(
  { db }: Pick<Context, 'db'>,
  goods: {
    readonly categories: readonly Category[];
    readonly products: readonly NewProduct[];
    readonly firstShelf: number;
  },
): Promise<Result<{ readonly shelves: readonly string[] }>> {
  const skus = goods.products.flatMap((product) => product.skus);
  const shelfOf = new Map(
    skus.map(({ skuId }, index) => [skuId, shelfId(goods.firstShelf + Math.floor(index / SKUS_A_SHELF))]),
  );
  const products = goods.products.map((product) => onShelves(product, shelfOf));
  const problems = problemsOfCatalog(goods.categories, products);
  if (problems.length > 0) return refuse('CATALOG_UNSOUND', { problems });
  const shelves = [...new Set(shelfOf.values())];
  await Promise.all(shelves.map((shelf) => openCell(db, shelf, stockOn(shelf, skus, shelfOf))));
  await Promise.all([
    ...goods.categories.map((category) => insertCategory(db, category)),
    ...skus.map(({ skuId, costFen }) => insertCost(db, skuId, costFen)),
    ...products.flatMap(skuFactsOf).map((facts) => insertSku(db, facts)),
  ]);
  await Promise.all(products.map((product) => insertProduct(db, product)));
  await raiseCatalogVersion(db);
  return ok({ shelves });
}

const shelfId = (number: number): string => `shelf_${String(number).padStart(2, '0')}`;

function stockOn(
  shelf: string,
  skus: readonly NewSku[],
  shelfOf: ReadonlyMap<string, string>,
): { [skuId: string]: number } {
  const here = skus.filter(({ skuId }) => shelfOf.get(skuId) === shelf);
  return Object.fromEntries(here.map(({ skuId, stock }) => [skuId, stock]));
}

function onShelves(product: NewProduct, shelfOf: ReadonlyMap<string, string>): Product {
  const skus = product.skus.map(({ costFen: _cost, stock: _stock, ...sku }) => ({
    ...sku,
    shelfCellId: shelfOf.get(sku.skuId) ?? '',
  }));
  const fromFen = Math.min(...skus.map(({ listFen }) => listFen));
  return { ...product, skus, onSale: true, soldCount: 0, fromFen: Number.isFinite(fromFen) ? fromFen : 0 };
}
