import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { campaignOf } from '../cache';
import type { CampaignView } from '../contract';
import { standingOf } from '../domain/campaign';
import { readHead } from '../store';

/** A campaign and its offers in numbers. Refused: CAMPAIGN_UNKNOWN. Ended ones stay readable: orders name them. */
export async function viewCampaign(
  context: ResidentContext,
  { campaignId }: { readonly campaignId: string },
): Promise<Result<CampaignView>> {
  const head = await readHead(context.db);
  const campaign = await campaignOf(context, head, campaignId);
  if (!campaign) return refuse('CAMPAIGN_UNKNOWN', {});
  const pausedOffers = head.campaigns[campaignId]?.pausedOffers ?? {};
  const { title, line, startsAtMs, endsAtMs } = campaign;
  const offers = campaign.offers
    .filter(({ offerId }) => pausedOffers[offerId] !== true)
    .map(({ offerId, kind, parameters, ...offer }) => ({
      offerId,
      kind,
      parameters,
      startsAtMs: offer.startsAtMs,
      endsAtMs: offer.endsAtMs,
    }));
  const paused = standingOf(head, campaign, context.nowMs) === 'paused';
  return ok({ campaignId, title, line, startsAtMs, endsAtMs, paused, offers });
}
