import type { CouponInHand, Offer, QuoteInput } from '../../cloudfunctions/rooms/settlement';

type Scope = Offer['scope'];
type Line = QuoteInput['lines'][number];
type Off =
  | { readonly form: 'fixed'; readonly offFen: number }
  | { readonly form: 'percentage'; readonly payRateBps: number; readonly capFen: number };

/**
 * What somebody would write who needs nothing but a number: the lowest line price, the best tier and coupon of each group
 * by itself, free freight. No shares, reasons, funding, points or fingerprint, no choice over groups, no limits, bundles
 * or nth items: the floor that the figures of the engine are compared with.
 */
export function payableByHand(input: QuoteInput): number {
  const lines = input.lines.filter((line) => line.selected);
  const amounts = lines.map((line) => line.quantity * unitFenByHand(line, input));
  const best = new Map<string, number>();
  let freightFen = input.delivery.baseFreightFen + input.delivery.rushFeeFen;
  const take = (group: string, scope: Scope, offOf: (sum: number) => number) => {
    let sum = 0;
    for (let i = 0; i < lines.length; i += 1) {
      const line = lines[i];
      if (line && isIn(scope, line)) sum += amounts[i] ?? 0;
    }
    best.set(group, Math.max(best.get(group) ?? 0, offOf(sum)));
  };
  for (const offer of input.offers) {
    if (!isOpen(offer, input)) continue;
    if (offer.kind === 'spend-tiers') {
      const { group, reach } = offer.parameters;
      take(`tier ${group}`, offer.scope, (sum) => {
        if (reach.form === 'each') return Math.min(Math.floor(sum / reach.eachFullFen) * reach.offFen, reach.capFen);
        let most = 0;
        for (const { thresholdFen, off } of reach.tiers)
          if (sum >= thresholdFen) most = Math.max(most, offOf(off, sum));
        return most;
      });
    }
    if (offer.kind === 'first-order' && input.resident.firstOrderRight) {
      take('first', offer.scope, () => offer.parameters.offFen);
    }
    if (offer.kind === 'free-freight') {
      take('freight', offer.scope, (sum) => (sum >= offer.parameters.fromFen ? input.delivery.baseFreightFen : 0));
    }
  }
  for (const coupon of input.coupons) takeCoupon(coupon, input, take);
  let goodsFen = 0;
  for (const amount of amounts) goodsFen += amount;
  for (const [group, offFen] of best) {
    if (group.startsWith('freight')) freightFen = Math.max(0, freightFen - offFen);
    else goodsFen -= offFen;
  }
  return Math.max(0, goodsFen) + freightFen;
}

type Take = (group: string, scope: Scope, offOf: (sum: number) => number) => void;

function takeCoupon({ terms, validFromMs, validUntilMs }: CouponInHand, { nowMs }: QuoteInput, take: Take): void {
  if (nowMs < validFromMs || nowMs >= validUntilMs) return;
  const group = terms.kind === 'freight' ? 'freight coupon' : `coupon ${terms.group}`;
  take(group, terms.scope, (sum) => {
    if (sum < terms.minSpendFen) return 0;
    if (terms.kind === 'percentage') return offOf({ form: 'percentage', ...terms }, sum);
    return Math.min(sum, terms.kind === 'exchange' ? terms.capFen : terms.offFen);
  });
}

function unitFenByHand(line: Line, input: QuoteInput): number {
  let unitFen = line.listUnitFen;
  for (const offer of input.offers) {
    if (offer.kind !== 'time-window' && offer.kind !== 'tier-price') continue;
    if (!isOpen(offer, input) || !isIn(offer.scope, line)) continue;
    const { price } = offer.parameters;
    if (price.form === 'price') unitFen = Math.min(unitFen, price.unitFen);
    else if (price.form === 'cut') unitFen = Math.min(unitFen, line.listUnitFen - price.offFen);
    else unitFen = Math.min(unitFen, Math.ceil((line.listUnitFen * price.payRateBps) / 10_000));
  }
  return unitFen;
}

function isOpen(offer: Offer, { nowMs, resident }: QuoteInput): boolean {
  if (nowMs < offer.startsAtMs || nowMs >= offer.endsAtMs || offer.paused) return false;
  if (offer.kind === 'tier-price') return resident.tier === 'gold' || offer.parameters.fromTier === resident.tier;
  if (offer.kind !== 'time-window' || offer.parameters.windows.length === 0) return true;
  const minute = Math.floor(nowMs / 60_000 + 480) % 1440;
  return offer.parameters.windows.some(({ fromMinute, untilMinute }) => minute >= fromMinute && minute < untilMinute);
}

function isIn(scope: Scope, line: Line): boolean {
  if (line.noPromotion) return false;
  if ('skuIds' in scope) return scope.skuIds.includes(line.skuId);
  return 'categoryIds' in scope ? scope.categoryIds.includes(line.categoryId) : true;
}

function offOf(off: Off, sum: number): number {
  if (off.form === 'fixed') return Math.min(off.offFen, sum);
  return Math.min(sum - Math.ceil((sum * off.payRateBps) / 10_000), off.capFen);
}
