import type { EpochMs } from '../../../../kernel/period';
import type { Audience, CouponInHand, Offer, QuoteResident } from '../input';
import type { Moment, Unmet } from '../offers/kind';
import type { Reason } from '../quote';
import { couponKindOf, offerKindOf } from '../registry';

/** Why an offer or coupon is out before its scope is looked at. */
export interface Closed {
  readonly reason: Reason;
  readonly opensAtMs: EpochMs | null;
}

/** What conditions look at, besides the offer. */
export interface Asked {
  readonly nowMs: EpochMs;
  readonly resident: Pick<QuoteResident, 'tier' | 'isNew' | 'estateId' | 'firstOrderRight'>;
  readonly withoutBudget?: readonly string[];
}

/** Null where every condition but scope and threshold holds. */
export function whyOfferClosed(offer: Offer, input: Asked): Closed | null {
  const general = whyClosed(offer.startsAtMs, offer.endsAtMs, offer.audience, offer.offerId, input);
  if (general) return general;
  if (offer.paused) return closed('PAUSED');
  const kind = offerKindOf(offer.kind);
  return kind.unmet ? ofUnmet(kind.unmet(offer.parameters, momentOf(input)), offer.endsAtMs) : null;
}

export function whyCouponClosed(coupon: CouponInHand, input: Asked): Closed | null {
  const { validFromMs, validUntilMs, audience, templateId } = coupon;
  const general = whyClosed(validFromMs, validUntilMs, audience, templateId, input);
  if (general) return general;
  const kind = couponKindOf(coupon.terms.kind);
  return kind.unmet ? ofUnmet(kind.unmet(coupon.terms, momentOf(input)), validUntilMs) : null;
}

function whyClosed(
  startMs: EpochMs,
  endMs: EpochMs,
  audience: Audience | undefined,
  budgetId: string,
  input: Asked,
): Closed | null {
  if (input.nowMs >= endMs) return closed('ENDED');
  if (input.nowMs < startMs) return closed('NOT_YET', startMs);
  if (audience && !isFor(audience, input)) return closed('NOT_FOR_YOU');
  if (input.withoutBudget?.includes(budgetId)) return closed('BUDGET_SPENT');
  return null;
}

function isFor({ estateIds, tiers, residents }: Audience, { resident }: Asked): boolean {
  if (estateIds && (resident.estateId === null || !estateIds.includes(resident.estateId))) return false;
  if (tiers && !tiers.includes(resident.tier)) return false;
  return residents === undefined || (residents === 'new') === resident.isNew;
}

function ofUnmet(unmet: Unmet, endsAtMs: EpochMs): Closed | null {
  if (!unmet) return null;
  if (unmet.reason !== 'NOT_YET') return closed(unmet.reason);
  return unmet.opensAtMs < endsAtMs ? closed('NOT_YET', unmet.opensAtMs) : closed('ENDED');
}

function momentOf({ nowMs, resident }: Asked): Moment {
  return { nowMs, tier: resident.tier, firstOrderRight: resident.firstOrderRight };
}

function closed(reason: Reason, opensAtMs: EpochMs | null = null): Closed {
  return { reason, opensAtMs };
}
