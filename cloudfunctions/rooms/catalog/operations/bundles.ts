import type { OutputOf } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { campaignsByHead, giftsNear } from '../../campaign';
import { givesOf, type Offer } from '../../settlement';
import type { BundleView, catalogContract } from '../contract';
import { shelvesOf } from '../store';
import { type BundleSight, bundleView, byUse } from './bundle-view';
import { goodsSeen, rememberGoods } from './goods-seen';
import { offersFor, readShopper } from './shopper';

type Bundles = OutputOf<(typeof catalogContract)['catalog.bundles']>;

/** Sets on sale here now; those for other residents are not listed. Two round trips when warm. */
export async function bundles(context: ResidentContext): Promise<Result<Bundles>> {
  const { sight, offers } = await lookAround(context, (offer) => isOn(offer, context.nowMs));
  const views = offers.flatMap((offer) => bundleView(offer, sight) ?? []).filter(({ isForMe }) => isForMe);
  return ok({ bundles: views.sort(byUse) });
}

/** One set, for whomever it is. Refused: OFFER_UNKNOWN where it is no set, or not on sale here now. */
export async function bundle(
  context: ResidentContext,
  { offerId }: { readonly offerId: string },
): Promise<Result<BundleView>> {
  const { sight, offers } = await lookAround(
    context,
    (offer) => offer.offerId === offerId && isOn(offer, context.nowMs),
  );
  const [view] = offers.flatMap((offer) => bundleView(offer, sight) ?? []);
  return view ? ok(view) : refuse('OFFER_UNKNOWN', {});
}

export const isOn = ({ startsAtMs, endsAtMs, paused }: Offer, nowMs: number): boolean =>
  paused !== true && startsAtMs <= nowMs && nowMs < endsAtMs;

/** Bundles that are wanted, with the shelves of their goods and gifts. */
async function lookAround(
  context: ResidentContext,
  isWanted: (offer: Offer) => boolean,
): Promise<{ readonly sight: BundleSight; readonly offers: readonly Offer[] }> {
  const { db, nowMs } = context;
  const [shopper] = await Promise.all([readShopper(context), rememberGoods(context, null)]);
  const [near, campaigns] = await Promise.all([offersFor(context, shopper), campaignsByHead(context, shopper.head)]);
  const offers = near.filter((offer) => isWanted(offer) && givesOf(offer).components.length > 0);
  const gifts = giftsNear(campaigns, shopper.estateId, nowMs);
  const goods = new Map(goodsSeen(db).map((good) => [good.skuId, good]));
  const shelves = await shelvesOf(db, shelvedBy(offers, { gifts, goods }));
  return { sight: { shopper, offers: near, shelves, nowMs, gifts, goods }, offers };
}

/** Everything of these offers that lies on a shelf. */
export function shelvedBy(offers: readonly Offer[], { gifts, goods }: Pick<BundleSight, 'gifts' | 'goods'>) {
  return offers.flatMap((offer) => {
    const { gift, components } = givesOf(offer);
    const giftIds = gift ? [gift.skuId, ...(gift.substitute ? [gift.substitute.skuId] : [])] : [];
    return [
      ...giftIds.flatMap((skuId) => gifts.get(skuId) ?? []),
      ...components.flatMap(({ skuId }) => goods.get(skuId) ?? []),
    ];
  });
}
