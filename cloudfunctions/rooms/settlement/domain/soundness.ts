import { asFen, isFen } from '../../../kernel/fen';
import { MAX_LINE_QUANTITY } from '../../../kernel/limits';
import type { QuoteInput } from './input';
import type { PreparedOffers } from './prepared';

/** Throws on input that no contract lets through: a bug on the way here, not a matter for the resident. */
export function assertSound(input: QuoteInput, { byOfferId }: PreparedOffers): void {
  const { lines, coupons, delivery, pointsWish, pointsRule, resident } = input;
  onceEach(coupons, byOfferId);
  for (const { skuId, quantity, listUnitFen, floorUnitFen } of lines) {
    if (!isWhole(quantity, 1, MAX_LINE_QUANTITY)) throw new RangeError(`quantity of ${skuId}: ${quantity}`);
    if (!isFen(listUnitFen)) throw new RangeError(`listUnitFen of ${skuId}: ${listUnitFen}`);
    if (floorUnitFen !== undefined && !isFen(floorUnitFen))
      throw new RangeError(`floorUnitFen of ${skuId}: ${floorUnitFen}`);
  }
  asFen(delivery.baseFreightFen, 'baseFreightFen');
  asFen(delivery.rushFeeFen, 'rushFeeFen');
  asWhole(pointsWish, 0, Number.MAX_SAFE_INTEGER, 'pointsWish');
  asWhole(resident.spendablePoints, 0, Number.MAX_SAFE_INTEGER, 'spendablePoints');
  asWhole(pointsRule.unitPoints, 1, 1_000_000, 'unitPoints');
  asWhole(pointsRule.unitFen, 1, 1_000_000, 'unitFen');
  asWhole(pointsRule.shareBps, 0, 10_000, 'shareBps');
}

function asWhole(value: number, min: number, max: number, what: string): void {
  if (!isWhole(value, min, max)) throw new RangeError(`${what}: ${value}`);
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isSafeInteger(value) && value >= min && value <= max;
}

/** Nothing else has the id of a coupon: adjustments are told apart by these. Offers and lines see to their own. */
function onceEach(coupons: QuoteInput['coupons'], offers: PreparedOffers['byOfferId']): void {
  const seen = new Set<string>();
  for (const { couponId } of coupons) {
    if (seen.has(couponId) || offers.has(couponId)) throw new RangeError(`${couponId} is there twice`);
    seen.add(couponId);
  }
}
