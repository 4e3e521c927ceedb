import { DAY_MS } from '@kernel/period';
import type { staffOutreachContract } from '@rooms/outreach/contract';
import type { OutputOf } from '../../../../../../cloudfunctions/contract';

export type Choices = OutputOf<(typeof staffOutreachContract)['outreach.choices']>;

export const sizes = [20, 50, 100, 200, 500] as const;
export const formats = ['card', 'flyer', 'poster'] as const;
export const media = ['weibo', 'douyin', 'sms', 'email', 'kol', 'partner', 'article', 'staff', 'search'] as const;
/** Days, or as long as the campaign. */
export const lives = [7, 14, null] as const;

/** What the operator has chosen so far; null: not yet, '' : none on purpose. */
export interface Draft {
  title: string;
  estateId: string | null;
  campaignId: string | null;
  templateId: string | null;
  promoterId: string | null;
  size: number;
  format: (typeof formats)[number];
  medium: (typeof media)[number];
  days: number | null;
}

export const emptyDraft: Draft = {
  title: '',
  estateId: null,
  campaignId: null,
  templateId: null,
  promoterId: null,
  size: 50,
  format: 'card',
  medium: 'weibo',
  days: null,
};

/** Coupons of the campaign that this way in may give. */
export const couponsFor = ({ templates }: Choices, campaignId: string | null, of: 'batches' | 'links') =>
  templates.filter(
    (template) => template.campaignId === campaignId && template.channels.includes(of === 'batches' ? 'flyer' : 'link'),
  );

/** So many days from now, and never longer than the campaign. */
export function endOf({ campaignId, days }: Draft, { campaigns }: Choices, nowMs: number): number {
  const endsAtMs = campaigns.find((campaign) => campaign.campaignId === campaignId)?.endsAtMs ?? nowMs;
  return days === null ? endsAtMs : Math.min(endsAtMs, nowMs + days * DAY_MS);
}

export function batchOf(draft: Draft, expiresAtMs: number) {
  const { title, estateId, campaignId, templateId, size, format, promoterId } = draft;
  const facts = { title: title.trim(), size, format, expiresAtMs };
  const ids = { estateId: estateId ?? '', campaignId: campaignId ?? '', templateId: templateId ?? '' };
  return { ...facts, ...ids, ...(promoterId ? { promoterId } : {}) };
}

export function linkOf(draft: Draft, expiresAtMs: number) {
  const { title, estateId, campaignId, templateId, medium } = draft;
  const facts = { title: title.trim(), medium, campaignId: campaignId ?? '', expiresAtMs };
  return { ...facts, ...(templateId ? { templateId } : {}), ...(estateId ? { estateId } : {}) };
}
