import type { CouponPromise } from '../../../kernel/coupon';
import {
  DAY_MS,
  isInDailyWindows,
  MINUTE_MS,
  positionInPeriod,
  shanghaiDay,
  startOfShanghaiDay,
} from '../../../kernel/period';
import type { Offer } from '../../settlement';
import type { Head } from './head';
import { rememberedOffers } from './near-offers';

/** One published version of a campaign; a change is a new version, old ones are kept (product.md H1). */
export type Campaign = {
  /** `<campaign id>_<version>` */
  readonly _id: string;
  readonly campaignId: string;
  readonly version: number;
  readonly title: string;
  readonly line: string;
  readonly estateIds: readonly string[];
  /** Estates outside the shop's own radius that are served while it runs (product.md C9). */
  readonly widensTo: readonly string[];
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly offers: readonly Offer[];
  /** The first whose time has come is shown. */
  readonly banners: readonly CampaignBanner[];
  readonly cards: readonly CampaignCardText[];
  readonly notice: { readonly text: string; readonly target: string | null } | null;
  /** At most once a resident and day (product.md A7). Absent: none. */
  readonly popup?: CampaignPopup;
  /** The draw that its received orders bring chances for. */
  readonly draw: { readonly drawId: string; readonly chancesPerOrder: number } | null;
  readonly budget: Budget;
  /** Points of its orders can be spent at once, and do not wait for the end of the after-sales window (rules.md 7). */
  readonly pointsAtOnce: boolean;
  /** Gifts that its offers name, as they were when it was published: known wherever the campaign is, without asking. */
  readonly gifts: { readonly [skuId: string]: GiftGood };
  /** Coupons that its add-ons promise, frozen when it was published, whatever becomes of their templates. */
  readonly coupons: { readonly [templateId: string]: CouponPromise };
};

/** As its operator writes it: what it names of other rooms is looked up and frozen by publishing. */
export type CampaignDraft = Omit<Campaign, '_id' | 'gifts' | 'coupons'>;

export type GiftGood = {
  readonly skuId: string;
  readonly productId: string;
  readonly name: string;
  readonly spec: string;
  readonly picture: string;
  readonly tint: string;
  /** Of all its goods on the shelf, those that are sold included: a SKU never moves to another. */
  readonly shelfCellId: string;
};

export type CampaignBanner = {
  readonly title: string;
  readonly line: string;
  /** Pictures of goods on the shelf. */
  readonly goods: readonly string[];
  /** Shown inside these minutes of the Shanghai day, with a countdown to their end; none: always, without. */
  readonly window: { readonly fromMinute: number; readonly untilMinute: number } | null;
};

export type CampaignCardText = {
  readonly title: string;
  readonly line: string;
  readonly note: string;
  readonly picture: string;
  readonly target: 'draw' | 'coupons' | 'category' | 'campaign';
  readonly targetId: string | null;
};

export type CampaignPopup = Omit<CampaignCardText, 'note'>;

/** Hard caps in fen; an offer without one of its own may use up the campaign's. */
export type Budget = { readonly capFen: number; readonly offerCapsFen: { readonly [offerId: string]: number } };

export const versionId = (campaignId: string, version: number): string => `${campaignId}_${version}`;

export type Standing = 'running' | 'paused' | 'to-come' | 'ended' | 'unknown';

/** Stopping everything pauses each campaign; what was promised before is kept. */
export function standingOf(head: Head, campaign: Campaign, nowMs: number): Standing {
  const here = head.campaigns[campaign.campaignId];
  if (!here) return 'unknown';
  const position = positionInPeriod({ startMs: campaign.startsAtMs, endMs: campaign.endsAtMs }, nowMs);
  if (position !== 'inside') return position === 'before' ? 'to-come' : 'ended';
  return head.stopped || here.paused ? 'paused' : 'running';
}

export function running(head: Head, campaigns: readonly Campaign[], nowMs: number): Campaign[] {
  return campaigns.filter((campaign) => standingOf(head, campaign, nowMs) === 'running');
}

/** Null estate: a visitor who has not chosen one sees what all campaigns offer, and is asked before an order. */
export const isFor = (campaign: Campaign, estateId: string | null): boolean =>
  estateId === null || campaign.estateIds.includes(estateId) || campaign.widensTo.includes(estateId);

/** Offers are handed to a quote this long before and after their time, so that it can say "not yet" and "ended". */
const NEAR_MS = DAY_MS;

