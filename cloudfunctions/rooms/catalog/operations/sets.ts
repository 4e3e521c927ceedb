import type { ResidentContext } from '../../../platform/context';
import { givesOf } from '../../settlement';
import type { BundleView, SetsView } from '../contract';
import type { Shelves } from '../domain/stock';
import { bundleView, byUse } from './bundle-view';
import { isOn } from './bundles';
import { type GoodSeen, goodsSeen, rememberGoods } from './goods-seen';
import { offersFor, type Shopper } from './shopper';

/**
 * What home says of sets: by the shelves as this function saw them within the last minute, for it is a hint. No round trip
 * when warm, and none where no set is in force. Null: there is none to be had.
 */
export async function setsOnSale(context: ResidentContext, shopper: Shopper): Promise<SetsView | null> {
  const { db, nowMs } = context;
  const near = await offersFor(context, shopper);
  const sets = near.filter((offer) => isOn(offer, nowMs) && givesOf(offer).components.length > 0);
  if (sets.length === 0) return null;
  await rememberGoods(context, shopper.head.catalogVersion);
  const seen = goodsSeen(db);
  const goods = new Map(seen.map((good) => [good.skuId, good]));
  const sight = { shopper, offers: near, shelves: shelvesOf(seen), nowMs, gifts: new Map(), goods };
  return viewOf(
    sets
      .flatMap((offer) => bundleView(offer, sight) ?? [])
      .filter(canBeHad)
      .sort(byUse),
  );
}

function shelvesOf(seen: readonly GoodSeen[]): Shelves {
  const shelves = new Map<string, { left: Record<string, number> }>();
  for (const { skuId, shelfCellId, left } of seen) {
    const shelf = shelves.get(shelfCellId) ?? { left: {} };
    shelf.left[skuId] = left;
    shelves.set(shelfCellId, shelf);
  }
  return shelves;
}

const canBeHad = ({ isForMe, setsLeft }: BundleView): boolean => isForMe && setsLeft > 0;

function viewOf(views: readonly BundleView[]): SetsView | null {
  const [first] = views;
  if (!first) return null;
  return {
    count: views.length,
    mostSavingFen: Math.max(...views.map(({ savingFen }) => savingFen)),
    title: first.title,
    components: first.components.map(({ skuId, name, picture, tint }) => ({ skuId, name, picture, tint })),
  };
}
