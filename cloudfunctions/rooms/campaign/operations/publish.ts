import { budgetCellId } from '../../../kernel/cell';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context } from '../../../platform/context';
import { openMerchantCells } from '../../../platform/holds/merchants';
import { openCell, openKeys } from '../../../platform/holds/open-cell';
import { campaignOf } from '../cache';
import { type Campaign, type CampaignDraft, versionId } from '../domain/campaign';
import { problemsOfCampaign, problemsOfChange } from '../domain/check';
import { ensureHead, insertVersion, pointHeadTo, readHead } from '../store';
import { lookUpNames, type Names, NO_NAMES } from './names';

/**
 * Puts one version of a campaign in force: checked, what its offers name of other rooms frozen into it, its budget cell
 * opened (once; later versions keep what is left and bring counters for their new offers) and its merchants' accounts, the
 * version stored, then the head pointed to it. Refused with CAMPAIGN_UNSOUND and every problem.
 */
export async function publishCampaign(
  context: Pick<Context, 'db'>,
  draft: CampaignDraft,
  names: Names = NO_NAMES,
): Promise<Result<{ readonly versionId: string }>> {
  const { db } = context;
  const head = await readHead(db);
  const soundness = problemsOfCampaign(draft);
  if (soundness.length > 0) return refuse('CAMPAIGN_UNSOUND', { problems: soundness });
  const { gifts, coupons, problems: unknown } = await lookUpNames(draft, head, names);
  const campaign: Campaign = { ...draft, _id: versionId(draft.campaignId, draft.version), gifts, coupons };
  const inForce = await campaignOf(context, head, draft.campaignId);
  const problems = [...unknown, ...(inForce ? problemsOfChange(inForce, campaign) : [])];
  if (problems.length > 0) return refuse('CAMPAIGN_UNSOUND', { problems });
  const cellId = budgetCellId(campaign.campaignId);
  const [opened] = await Promise.all([
    openCell(db, cellId, budgetOf(campaign)),
    ensureHead(db),
    openMerchantCells(db, merchantsOf(campaign), campaign.startsAtMs),
  ]);
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

/** Who bears a part of one of its offers. */
const merchantsOf = ({ offers }: Campaign): string[] => offers.flatMap(({ funding }) => Object.keys(funding ?? {}));
