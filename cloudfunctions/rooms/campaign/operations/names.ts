import { type CouponPromise, largestReductionFen } from '../../../kernel/coupon';
import { givesOf, namedBy, type OfferGives } from '../../settlement';
import type { CampaignDraft, GiftGood } from '../domain/campaign';
import type { CampaignProblem } from '../domain/check';
import type { Head } from '../domain/head';

/** Other rooms' things by their ids; an id that there is not is missing. Rooms that stand above this one give them. */
export interface Names {
  goods(skuIds: readonly string[]): Promise<ReadonlyMap<string, GiftGood>>;
  /** Coupons that live a number of days from their issue: no others can be promised. */
  coupons(templateIds: readonly string[]): Promise<ReadonlyMap<string, CouponPromise>>;
}

/** For campaigns that name nothing. */
export const NO_NAMES: Names = { goods: async () => new Map(), coupons: async () => new Map() };

export interface FoundNames {
  readonly gifts: { readonly [skuId: string]: GiftGood };
  readonly coupons: { readonly [templateId: string]: CouponPromise };
  readonly problems: readonly CampaignProblem[];
}

/**
 * Looks up what the offers name: gifts with their substitutes, goods of bundles, coupons, draws. A draw is known where the
 * head has it or the campaign brings it, whose own is published after it.
 */
export async function lookUpNames({ offers, draw }: CampaignDraft, head: Head, names: Names): Promise<FoundNames> {
  const named = offers.map((offer) => ({ ...namedBy(offer), addOn: givesOf(offer).addOn }));
  const giftIds = unique(named.flatMap(({ giftSkuIds }) => giftSkuIds));
  const [goods, coupons] = await Promise.all([
    names.goods(unique([...giftIds, ...named.flatMap(({ skuIds }) => skuIds)])),
    names.coupons(unique(named.flatMap(({ templateIds }) => templateIds))),
  ]);
  const knowsDraw = (drawId: string): boolean => drawId === draw?.drawId || head.drawVersions[drawId] !== undefined;
  const problems = named.flatMap(({ giftSkuIds, skuIds, templateIds, drawIds, addOn }, index) => {
    const unknown = (code: CampaignProblem['code'], ids: readonly string[], isKnown: (id: string) => boolean) =>
      ids
        .filter((id) => !isKnown(id))
        .map((id): CampaignProblem => ({ code, at: `offers.${index}.parameters: ${id}` }));
    return [
      ...unknown('GIFT_UNKNOWN', giftSkuIds, (id) => goods.has(id)),
      ...unknown('GOODS_UNKNOWN', skuIds, (id) => goods.has(id)),
      ...unknown('COUPON_UNKNOWN', templateIds, (id) => coupons.has(id)),
      ...(isBelowValue(addOn, coupons) ? unknown('COUPON_VALUE', templateIds, () => false) : []),
      ...unknown('DRAW_UNKNOWN', drawIds, knowsDraw),
    ];
  });
  const gifts = giftIds.flatMap((id) => goods.get(id) ?? []);
  return {
    gifts: Object.fromEntries(gifts.map((good) => [good.skuId, good])),
    coupons: Object.fromEntries(coupons),
    problems,
  };
}

/** What is booked for a coupon must be the most that it can take off. */
function isBelowValue(addOn: OfferGives['addOn'], coupons: ReadonlyMap<string, CouponPromise>): boolean {
  if (addOn?.benefit.form !== 'coupon') return false;
  const promise = coupons.get(addOn.benefit.templateId);
  return promise !== undefined && largestReductionFen(promise.terms) > addOn.benefit.costFen;
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)].sort();
