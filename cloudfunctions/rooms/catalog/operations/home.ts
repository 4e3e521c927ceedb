import type { OutputOf } from '../../../contract';
import { ok, type Result } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { estateFacts, openChances } from '../../account';
import { bannerView, campaignsByHead, cardViews, isFor, orderChances, running } from '../../campaign';
import { centreTemplates, shownTemplates } from '../../coupon';
import type { CategoryView, catalogContract } from '../contract';
import type { Category } from '../domain/product';
import { allCategories, listProducts } from '../store';
import { countsOf, searchIndex } from './index-cache';
import { pageOf } from './list';
import { setsOnSale } from './sets';
import { readShopper } from './shopper';

type Home = OutputOf<(typeof catalogContract)['catalog.home']>;

/** All that the first screen shows, in two round trips when warm: what does not depend on anything, then the rest. */
export async function home(context: ResidentContext): Promise<Result<Home>> {
  const { db, nowMs } = context;
  const [shopper, categories, products] = await Promise.all([
    readShopper(context),
    allCategories(db),
    listProducts(db, { categoryId: null, sort: 'popular', after: null }),
    shownTemplates(context),
  ]);
  const { head, wallet, estateId } = shopper;
  const [page, estate, campaigns, coupons, sets] = await Promise.all([
    pageOf(context, shopper, products, 'popular'),
    estateId === null ? null : estateFacts(context, estateId),
    campaignsByHead(context, head),
    centreTemplates(context, head, wallet),
    setsOnSale(context, shopper),
  ]);
  const here = running(head, campaigns, nowMs).filter((campaign) => isFor(campaign, estateId));
  return ok({
    estateName: estate?.name ?? null,
    banner: bannerView(here, nowMs),
    notice: here.find(({ notice }) => notice !== null)?.notice ?? null,
    coupons,
    cards: cardViews(here),
    sets,
    tabs: categories.map(({ _id, name }) => ({ categoryId: _id, name })),
    products: page,
    openChances: openChances(wallet, nowMs),
    drawId: orderChances(here, estateId)[0]?.drawId ?? null,
  });
}

/** The rail of the shop page, with how many goods each category has. */
export async function categories(
  context: ResidentContext,
): Promise<Result<{ readonly categories: readonly CategoryView[] }>> {
  const [{ head }, all] = await Promise.all([readShopper(context), allCategories(context.db)]);
  const counts = countsOf(await searchIndex(context, head.catalogVersion));
  return ok({ categories: all.map((category) => categoryView(category, counts.get(category._id) ?? 0)) });
}

function categoryView({ _id, name, picture }: Category, count: number): CategoryView {
  return { categoryId: _id, name, picture, count };
}
