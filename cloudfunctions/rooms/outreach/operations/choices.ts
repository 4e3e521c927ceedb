import type { OutputOf } from '../../../contract';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/result';
import type { Context, StaffContext } from '../../../platform/context';
import { allEstates, promoters } from '../../account';
import { type Campaign, campaignOf, campaignsByHead, readHead } from '../../campaign';
import { type CouponChannel, type CouponTemplate, templatesOfCampaigns } from '../../coupon';
import type { staffOutreachContract } from '../contract';

export async function campaignNamed(context: Context, campaignId: string): Promise<Campaign | null> {
  return campaignOf(context, await readHead(context.db), campaignId);
}

interface Offer {
  readonly campaign: Campaign | null;
  /** Null: it brings none. */
  readonly template: CouponTemplate | null;
  readonly channel: CouponChannel;
  readonly expiresAtMs: number;
}

/** Why a code cannot lead into this campaign with this coupon until then; null: it can. */
export function refusalOfOffer({ campaign, template, channel, expiresAtMs }: Offer): Refusal | null {
  if (!campaign) return refuse('CAMPAIGN_UNKNOWN', {});
  if (!template) return refuse('UNKNOWN_COUPON', {});
  if (template.campaignId !== campaign.campaignId || !template.channels.includes(channel))
    return refuse('UNKNOWN_COUPON', { templateId: template._id });
  return expiresAtMs > campaign.endsAtMs ? refuse('BATCH_UNSOUND', { field: 'expiresAtMs' }) : null;
}

/** What an operator chooses from: campaigns that have not ended, and their coupons for flyers and links. */
export async function choices(
  context: StaffContext,
): Promise<Result<OutputOf<(typeof staffOutreachContract)['outreach.choices']>>> {
  const { db, nowMs } = context;
  const [estates, head, staff] = await Promise.all([allEstates(context.db), readHead(db), promoters(db)]);
  const campaigns = (await campaignsByHead(context, head)).filter(({ endsAtMs }) => endsAtMs > nowMs);
  const templates = await templatesOfCampaigns(
    db,
    campaigns.map(({ campaignId }) => campaignId),
  );
  return ok({
    estates: estates.map(({ _id, name }) => ({ estateId: _id, name })),
    campaigns: campaigns.map(({ campaignId, title, endsAtMs }) => ({ campaignId, title, endsAtMs })),
    templates: templates
      .filter(({ channels }) => channels.includes('flyer') || channels.includes('link'))
      .map(({ _id, title, campaignId, channels }) => ({
        templateId: _id,
        title,
        campaignId: campaignId ?? '',
        channels,
      })),
    promoters: staff.map(({ _id, name }) => ({ staffId: _id, name })),
  });
}
