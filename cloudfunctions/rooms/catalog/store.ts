import { PAGE_ROWS } from '../../contract';
import type { Cell } from '../../kernel/cell';
import type { Context } from '../../platform/context';
import { above, below, type Condition, type Db, present, type Where } from '../../platform/db';
import { readCells } from '../../platform/holds/cells';
import { type ListCursor, SORTS, type Sort } from './domain/page';
import type { Category, Product, SkuFacts } from './domain/product';

/** The platform's largest answer; a catalogue beyond it is read in pages of as many. */
const MOST_ROWS = 1000;

export function allCategories(db: Db): Promise<Category[]> {
  return db.find<Category>('categories', { where: { name: present() }, orderBy: [['order', 'asc']], limit: MOST_ROWS });
}

export function findProduct(db: Db, productId: string): Promise<Product | null> {
  return db.get<Product>('products', productId);
}

export function findProducts(db: Db, productIds: readonly string[]): Promise<Map<string, Product>> {
  return productIds.length === 0 ? Promise.resolve(new Map()) : db.getMany<Product>('products', productIds);
}

/** SKU facts by id in one round trip; ids that do not exist are missing from the map. */
export function skuFacts({ db }: Pick<Context, 'db'>, skuIds: readonly string[]): Promise<Map<string, SkuFacts>> {
  return skuIds.length === 0 ? Promise.resolve(new Map()) : db.getMany<SkuFacts>('skus', skuIds);
}

/** Shelves of all these SKUs in one round trip. */
export function shelvesOf(db: Db, skus: readonly { readonly shelfCellId: string }[]): Promise<Map<string, Cell>> {
  const cellIds = [...new Set(skus.map(({ shelfCellId }) => shelfCellId))];
  return cellIds.length === 0 ? Promise.resolve(new Map()) : readCells(db, cellIds);
}

export interface ListQuery {
  readonly categoryId: string | null;
  readonly sort: Sort;
  readonly after: ListCursor | null;
}

/**
 * One page and one row more, to know whether another follows. After a cursor it is two ranges of the same index, in
 * one wave: rows that tie with the last one, then those beyond.
 */
export async function listProducts(db: Db, { categoryId, sort, after }: ListQuery): Promise<Product[]> {
  const { field, direction, idDirection } = SORTS[sort];
  const base: Where = categoryId === null ? { onSale: true } : { onSale: true, categoryId };
  const read = (where: { readonly [field: string]: Condition | number }) =>
    db.find<Product>('products', {
      where: { ...base, ...where },
      orderBy: [
        [field, direction],
        ['_id', idDirection],
      ],
      limit: PAGE_ROWS + 1,
    });
  if (!after) return read({});
  const next = direction === 'desc' ? below(after.value) : above(after.value);
  const [ties, beyond] = await Promise.all([
    read({ [field]: after.value, _id: idDirection === 'desc' ? below(after.id) : above(after.id) }),
    read({ [field]: next }),
  ]);
  return [...ties, ...beyond].slice(0, PAGE_ROWS + 1);
}

/** Everything on sale, for the search index: a page of 1,000 a round trip. */
export async function allOnSale(db: Db): Promise<Product[]> {
  const products: Product[] = [];
  for (;;) {
    const last = products.at(-1);
    const page = await db.find<Product>('products', {
      where: last ? { onSale: true, _id: above(last._id) } : { onSale: true },
      orderBy: [['_id', 'asc']],
      limit: MOST_ROWS,
    });
    products.push(...page);
    if (page.length < MOST_ROWS) return products;
  }
}

export function insertCategory(db: Db, category: Category): Promise<'inserted' | 'exists'> {
  return db.insert('categories', category);
}

export function insertProduct(db: Db, product: Product): Promise<'inserted' | 'exists'> {
  return db.insert('products', product);
}

export function insertSku(db: Db, facts: SkuFacts): Promise<'inserted' | 'exists'> {
  return db.insert('skus', facts);
}

/** Costs live apart: no operation of residents reads this collection (compliance.md, Security). */
export function insertCost(db: Db, skuId: string, costFen: number): Promise<'inserted' | 'exists'> {
  return db.insert('costs', { _id: skuId, costFen });
}

export function writeSoldCount(db: Db, productId: string, soldCount: number): Promise<boolean> {
  return db.update('products', { _id: productId }, { soldCount });
}
