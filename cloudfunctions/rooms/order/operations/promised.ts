import type { CouponPromise } from '../../../kernel/coupon';
import { type Campaign, pointsAtOnce, running } from '../../campaign';
import { DEFAULT_PENDING_DAYS } from '../../loyalty';
import type { AddOn, Quote } from '../../settlement';
import type { Order, OrderedGift, PromisedChances } from '../document';
import type { Ground } from './ground';
import { chancesOf } from './price';

/** Gifts of the quote with the names and pictures they are packed by. */
export function giftsOf({ gifts }: Ground, quote: Quote): OrderedGift[] {
  return quote.gifts.map(({ lineId, skuId, quantity }) => {
    const good = gifts.get(skuId);
    if (!good) throw new Error(`gift ${skuId} of ${lineId} stands in no campaign`);
    const { productId, name, spec, picture, tint } = good;
    return { lineId, skuId, productId, name, spec, picture, tint, quantity };
  });
}

/** Coupons of add-ons as they were frozen when their campaign was published. */
export function couponsOf(ground: Ground, quote: Quote): CouponPromise[] {
  return quote.addOns.flatMap(({ benefit, ...addOn }) => {
    if (benefit.form !== 'coupon') return [];
    const promise = campaignOf(ground, addOn).coupons[benefit.templateId];
    if (!promise) throw new Error(`coupon ${benefit.templateId} of ${addOn.offerId} stands in no campaign`);
    return [promise];
  });
}

/** Draw chances on receipt: those that every order of a campaign brings, and those of add-ons; one entry a draw. */
export function promisedChances(ground: Ground, quote: Quote, nowMs: number): PromisedChances[] {
  const ofAddOns = quote.addOns.flatMap(({ benefit, ...addOn }) =>
    benefit.form === 'chances' ? [{ ...benefit, expiresAtMs: campaignOf(ground, addOn).endsAtMs }] : [],
  );
  const byDraw = new Map<string, PromisedChances>();
  for (const { drawId, chances, expiresAtMs } of [...chancesOf(ground, nowMs), ...ofAddOns]) {
    const known = byDraw.get(drawId);
    byDraw.set(drawId, {
      drawId,
      chances: chances + (known?.chances ?? 0),
      expiresAtMs: Math.max(expiresAtMs, known?.expiresAtMs ?? 0),
    });
  }
  return [...byDraw.values()];
}

/** Days until points of the order can be spent: 0 where a campaign says "at once", else 7 (rules.md section 7). */
export function pendingDaysOf({ head, campaigns, estate }: Ground, nowMs: number): number {
  return pointsAtOnce(running(head, campaigns, nowMs), estate?.estateId ?? null) ? 0 : DEFAULT_PENDING_DAYS;
}

/** Express where it was asked for, and where the order brings it for free. */
export function deliveryKindOf(asked: Order['deliveryKind'], { addOns }: Quote): Order['deliveryKind'] {
  return addOns.some(({ benefit }) => benefit.form === 'freight-upgrade') ? 'express' : asked;
}

function campaignOf({ campaigns }: Ground, { campaignId, offerId }: Pick<AddOn, 'campaignId' | 'offerId'>): Campaign {
  const campaign = campaigns.find((each) => each.campaignId === campaignId);
  if (!campaign) throw new Error(`offer ${offerId} belongs to no campaign that was read`);
  return campaign;
}
