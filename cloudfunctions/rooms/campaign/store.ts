import { above, absent, add, below, type Db, set } from '../../platform/db';
import type { Campaign } from './domain/campaign';
import { EMPTY_HEAD, type Head } from './domain/head';

export async function readHead(db: Db): Promise<Head> {
  return (await db.get<Head>('heads', 'head')) ?? EMPTY_HEAD;
}

/** The head must exist before it can be changed field by field. */
export async function ensureHead(db: Db): Promise<void> {
  await db.insert('heads', EMPTY_HEAD);
}

export function getVersions(db: Db, ids: readonly string[]): Promise<Map<string, Campaign>> {
  return db.getMany<Campaign>('campaigns', ids);
}

/** More versions than this that have not ended: the rest is read by the head's names. */
const MOST_UNENDED = 100;

export function unendedVersions(db: Db, nowMs: number): Promise<Campaign[]> {
  return db.find<Campaign>('campaigns', {
    where: { endsAtMs: above(nowMs) },
    orderBy: [['endsAtMs', 'asc']],
    limit: MOST_UNENDED,
  });
}

export function insertVersion(db: Db, campaign: Campaign): Promise<'inserted' | 'exists'> {
  return db.insert('campaigns', campaign);
}

/**
 * Names the version in force, never an older one than before. What is paused stays paused: publishing mends a campaign, and
 * only the stop switch lets it run again.
 */
export async function pointHeadTo(db: Db, campaignId: string, version: number): Promise<void> {
  const first = { campaigns: { [campaignId]: absent() } };
  const fresh = { campaigns: { [campaignId]: set({ version, paused: false, pausedOffers: {} }) } };
  if (await db.update('heads', { _id: 'head', ...first }, fresh)) return;
  const older = { campaigns: { [campaignId]: { version: below(version) } } };
  await db.update('heads', { _id: 'head', ...older }, { campaigns: { [campaignId]: { version } } });
}

export function pauseCampaignInHead(db: Db, campaignId: string, paused: boolean): Promise<boolean> {
  return db.update('heads', { _id: 'head' }, { campaigns: { [campaignId]: { paused } } });
}

export function pauseOfferInHead(db: Db, campaignId: string, offerId: string, paused: boolean): Promise<boolean> {
  return db.update('heads', { _id: 'head' }, { campaigns: { [campaignId]: { pausedOffers: { [offerId]: paused } } } });
}

export function stopInHead(db: Db, stopped: boolean): Promise<boolean> {
  return db.update('heads', { _id: 'head' }, { stopped });
}

export function raiseCatalogVersion(db: Db): Promise<boolean> {
  return db.update('heads', { _id: 'head' }, { catalogVersion: add(1) });
}

/** A version by its number, never an older one than before: two publishers at once name the same one. */
export async function pointHeadToDraw(db: Db, drawId: string, version: number): Promise<void> {
  const drawVersions = { [drawId]: version };
  const first = { _id: 'head', drawVersions: { [drawId]: absent() } };
  if (await db.update('heads', first, { drawVersions })) return;
  await db.update('heads', { _id: 'head', drawVersions: { [drawId]: below(version) } }, { drawVersions });
}

/** A version of a campaign's referral programme, never an older one than before. */
export async function pointHeadToReferral(db: Db, campaignId: string, version: number): Promise<void> {
  const referralVersions = { [campaignId]: version };
  const first = { _id: 'head', referralVersions: { [campaignId]: absent() } };
  if (await db.update('heads', first, { referralVersions })) return;
  await db.update('heads', { _id: 'head', referralVersions: { [campaignId]: below(version) } }, { referralVersions });
}
