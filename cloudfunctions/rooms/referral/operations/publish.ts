import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context } from '../../../platform/context';
import { campaignOf, pointHeadToReferral, readHead } from '../../campaign';
import { couponPromises } from '../../coupon';
import { type Programme, type ProgrammeReward, programmeVersionId } from '../domain/programme';
import { type ProgrammeProblem, problemsOfProgramme } from '../domain/publish-check';
import { findProgramme, insertProgramme } from '../store';

/** A coupon is named by its template; what it promises is looked up and frozen by publishing. */
export type DraftReward =
  | Exclude<ProgrammeReward, { form: 'coupon' }>
  | { readonly form: 'coupon'; readonly templateId: string };

export type ProgrammeDraft = Omit<Programme, '_id' | 'inviterReward' | 'inviteeReward'> & {
  readonly inviterReward: DraftReward;
  readonly inviteeReward: DraftReward;
};

/**
 * Publishes a version of a campaign's referral programme. Doing it again changes nothing; an older version never comes back.
 * Refused: CAMPAIGN_UNKNOWN, PROGRAMME_UNSOUND {problems}.
 */
export async function publishProgramme(
  context: Pick<Context, 'db' | 'nowMs'>,
  draft: ProgrammeDraft,
): Promise<Result<Programme>> {
  const { db } = context;
  const { campaignId, version } = draft;
  const _id = programmeVersionId(campaignId, version);
  const present = await findProgramme(db, _id);
  if (!present) {
    const campaign = await campaignOf(context, await readHead(db), campaignId);
    if (!campaign) return refuse('CAMPAIGN_UNKNOWN', { campaignId });
    const { programme, unknown } = await frozen(context, draft, _id);
    const problems = [...unknown, ...(programme ? problemsOfProgramme(programme, campaign) : [])];
    if (problems.length > 0 || !programme) return refuse('PROGRAMME_UNSOUND', { problems });
    await insertProgramme(db, programme);
  }
  await pointHeadToReferral(db, campaignId, version);
  const published = await findProgramme(db, _id);
  if (!published) throw new Error(`programme ${_id} was inserted and is not there`);
  return ok(published);
}

const SIDES = ['inviterReward', 'inviteeReward'] as const;

async function frozen(context: Pick<Context, 'db' | 'nowMs'>, draft: ProgrammeDraft, _id: string) {
  const templateIds = SIDES.flatMap((side) => (draft[side].form === 'coupon' ? [draft[side].templateId] : []));
  const promises = await couponPromises(context, templateIds, 'card');
  const unknown: ProgrammeProblem[] = [];
  const rewardOf = (side: (typeof SIDES)[number]): ProgrammeReward | null => {
    const reward = draft[side];
    if (reward.form !== 'coupon') return reward;
    const promise = promises.get(reward.templateId);
    if (promise) return { form: 'coupon', promise };
    unknown.push({ code: 'COUPON_UNKNOWN', at: side });
    return null;
  };
  const [inviterReward, inviteeReward] = SIDES.map(rewardOf);
  const programme: Programme | null =
    inviterReward && inviteeReward ? { ...draft, _id, inviterReward, inviteeReward } : null;
  return { programme, unknown };
}
