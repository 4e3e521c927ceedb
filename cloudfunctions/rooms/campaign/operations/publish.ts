import { budgetCellId } from '../../../kernel/cell';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context } from '../../../platform/context';
import { openCell, openKeys } from '../../../platform/holds/open-cell';
import { campaignOf } from '../cache';
import { type Campaign, versionId } from '../domain/campaign';
import { problemsOfCampaign, problemsOfChange } from '../domain/check';
import { ensureHead, insertVersion, pointHeadTo, readHead } from '../store';

/**
 * Puts one version of a campaign in force: checked, its budget cell opened (once; later versions keep what is left
 * and bring counters for their new offers),
 * the version stored, then the head pointed to it. Refused with CAMPAIGN_UNSOUND and every problem.
 */
export async function publishCampaign(
  context: Pick<Context, 'db'>,
  draft: Omit<Campaign, '_id'>,
): Promise<Result<{ readonly versionId: string }>> {
  const campaign: Campaign = { _id: versionId(draft.campaignId, draft.version), ...draft };
  const { db } = context;
  const inForce = await campaignOf(context, await readHead(db), draft.campaignId);
  const problems = [...problemsOfCampaign(campaign), ...(inForce ? problemsOfChange(inForce, campaign) : [])];
  if (problems.length > 0) return refuse('CAMPAIGN_UNSOUND', { problems });
  const cellId = budgetCellId(campaign.campaignId);
  const [opened] = await Promise.all([openCell(db, cellId, budgetOf(campaign)), ensureHead(db)]);
  if (opened === 'exists') await openKeys(db, cellId, budgetOf(campaign));
  await insertVersion(db, campaign);
  await pointHeadTo(db, campaign.campaignId, campaign.version);
  return ok({ versionId: campaign._id });
}

/**
 * The counters of a campaign's money: its own, and one for each offer, so that a hold takes from both in one update. An
 * offer without a cap of its own gets the campaign's.
 */
function budgetOf({ campaignId, offers, budget }: Campaign): { [key: string]: number } {
  const caps = offers.map(({ offerId }) => [offerId, budget.offerCapsFen[offerId] ?? budget.capFen]);
  return { ...Object.fromEntries(caps), [campaignId]: budget.capFen };
}