/**
 * Offers of an estate's campaigns, near their time, with `paused` where the offer, its campaign or everything is. What
 * applies at this very moment is settlement's to say. Sorted by id: a quote never depends on the order of campaigns. The
 * very same list as long as nothing of it changes.
 */
export function offersNear(
  head: Head,
  campaigns: readonly Campaign[],
  estateId: string | null,
  nowMs: number,
): readonly Offer[] {
  const here = campaigns.filter((campaign) => isFor(campaign, estateId));
  return rememberedOffers(head, here, nowMs, nearAtMs, () =>
    here
      .flatMap((campaign) => campaign.offers.map((offer) => ({ ...offer, paused: isPaused(head, campaign, offer) })))
      .filter((offer) => isNear(offer, nowMs))
      .sort((a, b) => (a.offerId < b.offerId ? -1 : 1)),
  );
}

function nearAtMs({ startsAtMs, endsAtMs }: Offer): readonly [number, number] {
  return [startsAtMs - NEAR_MS, endsAtMs + NEAR_MS];
}

function isNear(offer: Offer, nowMs: number): boolean {
  const [fromMs, untilMs] = nearAtMs(offer);
  return nowMs >= fromMs && nowMs < untilMs;
}

/** Gifts that offers near now may give here, by SKU. */
export function giftsNear(
  campaigns: readonly Campaign[],
  estateId: string | null,
  nowMs: number,
): Map<string, GiftGood> {
  const near = campaigns
    .filter((campaign) => isFor(campaign, estateId))
    .filter(({ startsAtMs, endsAtMs }) => nowMs >= startsAtMs - NEAR_MS && nowMs < endsAtMs + NEAR_MS);
  return new Map(near.flatMap(({ gifts }) => Object.entries(gifts)));
}

/** One of the campaigns says that points can be spent at once (rules.md section 7). */
export const pointsAtOnce = (runningCampaigns: readonly Campaign[], estateId: string | null): boolean =>
  runningCampaigns.some((campaign) => campaign.pointsAtOnce && isFor(campaign, estateId));

function isPaused(head: Head, { campaignId }: Campaign, { offerId, paused }: Offer): boolean {
  const here = head.campaigns[campaignId];
  return head.stopped || here === undefined || here.paused || here.pausedOffers[offerId] === true || paused === true;
}

/** What one received order brings in chances (product.md F1). */
export interface OrderChances {
  readonly campaignId: string;
  readonly drawId: string;
  readonly chances: number;
  /** End of the campaign that gives them; one received late lives longer (`chanceUntilMs`). */
  readonly expiresAtMs: number;
}

/** A promised chance can be spun for at least so long from its receipt, however late the order comes. */
export const CHANCE_LIFE_MS = 7 * DAY_MS;

/** End of a chance: the campaign's, or 7 days after receipt where that is later. */
export const chanceUntilMs = ({ expiresAtMs }: Pick<OrderChances, 'expiresAtMs'>, receivedAtMs: number): number =>
  Math.max(expiresAtMs, receivedAtMs + CHANCE_LIFE_MS);

export function orderChances(runningCampaigns: readonly Campaign[], estateId: string | null): OrderChances[] {
  return runningCampaigns
    .filter((campaign) => isFor(campaign, estateId))
    .flatMap(({ campaignId, draw, endsAtMs }) =>
      draw ? [{ campaignId, drawId: draw.drawId, chances: draw.chancesPerOrder, expiresAtMs: endsAtMs }] : [],
    )
    .sort((a, b) => (a.drawId < b.drawId ? -1 : 1));
}

/** End of the last running campaign that reaches an estate outside the radius; null: none does. */
export function serviceWidenedUntilMs(runningCampaigns: readonly Campaign[], estateId: string): number | null {
  const ends = runningCampaigns.filter(({ widensTo }) => widensTo.includes(estateId)).map(({ endsAtMs }) => endsAtMs);
  return ends.length === 0 ? null : Math.max(...ends);
}

export interface BannerNow {
  readonly banner: CampaignBanner;
  /** End of its window today. */
  readonly endsAtMs: number | null;
}

export function bannerAt(campaign: Campaign, nowMs: number): BannerNow | null {
  const banner = campaign.banners.find(({ window }) => window === null || isInDailyWindows([window], nowMs));
  if (!banner) return null;
  if (!banner.window) return { banner, endsAtMs: null };
  return { banner, endsAtMs: startOfShanghaiDay(shanghaiDay(nowMs)) + banner.window.untilMinute * MINUTE_MS };
}
