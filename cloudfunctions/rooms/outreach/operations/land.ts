import { yyyymmdd } from '../../../kernel/period';
import { ok, type Result, refuse } from '../../../kernel/result';
import { isNewResident } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { estateFacts, noteTouch } from '../../account';
import { bannerView, type Campaign } from '../../campaign';
import { type TemplateView, templateFor } from '../../coupon';
import type { LandingView } from '../contract';
import { channelId, type Flyer } from '../domain/flyer';
import { firstVisit } from '../domain/visit';
import { countOn, insertVisit } from '../store';
import { openFlyer, scan } from './scan';

/**
 * A resident's scan. Keeps the channel, counts the person once, and shows the flyer's own offer. A code that opens
 * nothing changes nothing. Refused besides scan's and the flyer's own codes: FLYER_EXHAUSTED.
 */
export async function land(
  context: ResidentContext,
  { scene }: { readonly scene: string },
): Promise<Result<LandingView>> {
  const scanned = await scan(context, scene);
  if (!scanned.ok) return scanned;
  const { flyer, wallet } = scanned.data;
  const opened = await openFlyer(context, scanned.data);
  if (!opened.ok) return opened;
  const [template, estate] = await Promise.all([
    templateFor(context, wallet, flyer.templateId),
    estateFacts(context, flyer.estateId),
  ]);
  if (!template || template.state === 'gone') return refuse('FLYER_EXHAUSTED', {});
  const noted = await note(context, flyer);
  if (!noted.ok) return noted;
  const view = landingView(flyer, opened.data, template, estate?.baseFreightFen ?? 0, context.nowMs);
  return ok({ ...view, isNew: isNewResident(wallet) });
}

async function note(context: ResidentContext, flyer: Flyer): Promise<Result<unknown>> {
  const { db, residentId, nowMs } = context;
  const touch = { channelId: channelId(flyer), kind: 'flyer' as const, estateId: flyer.estateId, atMs: nowMs };
  const [noted, visit] = await Promise.all([
    noteTouch(context, touch),
    insertVisit(db, firstVisit(flyer._id, residentId, nowMs)),
  ]);
  if (visit === 'inserted') await countOn(db, flyer, 'scanned', yyyymmdd(nowMs));
  return noted;
}

function landingView(
  flyer: Flyer,
  campaign: Campaign,
  template: TemplateView,
  baseFreightFen: number,
  nowMs: number,
): Omit<LandingView, 'isNew'> {
  const banner = bannerView([campaign], nowMs);
  return {
    channelId: channelId(flyer),
    estateId: flyer.estateId,
    estateName: flyer.estateName,
    place: flyer.note,
    placeKind: flyer.place,
    campaignTitle: campaign.title,
    campaignLine: campaign.line,
    endsAtMs: Math.min(flyer.expiresAtMs, campaign.endsAtMs),
    template,
    goods: banner?.goods ?? [],
    bannerEndsAtMs: banner?.endsAtMs ?? null,
    firstOrderOffFen: parameterOf(campaign, 'first-order', 'offFen'),
    freeFreightFromFen: parameterOf(campaign, 'free-freight', 'fromFen'),
    baseFreightFen,
  };
}

/** The number of the campaign's first offer of that kind; null: it has none. */
function parameterOf(campaign: Campaign, kind: string, name: string): number | null {
  const offer = campaign.offers.find((each) => each.kind === kind);
  const value = (offer?.parameters as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'number' ? value : null;
}
