import { type OutputOf, PAGE_ROWS, type Page, type ParsedInputOf } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import type { Call } from '../../../platform/room';
import { logStaffAction } from '../../../platform/staff';
import { allEstates } from '../../account';
import { templateOf } from '../../coupon';
import type { LinkView, staffOutreachContract } from '../contract';
import { linkIdOf, listKeyOf, setOf } from '../domain/batch';
import { codeOf } from '../domain/code';
import type { Link } from '../domain/link';
import { findLink, insertLink, newestFirst, retire } from '../store';
import { campaignNamed, refusalOfOffer } from './choices';
import { codeKey } from './key';
import { tally } from './tally';
import { linkViews } from './views';

type Contract = typeof staffOutreachContract;
type MakeInput = ParsedInputOf<Contract['outreach.makeLink']>;

/**
 * A code for a post, a blogger, a text message. Refused: ESTATE_UNKNOWN, CAMPAIGN_UNKNOWN, UNKNOWN_COUPON where the template is
 * not of that campaign or not to be claimed by link, BATCH_UNSOUND with the field, REQUEST_KEY_REUSED.
 */
export async function makeLink(
  context: StaffContext,
  input: MakeInput,
  call: Call,
): Promise<Result<OutputOf<Contract['outreach.makeLink']>>> {
  const { title, medium, campaignId, templateId, estateId, expiresAtMs } = input;
  const { db, nowMs, staffId } = context;
  const [estates, campaign, template, key] = await Promise.all([
    allEstates(context.db),
    campaignNamed(context, campaignId),
    templateId === undefined ? null : templateOf(context, templateId),
    codeKey(context),
  ]);
  const estate = estates.find(({ _id }) => _id === estateId) ?? null;
  if (estateId !== undefined && !estate) return refuse('ESTATE_UNKNOWN', {});
  if (!campaign) return refuse('CAMPAIGN_UNKNOWN', {});
  const unfit = templateId === undefined ? null : refusalOfOffer({ campaign, template, channel: 'link', expiresAtMs });
  if (unfit) return unfit;
  if (expiresAtMs <= nowMs || expiresAtMs > campaign.endsAtMs) return refuse('BATCH_UNSOUND', { field: 'expiresAtMs' });
  const _id = linkIdOf(staffId, call.requestKey);
  const link: Link = {
    ...{ _id, rev: 0, title, medium, campaignId, campaignTitle: campaign.title, expiresAtMs },
    ...{ templateId: template?._id ?? null, templateTitle: template?.title ?? null },
    ...{ estateId: estate?._id ?? null, estateName: estate?.name ?? null },
    ...{ madeAtMs: nowMs, listKey: listKeyOf(_id, nowMs), madeBy: staffId, inputHash: call.inputHash, state: 'open' },
  };
  if ((await insertLink(db, link)) === 'exists' && (await findLink(db, _id))?.inputHash !== call.inputHash)
    return refuse('REQUEST_KEY_REUSED', {});
  const after = { title, medium, campaignId, templateId: link.templateId, estateId: link.estateId, expiresAtMs };
  await logStaffAction(context, { operation: 'outreach.makeLink', target: _id, before: null, after });
  return ok({ linkId: _id, scene: codeOf(key.secretHex, { set: setOf(_id), number: 0 }) });
}

export async function links(
  context: StaffContext,
  { cursor }: { readonly cursor?: string | undefined },
): Promise<Result<Page<LinkView>>> {
  await tally(context);
  const found = await newestFirst<Link>(context.db, 'channelLinks', cursor, PAGE_ROWS + 1);
  const shown = found.slice(0, PAGE_ROWS);
  const next = found.length > PAGE_ROWS ? (shown.at(-1)?.listKey ?? null) : null;
  return ok({ rows: await linkViews(context, shown), next });
}

/** Refused: LINK_UNKNOWN. Retiring it twice is no error. */
export async function retireLink(
  context: StaffContext,
  { linkId }: { readonly linkId: string },
): Promise<Result<LinkView>> {
  const isDone = await retire(context.db, 'channelLinks', linkId);
  const link = await findLink(context.db, linkId);
  if (isDone) {
    const states = { before: { state: 'open' }, after: { state: 'retired' } };
    await logStaffAction(context, { operation: 'outreach.retireLink', target: linkId, ...states });
  }
  const [view] = link ? await linkViews(context, [link]) : [];
  return view ? ok(view) : refuse('LINK_UNKNOWN', {});
}
