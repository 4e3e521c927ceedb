import type { GiftOfferView } from '@rooms/catalog/contract';
import type { ShownQuote } from '@rooms/settlement';
import { givenWords } from './areas/given';
import { productWords } from './areas/product';
import { otherwise } from './bundles';
import { yuanText } from './money';
import { adjustmentText } from './offers';
import { whenText } from './times';

/** 「买 2 件，送上海青 约 300g」, or the operator's own words. */
export function giftOfferText({ title, everyUnits, maxTimes, gift }: GiftOfferView): string {
  const gives = givenWords.gives(`${gift.name} ${gift.spec}`.trim(), gift.quantity);
  return title ?? `${givenWords.each(everyUnits, maxTimes)}，${gives}`;
}

/** What it is worth, what comes when it is gone, and until when. */
export function giftOfferNote({ gift, substitute, endsAtMs }: GiftOfferView, nowMs: number): string {
  const until = productWords.until(whenText(endsAtMs, nowMs));
  if (!gift.inStock) {
    const now = substitute?.inStock ? givenWords.nowGives(substitute.name) : givenWords.gone;
    return [now, until].join('，');
  }
  const worth = gift.valueUnitFen > 0 ? givenWords.worth(yuanText(gift.valueUnitFen * gift.quantity)) : '';
  return [worth, otherwise(substitute), until].filter(Boolean).join('，');
}

/** Coupons that would take something off these SKUs, by name. */
export function couponsOn(
  skus: readonly { readonly skuId: string }[],
  { lines, adjustments }: Pick<ShownQuote, 'lines' | 'adjustments'>,
): string[] {
  const lineIds = new Set(
    lines.filter((line) => skus.some(({ skuId }) => skuId === line.skuId)).map(({ lineId }) => lineId),
  );
  const used = adjustments.filter(
    ({ couponId, allocation }) => couponId !== null && allocation.some(({ lineId }) => lineIds.has(lineId)),
  );
  return [...new Set(used.map(adjustmentText))];
}
