import type { Context } from '../../../platform/context';
import type { GiftGood, Names } from '../../campaign';
import { couponPromises } from '../../coupon';
import type { SkuFacts } from '../domain/product';
import { skuFacts } from '../store';

/** What a campaign that is published may name: goods of the catalogue, and coupons that can be promised. */
export function campaignNames(context: Pick<Context, 'db' | 'nowMs'>): Names {
  return {
    async goods(skuIds) {
      const facts = await skuFacts(context, skuIds);
      return new Map([...facts].map(([skuId, sku]) => [skuId, giftGood(sku)]));
    },
    coupons: (templateIds) => couponPromises(context, templateIds),
  };
}

function giftGood({ skuId, productId, name, spec, picture, tint, shelfCellId }: SkuFacts): GiftGood {
  return { skuId, productId, name, spec, picture, tint, shelfCellId };
}
