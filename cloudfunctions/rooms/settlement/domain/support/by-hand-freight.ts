import type { QuoteInput } from '../input';
import { baseOf, type HandLine, isOpenCoupon, isOpenOffer, linesInScope } from './by-hand';

/** Step 8 up to points, on paper: base, rush fee, member rate, freight coupon. In fen. */
export function freightByHand(input: QuoteInput, lines: readonly HandLine[]): number {
  if (lines.length === 0) return 0;
  const baseFen = isFreeByHand(input, lines) ? 0 : input.delivery.baseFreightFen;
  const feesFen = Math.ceil(((baseFen + rushByHand(input, lines)) * input.resident.freightRateBps) / 10_000);
  const offsFen = input.coupons.flatMap((coupon) => {
    const { terms } = coupon;
    if (terms.kind !== 'freight' || !isOpenCoupon(coupon, input)) return [];
    return baseOf(linesInScope(terms.scope, terms.takes, lines), lines) >= terms.minSpendFen ? [terms.offFen] : [];
  });
  return Math.max(0, feesFen - Math.max(0, ...offsFen));
}

function isFreeByHand(input: QuoteInput, lines: readonly HandLine[]): boolean {
  return input.offers.some(
    (offer) =>
      offer.kind === 'free-freight' &&
      isOpenOffer(offer, input) &&
      baseOf(linesInScope(offer.scope, offer.takes, lines), lines) >= offer.parameters.fromFen,
  );
}

/** 0 with the freight upgrade, else at the lowest rate in force. */
function rushByHand(input: QuoteInput, lines: readonly HandLine[]): number {
  const rates = input.offers.flatMap((offer) => {
    if (!isOpenOffer(offer, input)) return [];
    const inScope = linesInScope(offer.scope, offer.takes, lines);
    if (offer.kind === 'rush-rate')
      return 'all' in offer.scope || inScope.length > 0 ? [offer.parameters.payRateBps] : [];
    if (offer.kind !== 'spend-add-on' || offer.parameters.benefit.form !== 'freight-upgrade') return [];
    return baseOf(inScope, lines) >= offer.parameters.thresholdFen ? [0] : [];
  });
  return Math.ceil((input.delivery.rushFeeFen * Math.min(10_000, ...rates)) / 10_000);
}

/** Steps 6 and 8: what points pay of the goods and then of the freight, in fen. */
export function pointsByHand(
  input: QuoteInput,
  lines: readonly HandLine[],
  leftFen: readonly number[],
  freightFen: number,
): { readonly goodsFen: number; readonly freightFen: number } {
  const { unitPoints, unitFen, shareBps } = input.pointsRule;
  const wish = Math.floor(Math.min(input.pointsWish, input.resident.spendablePoints) / unitPoints);
  let [goods, room] = [0, 0];
  for (const [i, { noPromotion, floorFen }] of lines.entries()) {
    if (noPromotion) continue;
    goods += leftFen[i] ?? 0;
    room += (leftFen[i] ?? 0) - floorFen;
  }
  const most = Math.floor(Math.min((goods * shareBps) / 10_000, room) / unitFen);
  const onGoods = Math.min(wish, most);
  const onFreight = Math.min(wish - onGoods, Math.floor(freightFen / unitFen));
  return { goodsFen: onGoods * unitFen, freightFen: onFreight * unitFen };
}
