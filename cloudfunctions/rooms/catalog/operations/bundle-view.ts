import { givesOf, type Offer, setFenOf, whyOfferClosed } from '../../settlement';
import type { BundleComponentView, BundleView } from '../contract';
import { stockOf } from '../domain/stock';
import { residentOf, type Sight } from './card';
import { type Gifts, giftPair } from './gift-view';
import type { GoodSeen } from './goods-seen';

export interface BundleSight extends Sight {
  readonly gifts: Gifts;
  /** Goods on sale, by SKU. */
  readonly goods: ReadonlyMap<string, GoodSeen>;
}

/** Null: it is no bundle, one of its goods is not on sale, or it is not cheaper than its goods by themselves. */
export function bundleView(offer: Offer, sight: BundleSight): BundleView | null {
  const gives = givesOf(offer);
  const components = gives.components.flatMap((component) => componentView(component, sight) ?? []);
  if (components.length === 0 || components.length < gives.components.length) return null;
  const setFen = setFenOf(offer, (skuId) => unitPriceOf(sight.goods.get(skuId)));
  if (setFen === null) return null;
  const listFen = components.reduce((sum, { listFen: unitFen, quantity }) => sum + unitFen * quantity, 0);
  const pair = giftPair(gives, sight.gifts, sight.shelves);
  const { offerId, campaignId, title, endsAtMs, audience } = offer;
  const { shopper, nowMs } = sight;
  return {
    ...{ offerId, campaignId, title, components, listFen, setFen, savingFen: listFen - setFen, endsAtMs },
    gift: pair?.gift ?? null,
    substitute: pair?.substitute ?? null,
    residents: audience?.residents ?? 'all',
    isForMe: whyOfferClosed(offer, { resident: residentOf(shopper), nowMs }) === null,
    maxSets: gives.maxSets,
    setsLeft: Math.min(...components.map(({ stock, quantity }) => Math.floor(stock.left / quantity))),
  };
}

/** Those open to the resident first, then the largest saving. */
export const byUse = (a: BundleView, b: BundleView): number =>
  Number(b.isForMe) - Number(a.isForMe) || b.savingFen - a.savingFen || (a.offerId < b.offerId ? -1 : 1);

const unitPriceOf = (good: GoodSeen | undefined) => ({
  listUnitFen: good?.listFen ?? 0,
  floorUnitFen: good?.floorFen ?? 0,
});

function componentView(
  { skuId, quantity }: { readonly skuId: string; readonly quantity: number },
  { goods, shelves }: BundleSight,
): BundleComponentView | null {
  const good = goods.get(skuId);
  if (!good) return null;
  const { productId, name, spec, picture, tint, listFen } = good;
  return { skuId, productId, name, spec, picture, tint, quantity, listFen, stock: stockOf(good, shelves) };
}
