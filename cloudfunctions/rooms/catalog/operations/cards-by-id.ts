import type { ResidentContext } from '../../../platform/context';
import { readCells } from '../../../platform/holds/cells';
import type { ProductCardView } from '../contract';
import { findProducts } from '../store';
import { cardViews } from './card';
import { offersFor, type Shopper } from './shopper';

/** A product that another room names, with the shelves that it stood on then: so that both are read in one wave. */
export interface NamedProduct {
  readonly productId: string;
  readonly shelfCellIds: readonly string[];
}

/** Cards of these products as this shopper sees them, by id; one round trip when warm. Missing: what is not on sale. */
export async function cardsById(
  context: ResidentContext,
  shopper: Shopper,
  named: readonly NamedProduct[],
): Promise<Map<string, ProductCardView>> {
  if (named.length === 0) return new Map();
  const shelfIds = [...new Set(named.flatMap(({ shelfCellIds }) => shelfCellIds))];
  const [offers, products, shelves] = await Promise.all([
    offersFor(context, shopper),
    findProducts(
      context.db,
      named.map(({ productId }) => productId),
    ),
    readCells(context.db, shelfIds),
  ]);
  const onSale = [...products.values()].filter((product) => product.onSale);
  const views = cardViews(onSale, { shopper, offers, shelves, nowMs: context.nowMs });
  return new Map(views.map((view) => [view.productId, view]));
}
