import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import { logStaffAction } from '../../../platform/staff';
import { campaignOf, campaignsByHead } from '../cache';
import type { StaffCampaignView } from '../contract';
import { type Campaign, standingOf } from '../domain/campaign';
import type { Head } from '../domain/head';
import { ensureHead, pauseCampaignInHead, pauseOfferInHead, readHead, stopInHead } from '../store';

/**
 * One tap stops an offer, a campaign or everything (product.md H5): one field of the head, so it works at the next
 * call of anyone. What was promised is kept: orders placed and coupons claimed are untouched. Pausing what is paused
 * is no error. Refused: CAMPAIGN_UNKNOWN, OFFER_UNKNOWN.
 */
export async function setPaused(
  context: StaffContext,
  { campaignId, offerId }: { readonly campaignId: string; readonly offerId?: string },
  paused: boolean,
): Promise<Result<StaffCampaignView>> {
  const head = await readHead(context.db);
  const campaign = await campaignOf(context, head, campaignId);
  if (!campaign) return refuse('CAMPAIGN_UNKNOWN', {});
  if (offerId !== undefined && !campaign.offers.some((offer) => offer.offerId === offerId))
    return refuse('OFFER_UNKNOWN', {});
  const before = staffView(head, campaign, context.nowMs);
  await (offerId === undefined
    ? pauseCampaignInHead(context.db, campaignId, paused)
    : pauseOfferInHead(context.db, campaignId, offerId, paused));
  const after = staffView(await readHead(context.db), campaign, context.nowMs);
  await logStaffAction(context, {
    operation: paused ? 'campaign.pause' : 'campaign.resume',
    target: offerId ?? campaignId,
    before: { paused: [...before.pausedOfferIds], standing: before.standing },
    after: { paused: [...after.pausedOfferIds], standing: after.standing },
  });
  return ok(after);
}

/** Stops or restarts everything that a campaign gives. */
export async function setStopped(
  context: StaffContext,
  { stopped }: { readonly stopped: boolean },
): Promise<Result<{ readonly stopped: boolean }>> {
  await ensureHead(context.db);
  const before = await readHead(context.db);
  await stopInHead(context.db, stopped);
  const action = { operation: 'campaign.stopAll', target: 'head', before: before.stopped, after: stopped };
  await logStaffAction(context, action);
  return ok({ stopped });
}

export async function listForStaff(
  context: StaffContext,
): Promise<Result<{ readonly stopped: boolean; readonly campaigns: readonly StaffCampaignView[] }>> {
  const head = await readHead(context.db);
  const campaigns = await campaignsByHead(context, head);
  return ok({
    stopped: head.stopped,
    campaigns: campaigns.map((campaign) => staffView(head, campaign, context.nowMs)),
  });
}

function staffView(head: Head, campaign: Campaign, nowMs: number): StaffCampaignView {
  const { campaignId, version, title, startsAtMs, endsAtMs } = campaign;
  const pausedOffers = head.campaigns[campaignId]?.pausedOffers ?? {};
  const pausedOfferIds = Object.keys(pausedOffers).filter((offerId) => pausedOffers[offerId]);
  const standing = standingOf(head, campaign, nowMs);
  const offers = campaign.offers.map(({ offerId, kind, parameters }) => ({ offerId, kind, parameters }));
  return { campaignId, version, title, startsAtMs, endsAtMs, standing, pausedOfferIds, offers };
}
