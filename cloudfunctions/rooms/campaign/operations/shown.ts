import type { Banner, CampaignCard } from '../contract';
import { bannerAt, type Campaign } from '../domain/campaign';

/** The banner of the first campaign that has one for this moment. */
export function bannerView(campaigns: readonly Campaign[], nowMs: number): Banner | null {
  for (const campaign of campaigns) {
    const found = bannerAt(campaign, nowMs);
    if (!found) continue;
    const { title, line, goods } = found.banner;
    return { campaignId: campaign.campaignId, title, line, goods, endsAtMs: found.endsAtMs };
  }
  return null;
}

export function cardViews(campaigns: readonly Campaign[]): CampaignCard[] {
  return campaigns.flatMap(({ campaignId, cards }) => cards.map((card) => ({ campaignId, ...card })));
}
