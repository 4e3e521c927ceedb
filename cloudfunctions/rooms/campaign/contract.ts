import * as v from 'valibot';
import { id, nothing, reads } from '../../contract';

/** A running campaign as a card on home. Words and pictures are the operator's; numbers are exact. */
export interface CampaignCard {
  readonly campaignId: string;
  readonly title: string;
  readonly line: string;
  readonly note: string;
  readonly picture: string;
  /** Where a tap leads: a page of the client. */
  readonly target: 'draw' | 'coupons' | 'category' | 'campaign';
  readonly targetId: string | null;
}

export interface Banner {
  readonly campaignId: string;
  readonly title: string;
  readonly line: string;
  /** Goods that stand on the shelf, picture names. */
  readonly goods: readonly string[];
  /** Countdown to this moment; null: none. */
  readonly endsAtMs: number | null;
}

export interface OfferView {
  readonly offerId: string;
  readonly kind: string;
  /** The kind's own numbers; the words come from the client's text. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

export interface CampaignView {
  readonly campaignId: string;
  readonly title: string;
  readonly line: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly paused: boolean;
  readonly offers: readonly OfferView[];
}

export const campaignContract = {
  'campaign.view': reads(v.strictObject({ campaignId: id() }))<CampaignView>(),
};

/** What operator and owner see and stop. */
export interface StaffCampaignView {
  readonly campaignId: string;
  readonly version: number;
  readonly title: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly standing: 'running' | 'paused' | 'to-come' | 'ended' | 'unknown';
  readonly pausedOfferIds: readonly string[];
  readonly offers: readonly {
    readonly offerId: string;
    readonly kind: string;
    readonly parameters: Readonly<Record<string, unknown>>;
  }[];
}

const which = () => v.strictObject({ campaignId: id(), offerId: v.optional(id()) });

/** Safe to repeat by nature: pausing what is paused changes nothing. */
export const staffCampaignContract = {
  'campaign.list': reads(nothing())<{ readonly stopped: boolean; readonly campaigns: readonly StaffCampaignView[] }>(),
  'campaign.pause': reads(which())<StaffCampaignView>(),
  'campaign.resume': reads(which())<StaffCampaignView>(),
  /** Everything at once. */
  'campaign.stopAll': reads(v.strictObject({ stopped: v.boolean() }))<{ readonly stopped: boolean }>(),
};
