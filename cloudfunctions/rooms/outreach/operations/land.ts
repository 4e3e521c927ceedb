import { ok, type Result, refuse } from '../../../kernel/result';
import { isNewResident } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { type EstateFacts, estateFacts, noteTouch } from '../../account';
import { bannerView, type Campaign } from '../../campaign';
import { type TemplateView, templateFor } from '../../coupon';
import type { LandingView } from '../contract';
import { type Entry, originOf, touchOf } from '../domain/entry';
import { openEntry, type Scanned, scan } from './scan';

/**
 * A resident's scan. Keeps the channel and the visit, and shows what the code brings. A code that opens nothing changes
 * nothing; one whose coupons are gone was a way in all the same. 2 round trips when warm. Refused besides scan's and the
 * code's own refusals: FLYER_EXHAUSTED.
 */
export async function land(
  context: ResidentContext,
  { scene }: { readonly scene: string },
): Promise<Result<LandingView>> {
  const scanned = await scan(context, scene);
  if (!scanned.ok) return scanned;
  const { entry, wallet } = scanned.data;
  const opened = await openEntry(context, scanned.data);
  if (!opened.ok) return opened;
  const [template, estate, noted] = await Promise.all([
    entry.templateId === null ? null : templateFor(context, wallet, entry.templateId),
    entry.estateId === null ? null : estateFacts(context, entry.estateId),
    note(context, scanned.data),
  ]);
  if (!noted.ok) return noted;
  if (entry.templateId !== null && (!template || template.state === 'gone')) return refuse('FLYER_EXHAUSTED', {});
  const view = landingView(entry, opened.data, { template, estate }, context.nowMs);
  return ok({ ...view, isNew: isNewResident(wallet) });
}

/** The channel, and the visit that its funnel counts. */
function note(context: ResidentContext, { entry, wallet, known }: Scanned) {
  const arrival = { origin: originOf(entry), isNew: isNewResident(wallet), known };
  return noteTouch(context, touchOf(entry, context.nowMs), arrival);
}

function landingView(
  entry: Entry,
  campaign: Campaign,
  { template, estate }: { readonly template: TemplateView | null; readonly estate: EstateFacts | null },
  nowMs: number,
): Omit<LandingView, 'isNew'> {
  const banner = bannerView([campaign], nowMs);
  return {
    channelId: entry.channelId,
    kind: entry.kind,
    estateId: entry.estateId,
    estateName: entry.estateName,
    place: entry.note,
    placeKind: entry.place,
    campaignTitle: campaign.title,
    campaignLine: campaign.line,
    endsAtMs: Math.min(entry.expiresAtMs, campaign.endsAtMs),
    template,
    goods: banner?.goods ?? [],
    bannerEndsAtMs: banner?.endsAtMs ?? null,
    firstOrderOffFen: parameterOf(campaign, 'first-order', 'offFen'),
    freeFreightFromFen: parameterOf(campaign, 'free-freight', 'fromFen'),
    baseFreightFen: estate?.baseFreightFen ?? null,
  };
}

/** The number of the campaign's first offer of that kind; null: it has none. */
function parameterOf(campaign: Campaign, kind: string, name: string): number | null {
  const offer = campaign.offers.find((each) => each.kind === kind);
  const value = (offer?.parameters as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'number' ? value : null;
}
