import { ok, type Result, refuse } from '../../../kernel/result';
import type { Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { blockedUntilMs, noteMiss } from '../../../platform/guesses';
import { peekWallet } from '../../../platform/holds/wallets';
import { type Known, readKnown, rememberEstates } from '../../account';
import {
  type Campaign,
  campaignOf,
  standingOf as campaignStanding,
  type Head,
  readHead,
  rememberCampaigns,
} from '../../campaign';
import { channelOf, type Entry } from '../domain/entry';
import { codeKey, keyAtHand, mayBeOurs } from './key';
import { findEntry } from './look-up';

export interface Scanned {
  readonly entry: Entry;
  readonly wallet: Wallet;
  readonly head: Head;
  /** What is known of this resident and the code's channel. */
  readonly known: Known;
}

/**
 * Looks a code up for a resident. Refused: TOO_MANY_TRIES (10 wrong codes in a minute close it for 10), FLYER_UNKNOWN, the
 * same for a code that was never printed and one that is not ours. One round trip; a warm function tells a code that is
 * not ours without a look at any code in the database.
 */
export async function scan(context: ResidentContext, scene: string): Promise<Result<Scanned>> {
  const { db, residentId, nowMs } = context;
  const atHand = keyAtHand(db);
  if (atHand && !mayBeOurs(atHand, scene)) return missed(context);
  const [key, untilMs, entry, wallet, head, known] = await Promise.all([
    codeKey(context),
    blockedUntilMs(db, residentId, nowMs),
    findEntry(db, scene, nowMs),
    peekWallet(db, residentId),
    readHead(db),
    readKnown(context, channelOf(scene)),
    rememberEstates(context),
    rememberCampaigns(context),
  ]);
  if (untilMs !== null) return refuse('TOO_MANY_TRIES', { untilMs });
  if (entry && mayBeOurs(key, scene)) return ok({ entry, wallet, head, known });
  return missed(context);
}

async function missed(context: ResidentContext): Promise<Result<never>> {
  const untilMs = await noteMiss(context);
  return untilMs === null ? refuse('FLYER_UNKNOWN', {}) : refuse('TOO_MANY_TRIES', { untilMs });
}

/** The campaign that an open code leads into. Refused: the code's own refusal, FLYER_SLEEPING, FLYER_EXPIRED, CAMPAIGN_PAUSED. */
export async function openEntry(context: ResidentContext, { entry, head }: Scanned): Promise<Result<Campaign>> {
  if (entry.closed) return entry.closed;
  const campaign = await campaignOf(context, head, entry.campaignId);
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
