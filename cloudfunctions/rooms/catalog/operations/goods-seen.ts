import type { Cell } from '../../../kernel/cell';
import type { Context } from '../../../platform/context';
import type { Db } from '../../../platform/db';
import { type Product, type SkuFacts, skuFactsOf } from '../domain/product';
import { allOnSale, shelvesOf } from '../store';

/** A SKU on sale with the units that a warm function saw on its shelf: for hints, never for a promise. */
export interface GoodSeen extends SkuFacts {
  readonly left: number;
  readonly soldCount: number;
}

interface Memory {
  /** The catalogue's version when its products were asked for, or an earlier one; null: not known. */
  readonly version: number | null;
  readonly readAtMs: number;
  readonly products: readonly Product[];
  readonly goods: readonly GoodSeen[];
}

/** What else could be bought is this much behind at most; what is bought is decided by the takes. */
const REMEMBER_MS = 60_000;

const memories = new WeakMap<Db, Memory>();

/** What this function has seen of the shelves; empty: nothing yet. */
export const goodsSeen = (db: Db): readonly GoodSeen[] => memories.get(db)?.goods ?? [];

/**
 * Looks at all shelves where this function has not done so for a minute. Started beside a first wave it costs no round trip
 * of its own: 1 when warm, 2 where nothing was seen yet. `seenVersion`: of the catalogue, as the last head said.
 */
export async function rememberGoods(
  { db, nowMs }: Pick<Context, 'db' | 'nowMs'>,
  seenVersion: number | null,
): Promise<void> {
  const known = memories.get(db);
  if (known && nowMs >= known.readAtMs && nowMs - known.readAtMs < REMEMBER_MS) return;
  const isSame = known !== undefined && seenVersion !== null && known.version === seenVersion;
  const [products, early] = await Promise.all([
    isSame ? known.products : allOnSale(db),
    known ? shelvesOf(db, known.goods) : null,
  ]);
  const shelves = early ?? (await shelvesOf(db, products.flatMap(skuFactsOf)));
  const goods = products.flatMap((product) => goodsOf(product, shelves));
  memories.set(db, { version: seenVersion, readAtMs: nowMs, products, goods });
}

const goodsOf = (product: Product, shelves: ReadonlyMap<string, Pick<Cell, 'left'>>): GoodSeen[] =>
  skuFactsOf(product).map((sku) => ({
    ...sku,
    left: shelves.get(sku.shelfCellId)?.left[sku.skuId] ?? 0,
    soldCount: product.soldCount,
  }));
