import { operation, type Room } from '../../platform/room';
import { catalogContract } from './contract';
import { bundle, bundles } from './operations/bundles';
import { countSalesJob } from './operations/count-sales';
import { categories, home } from './operations/home';
import { list } from './operations/list';
import { viewProduct } from './operations/product';
import { hot, search } from './operations/search';

export type { Category, SkuFacts } from './domain/product';
export { campaignNames } from './operations/campaign-names';
export { cardsById, type NamedProduct } from './operations/cards-by-id';
export { type GoodSeen, goodsSeen, rememberGoods } from './operations/goods-seen';
export { type NewProduct, publishCatalog } from './operations/publish';
export type { Shopper } from './operations/shopper';
export { skuFacts } from './store';

export const catalogRoom: Room = {
  resident: {
    'catalog.home': operation(catalogContract['catalog.home'], home),
    'catalog.categories': operation(catalogContract['catalog.categories'], categories),
    'catalog.list': operation(catalogContract['catalog.list'], list),
    'catalog.search': operation(catalogContract['catalog.search'], search),
    'catalog.hot': operation(catalogContract['catalog.hot'], hot),
    'catalog.product': operation(catalogContract['catalog.product'], viewProduct),
    'catalog.bundles': operation(catalogContract['catalog.bundles'], bundles),
    'catalog.bundle': operation(catalogContract['catalog.bundle'], bundle),
  },
  jobs: { 'catalog.countSales': countSalesJob },
};
