import type { Context } from '../../../platform/context';
import type { Db } from '../../../platform/db';
import { campaignsByHead, type Head, isFor, running } from '../../campaign';
import { type Programme, programmeVersionId } from '../domain/programme';
import { findProgramme } from '../store';

/** A version never changes, so a warm function keeps it. */
const warm = new WeakMap<Db, Map<string, Programme>>();

export async function programmeById({ db }: Pick<Context, 'db'>, id: string): Promise<Programme> {
  const known = warm.get(db) ?? new Map<string, Programme>();
  warm.set(db, known);
  const programme = known.get(id) ?? (await findProgramme(db, id));
  if (!programme) throw new Error(`programme ${id} was published and is not there`);
  known.set(id, programme);
  return programme;
}

/** The version in force of a campaign's programme; null: it has none. No round trip when warm. */
export async function programmeOf(context: Pick<Context, 'db'>, head: Head, campaignId: string) {
  const version = head.referralVersions?.[campaignId];
  return version === undefined ? null : programmeById(context, programmeVersionId(campaignId, version));
}

/** Whether a card of this campaign may bind just now; paused wins over ended, for it may go on. */
export function standingOf(
  head: Head,
  { campaignId, startsAtMs, endsAtMs }: Programme,
  nowMs: number,
): 'running' | 'paused' | 'over' {
  if (nowMs < startsAtMs || nowMs >= endsAtMs) return 'over';
  const here = head.campaigns[campaignId];
  return !here || head.stopped || here.paused ? 'paused' : 'running';
}

/** The programme that a resident of this estate takes part in now: of the first running campaign by id. Null: none runs. */
export async function programmeFor(
  context: Pick<Context, 'db' | 'nowMs'>,
  head: Head,
  estateId: string | null,
): Promise<Programme | null> {
  const campaigns = running(head, await campaignsByHead(context, head), context.nowMs)
    .filter((campaign) => isFor(campaign, estateId))
    .map(({ campaignId }) => campaignId)
    .sort();
  for (const campaignId of campaigns) {
    const programme = await programmeOf(context, head, campaignId);
    if (programme && standingOf(head, programme, context.nowMs) === 'running') return programme;
  }
  return null;
}
