import type { Context } from '../../../platform/context';
import type { Payout } from '../domain/payout';
import { payoutsToAsk } from '../store';
import { settle } from './receive';

/** So many failures in a row, and the pay platform is taken for silent: each costs a connection its seconds. */
const SILENT_AFTER = 5;

/** The timer's part: transfers whose turn it is, one after the other; the rest is due again next minute. */
export async function askTransfersDue(context: Context): Promise<void> {
  let failedInARow = 0;
  for (const payout of await payoutsToAsk(context.db, context.nowMs)) {
    if (failedInARow >= SILENT_AFTER) return;
    failedInARow = (await hadNews(context, payout)) ? 0 : failedInARow + 1;
  }
}

async function hadNews(context: Context, payout: Payout): Promise<boolean> {
  try {
    return (await settle(context, payout)) !== payout;
  } catch (error) {
    context.log.error('payout-later', { payoutId: payout._id, why: String(error) });
    return false;
  }
}
