import type { Context } from '../../platform/context';
import type { Db } from '../../platform/db';
import { type Campaign, running, versionId } from './domain/campaign';
import type { Head } from './domain/head';
import { getVersions, readHead, unendedVersions } from './store';

/** Versions never change, so a warm function keeps them; one store's are never another's. */
const warm = new WeakMap<Db, Map<string, Campaign>>();

/** Versions that were stored before these fields existed named no gifts and no coupons. */
const whole = (campaign: Campaign): Campaign => ({ ...UNNAMED, ...campaign });
const UNNAMED = { pointsAtOnce: false, gifts: {}, coupons: {} };

/** Every campaign the head names. No round trip when warm, one when a version is new to this function. */
export async function campaignsByHead({ db }: Pick<Context, 'db'>, head: Head): Promise<Campaign[]> {
  const known = warm.get(db) ?? new Map<string, Campaign>();
  warm.set(db, known);
  const wanted = Object.entries(head.campaigns).map(([id, { version }]) => versionId(id, version));
  const missing = wanted.filter((id) => !known.has(id));
  if (missing.length > 0) for (const [id, campaign] of await getVersions(db, missing)) known.set(id, whole(campaign));
  return wanted.flatMap((id) => known.get(id) ?? []);
}

/** Those of them that this function knows already. */
export function campaignsSeen(db: Db, head: Head): Campaign[] {
  const known = warm.get(db);
  return Object.entries(head.campaigns).flatMap(([id, { version }]) => known?.get(versionId(id, version)) ?? []);
}

/**
 * Reads every version that has not ended, once a cold function. Started within the first wave, beside the head itself, it
 * spares the second one that `campaignsByHead` would need.
 */
export async function rememberCampaigns({ db, nowMs }: Pick<Context, 'db' | 'nowMs'>): Promise<void> {
  if (warm.has(db)) return;
  const versions = await unendedVersions(db, nowMs);
  const known = warm.get(db) ?? new Map<string, Campaign>();
  for (const campaign of versions) known.set(campaign._id, whole(campaign));
  warm.set(db, known);
}

export async function runningCampaigns(context: Pick<Context, 'db' | 'nowMs'>): Promise<Campaign[]> {
  const head = await readHead(context.db);
  return running(head, await campaignsByHead(context, head), context.nowMs);
}

/** The campaign in its version in force; null: never published. */
export async function campaignOf(
  context: Pick<Context, 'db'>,
  head: Head,
  campaignId: string,
): Promise<Campaign | null> {
  const campaigns = await campaignsByHead(context, head);
  return campaigns.find((campaign) => campaign.campaignId === campaignId) ?? null;
}
