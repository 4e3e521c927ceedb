/**
 * The one small document that every first wave reads: which versions are in force and what is paused. Everything it
 * points to never changes under its version, so warm functions keep it (platform.md, Rules for speed).
 */
export type Head = {
  readonly _id: 'head';
  /** Everything is stopped: no offer, claim or spin; orders at list prices (product.md H5). */
  readonly stopped: boolean;
  readonly catalogVersion: number;
  readonly campaigns: { readonly [campaignId: string]: CampaignHead };
  readonly drawVersions: { readonly [drawId: string]: number };
  /** Of a campaign's referral programme. Absent in heads of before there were any. */
  readonly referralVersions?: { readonly [campaignId: string]: number };
};

export type CampaignHead = {
  readonly version: number;
  readonly paused: boolean;
  readonly pausedOffers: { readonly [offerId: string]: boolean };
};

export const EMPTY_HEAD: Head = { _id: 'head', stopped: false, catalogVersion: 0, campaigns: {}, drawVersions: {} };
