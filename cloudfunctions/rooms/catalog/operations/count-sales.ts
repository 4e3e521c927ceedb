import { MINUTE_MS } from '../../../kernel/period';
import { eachAtOnce } from '../../../platform/at-once';
import type { Context } from '../../../platform/context';
import type { Job } from '../../../platform/room';
import { raiseCatalogVersion } from '../../campaign';
import { soldUnits } from '../domain/stock';
import { allOnSale, shelvesOf, writeSoldCount } from '../store';

/**
 * Writes what the shelves say was sold into the products, for sorting and hot words. The shelves are the truth: running
 * twice, or half, only makes the order of a list a little older.
 */
async function countSales(context: Context): Promise<void> {
  const products = await allOnSale(context.db);
  const shelves = await shelvesOf(
    context.db,
    products.flatMap(({ skus }) => skus),
  );
  const changed = products.flatMap((product) => {
    const sold = product.skus.reduce((sum, sku) => sum + soldUnits(sku, shelves), 0);
    return sold === product.soldCount ? [] : [{ productId: product._id, sold }];
  });
  if (changed.length === 0) return;
  await eachAtOnce(changed, ({ productId, sold }) => writeSoldCount(context.db, productId, sold));
  await raiseCatalogVersion(context.db);
}

export const countSalesJob: Job = { everyMs: 10 * MINUTE_MS, run: countSales };
