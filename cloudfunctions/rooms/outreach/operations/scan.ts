import { ok, type Result, refuse } from '../../../kernel/result';
import type { Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { blockedUntilMs, noteMiss } from '../../../platform/guesses';
import { readWallet } from '../../../platform/holds/wallets';
import { type Campaign, campaignOf, standingOf as campaignStanding, type Head, readHead } from '../../campaign';
import { type Flyer, refusalOf, standingOf } from '../domain/flyer';
import { findFlyer } from '../store';

export interface Scanned {
  readonly flyer: Flyer;
  readonly wallet: Wallet;
  readonly head: Head;
}

/**
 * Looks a code up for a resident. Refused: TOO_MANY_TRIES (10 wrong codes in a minute close it for 10), FLYER_UNKNOWN.
 * One round trip; the same for a code that was never printed and one that is not ours.
 */
export async function scan(context: ResidentContext, scene: string): Promise<Result<Scanned>> {
  const { db, residentId, nowMs } = context;
  const [untilMs, flyer, wallet, head] = await Promise.all([
    blockedUntilMs(db, residentId, nowMs),
    findFlyer(db, scene),
    readWallet(db, residentId),
    readHead(db),
  ]);
  if (untilMs !== null) return refuse('TOO_MANY_TRIES', { untilMs });
  if (flyer) return ok({ flyer, wallet, head });
  await noteMiss(context);
  return refuse('FLYER_UNKNOWN', {});
}

/** The campaign that an active flyer leads into. Refused: FLYER_SLEEPING, _RETIRED, _EXPIRED, CAMPAIGN_PAUSED. */
export async function openFlyer(context: ResidentContext, { flyer, head }: Scanned): Promise<Result<Campaign>> {
  const refusal = refusalOf(standingOf(flyer, context.nowMs));
  if (refusal) return refusal;
  const campaign = await campaignOf(context, head, flyer.campaignId);
  switch (campaign ? campaignStanding(head, campaign, context.nowMs) : 'unknown') {
    case 'running':
      return campaign ? ok(campaign) : refuse('FLYER_SLEEPING', {});
    case 'paused':
      return refuse('CAMPAIGN_PAUSED', {});
    case 'ended':
      return refuse('FLYER_EXPIRED', {});
    default:
      return refuse('FLYER_SLEEPING', {});
  }
}
