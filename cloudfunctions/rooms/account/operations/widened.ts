import type { Context } from '../../../platform/context';
import { runningCampaigns, serviceWidenedUntilMs } from '../../campaign';
import type { Estate, WidenedUntilMs } from '../domain/estate';

/** Asks the campaigns only for estates outside the shop's own radius. */
export async function widenedUntilMs(context: Context, estate: Estate): Promise<WidenedUntilMs> {
  return estate.served ? null : serviceWidenedUntilMs(await runningCampaigns(context), estate._id);
}
