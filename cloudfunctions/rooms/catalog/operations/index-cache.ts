import type { Context } from '../../../platform/context';
import type { Db } from '../../../platform/db';
import { type IndexEntry, indexEntry } from '../domain/search';
import { allCategories, allOnSale } from '../store';

interface Warm {
  readonly version: number;
  readonly index: readonly IndexEntry[];
}
const warm = new WeakMap<Db, Warm>();

/** The search index of this version of the catalogue; built by one wave where this function does not have it yet. */
export async function searchIndex({ db }: Pick<Context, 'db'>, version: number): Promise<readonly IndexEntry[]> {
  const known = warm.get(db);
  if (known?.version === version) return known.index;
  const [products, categories] = await Promise.all([allOnSale(db), allCategories(db)]);
  const names = new Map(categories.map(({ _id, name }) => [_id, name]));
  const index = products.map((product) => indexEntry(product, names.get(product.categoryId) ?? ''));
  warm.set(db, { version, index });
  return index;
}

/** Numbers of goods on sale by category. */
export function countsOf(index: readonly IndexEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { categoryId } of index) counts.set(categoryId, (counts.get(categoryId) ?? 0) + 1);
  return counts;
}
