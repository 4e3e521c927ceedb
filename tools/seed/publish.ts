import { residentId } from '../../cloudfunctions/kernel/ids';
import { DAY_MS, HOUR_MS, shanghaiDay, startOfShanghaiDay } from '../../cloudfunctions/kernel/period';
import type { Result } from '../../cloudfunctions/kernel/result';
import type { Context } from '../../cloudfunctions/platform/context';
import { publishEstate, publishStaff } from '../../cloudfunctions/rooms/account';
import { publishCampaign } from '../../cloudfunctions/rooms/campaign';
import { campaignNames, publishCatalog } from '../../cloudfunctions/rooms/catalog';
import { publishCode, publishTemplate } from '../../cloudfunctions/rooms/coupon';
import { publishDraw } from '../../cloudfunctions/rooms/draw';
import { printBatch } from '../../cloudfunctions/rooms/outreach';
import { publishProgramme } from '../../cloudfunctions/rooms/referral';
import { LAUNCH, launchCampaign, type RunTime } from './data/campaign';
import { moreCampaigns } from './data/campaigns';
import { couponTemplates, REDEEM_CODE, TEMPLATES } from './data/coupons';
import { launchDraw } from './data/draw';
import { ESTATES, LAKESIDE, OSMANTHUS } from './data/estates';
import { CATEGORIES, PRODUCTS } from './data/goods';
import { STAFF } from './data/people';
import { launchReferral } from './data/referral';

/** Publishing needs the database, a clock and chance; nothing of it calls WeChat. */
export type Publishing = Pick<Context, 'db' | 'nowMs' | 'random'>;

export interface Published {
  /** Codes of the two batches, in the order of their numbers; all asleep. */
  readonly scenes: { readonly osmanthus: readonly string[]; readonly lakeside: readonly string[] };
}

const FLYERS_A_BATCH = 20;

function orThrow<T>(result: Result<T>, what: string): T {
  if (!result.ok) throw new Error(`${what}: ${result.code} ${JSON.stringify(result.detail)}`);
  return result.data;
}

/**
 * Everything that no resident and no staff operation makes yet: estates, staff, goods, the campaigns with their coupons
 * and draw, and printed flyers. Each room's own publish function does it, with the checks that the operator will meet.
 */
export async function publish(context: Publishing, appid: string, time: RunTime): Promise<Published> {
  for (const estate of ESTATES) orThrow(await publishEstate(context, estate), estate.name);
  for (const { openid, name, roles } of STAFF)
    orThrow(await publishStaff(context, { _id: residentId(appid, openid), name, roles, active: true }), name);
  orThrow(await publishCatalog(context, { categories: CATEGORIES, products: PRODUCTS, firstShelf: 1 }), 'catalogue');
  for (const template of couponTemplates(time)) await publishTemplate(context, template);
  orThrow(await publishCampaign(context, launchCampaign(time), campaignNames(context)), 'campaign');
  await publishCode(context, REDEEM_CODE, { templateId: TEMPLATES.code, ...time });
  orThrow(await publishDraw(context, launchDraw(time)), 'draw');
  orThrow(await publishProgramme(context, launchReferral(time)), 'referral');
  for (const draft of moreCampaigns(time))
    orThrow(await publishCampaign(context, draft, campaignNames(context)), draft.title);
  const [osmanthus, lakeside] = [
    orThrow(await printBatch(context, batchOf(OSMANTHUS, time), making(OSMANTHUS)), 'flyers'),
    orThrow(await printBatch(context, batchOf(LAKESIDE, time), making(LAKESIDE)), 'flyers'),
  ];
  return { scenes: { osmanthus: osmanthus.scenes, lakeside: lakeside.scenes } };
}

function batchOf(estateId: string, time: RunTime) {
  return {
    title: '新邻居礼传单',
    size: FLYERS_A_BATCH,
    format: 'flyer' as const,
    estateId,
    estateName: ESTATES.find(({ _id }) => _id === estateId)?.name ?? '',
    campaignId: LAUNCH,
    campaignTitle: launchCampaign(time).title,
    templateId: TEMPLATES.hello60,
    templateTitle: couponTemplates(time).find(({ _id }) => _id === TEMPLATES.hello60)?.title ?? '',
    promoterId: null,
    promoterName: null,
    expiresAtMs: time.endsAtMs,
  };
}

const making = (estateId: string) => ({ cause: ['seed', estateId], madeBy: 'seed', inputHash: estateId });

/**
 * The launch runs from the midnight before its history to 22:00 two weeks after now: a month behind it, and time to look at
 * it running. Whole hours, because its rules are read by people.
 */
export function runTimeAround(nowMs: number, historyMs = 31 * DAY_MS): RunTime {
  const startsAtMs = startOfShanghaiDay(shanghaiDay(nowMs - historyMs));
  return { startsAtMs, endsAtMs: startOfShanghaiDay(shanghaiDay(nowMs) + 14) + 22 * HOUR_MS };
}
