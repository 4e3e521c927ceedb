import type { StaffRole } from '../../platform/context';
import { operation, type Room, staffOperation } from '../../platform/room';
import { campaignContract, staffCampaignContract } from './contract';
import { listForStaff, setPaused, setStopped } from './operations/pause';
import { viewCampaign } from './operations/view';

export {
  campaignOf,
  campaignsByHead,
  campaignsSeen,
  rememberCampaigns,
  runningCampaigns,
} from './cache';
export type { Banner, CampaignCard } from './contract';
export type { Campaign, CampaignDraft, GiftGood, Standing } from './domain/campaign';
export {
  CHANCE_LIFE_MS,
  chanceUntilMs,
  giftsNear,
  isFor,
  type OrderChances,
  offersNear,
  orderChances,
  pointsAtOnce,
  running,
  serviceWidenedUntilMs,
  standingOf,
} from './domain/campaign';
export { chancesByDraw } from './domain/check';
export type { Head } from './domain/head';
export type { Names } from './operations/names';
export { publishCampaign } from './operations/publish';
export { bannerView, cardViews } from './operations/shown';
export { pointHeadToDraw, pointHeadToReferral, raiseCatalogVersion, readHead } from './store';

const WHO_MAY_STOP: readonly StaffRole[] = ['operator', 'owner'];

export const campaignRoom: Room = {
  resident: { 'campaign.view': operation(campaignContract['campaign.view'], viewCampaign) },
  staff: {
    'campaign.list': staffOperation(staffCampaignContract['campaign.list'], WHO_MAY_STOP, listForStaff),
    'campaign.pause': staffOperation(staffCampaignContract['campaign.pause'], WHO_MAY_STOP, (context, input) =>
      setPaused(context, input, true),
    ),
    'campaign.resume': staffOperation(staffCampaignContract['campaign.resume'], WHO_MAY_STOP, (context, input) =>
      setPaused(context, input, false),
    ),
    'campaign.stopAll': staffOperation(staffCampaignContract['campaign.stopAll'], WHO_MAY_STOP, setStopped),
  },
};
