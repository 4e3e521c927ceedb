import { isInPeriod } from '../../../kernel/period';
import { givesOf, problemsOfOffer } from '../../settlement';
import type { Campaign, CampaignDraft } from './campaign';

/** Why a campaign may not go live: a code for the client's words, and where. */
export interface CampaignProblem {
  readonly code:
    | 'EMPTY_TIME'
    | 'TOO_LONG'
    | 'NO_ESTATE'
    | 'NO_BUDGET'
    | 'OFFER_CAP_ABOVE_BUDGET'
    | 'OFFER_PARAMETER'
    | 'OFFER_OUTSIDE_TIME'
    | 'OFFER_TWICE'
    | 'OFFER_OF_OTHER_CAMPAIGN'
    | 'FUNDING_ABOVE_WHOLE'
    | 'BANNER_WINDOW'
    | 'CHANCES_PER_ORDER'
    | 'LONGER_THAN_ITS_DRAW'
    | 'GIFT_UNKNOWN'
    | 'GOODS_UNKNOWN'
    | 'COUPON_UNKNOWN'
    | 'COUPON_VALUE'
    | 'DRAW_UNKNOWN';
  readonly at: string;
}

/** A campaign that never ends has no end to show beside its prices (SAMR order 32: period and conditions are stated). */
const LONGEST_MS = 366 * 86_400_000;

/** Chances of one purchase are summed for the law's cap on prizes (Anti-Unfair-Competition Law); more than this is a slip. */
const MOST_CHANCES = 10;

/** Everything wrong with it, so that the operator mends it in one go; an empty list: it may be published. */
export function problemsOfCampaign(campaign: CampaignDraft): CampaignProblem[] {
  return [...problemsOfFrame(campaign), ...problemsOfOffers(campaign), ...problemsOfBanners(campaign)];
}

/**
 * A draw is published for the end that its campaign had then (draw room, publishDraw), and a running draw does not change: a
 * later version of the campaign may not give chances for longer.
 */
export function problemsOfChange(inForce: Campaign, next: Campaign): CampaignProblem[] {
  const sameDraw = next.draw !== null && next.draw.drawId === inForce.draw?.drawId;
  const longer = next.version > inForce.version && next.endsAtMs > inForce.endsAtMs;
  return sameDraw && longer ? [{ code: 'LONGER_THAN_ITS_DRAW', at: 'endsAtMs' }] : [];
}

function problemsOfFrame({ startsAtMs, endsAtMs, estateIds, budget, offers, draw }: CampaignDraft): CampaignProblem[] {
  const found: CampaignProblem[] = [];
  if (!(startsAtMs < endsAtMs)) found.push({ code: 'EMPTY_TIME', at: 'endsAtMs' });
  if (endsAtMs - startsAtMs > LONGEST_MS) found.push({ code: 'TOO_LONG', at: 'endsAtMs' });
  if (estateIds.length === 0) found.push({ code: 'NO_ESTATE', at: 'estateIds' });
  if (!isFen(budget.capFen)) found.push({ code: 'NO_BUDGET', at: 'budget.capFen' });
  if (draw && !(isFen(draw.chancesPerOrder) && draw.chancesPerOrder >= 1))
    found.push({ code: 'CHANCES_PER_ORDER', at: 'draw.chancesPerOrder' });
  for (const [drawId, chances] of chancesByDraw({ draw, offers }))
    if (chances > MOST_CHANCES) found.push({ code: 'CHANCES_PER_ORDER', at: `chances of ${drawId}` });
  const known = new Set(offers.map(({ offerId }) => offerId));
  for (const [offerId, capFen] of Object.entries(budget.offerCapsFen))
    if (!known.has(offerId) || !isFen(capFen) || capFen > budget.capFen)
      found.push({ code: 'OFFER_CAP_ABOVE_BUDGET', at: `budget.offerCapsFen.${offerId}` });
  return found;
}

/** The most that one order can bring, add-ons included. */
export function chancesByDraw({ draw, offers }: Pick<CampaignDraft, 'draw' | 'offers'>): Map<string, number> {
  const chances = new Map(draw ? [[draw.drawId, draw.chancesPerOrder]] : []);
  for (const offer of offers) {
    if (problemsOfOffer(offer.kind, offer.parameters).length > 0) continue;
    const benefit = givesOf(offer).addOn?.benefit;
    if (benefit?.form === 'chances') chances.set(benefit.drawId, (chances.get(benefit.drawId) ?? 0) + benefit.chances);
  }
  return chances;
}

function problemsOfOffers({ offers, campaignId, startsAtMs, endsAtMs }: CampaignDraft): CampaignProblem[] {
  const seen = new Set<string>();
  return offers.flatMap((offer, index): CampaignProblem[] => {
    const at = `offers.${index}`;
    const found: CampaignProblem[] = problemsOfOffer(offer.kind, offer.parameters).map(({ field }) => ({
      code: 'OFFER_PARAMETER',
      at: `${at}.parameters.${field}`,
    }));
    if (seen.has(offer.offerId)) found.push({ code: 'OFFER_TWICE', at });
    seen.add(offer.offerId);
    if (offer.campaignId !== campaignId) found.push({ code: 'OFFER_OF_OTHER_CAMPAIGN', at });
    const time = { startMs: startsAtMs, endMs: endsAtMs };
    if (!isInPeriod(time, offer.startsAtMs) || offer.endsAtMs <= offer.startsAtMs || offer.endsAtMs > endsAtMs)
      found.push({ code: 'OFFER_OUTSIDE_TIME', at });
    const shares = Object.values(offer.funding ?? {});
    if (shares.some((bps) => !isFen(bps)) || shares.reduce((sum, bps) => sum + bps, 0) > 10_000)
      found.push({ code: 'FUNDING_ABOVE_WHOLE', at: `${at}.funding` });
    return found;
  });
}

function problemsOfBanners({ banners }: CampaignDraft): CampaignProblem[] {
  return banners.flatMap(({ window }, index): CampaignProblem[] =>
    window !== null && !(window.fromMinute >= 0 && window.fromMinute < window.untilMinute && window.untilMinute <= 1440)
      ? [{ code: 'BANNER_WINDOW', at: `banners.${index}.window` }]
      : [],
  );
}

function isFen(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
