import { ok, type Result, refuse } from '../../../kernel/result';
import type { Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { blockedUntilMs, noteMiss } from '../../../platform/guesses';
import { readWallet } from '../../../platform/holds/wallets';
import { activeStaff } from '../../../platform/staff';
import { type Known, readKnown } from '../../account';
import { type Head, readHead } from '../../campaign';
import { type Card, channelIdOf, readScene } from '../domain/card';
import type { Programme } from '../domain/programme';
import { findCard } from '../store';
import { contactsOf, type Invitee } from './circumstances';
import { programmeOf, standingOf } from './programmes';

export interface OpenedCard {
  readonly card: Card;
  readonly head: Head;
  /** Of the one who opens it. */
  readonly wallet: Wallet;
  readonly known: Known;
  readonly invitee: Invitee;
}

/**
 * Looks a scene up for a resident. One round trip. Refused: TOO_MANY_TRIES (10 wrong codes in a minute close it for 10),
 * CARD_UNKNOWN: the same for a card that never was and for one whose second half is wrong.
 */
export async function openCard(context: ResidentContext, scene: string): Promise<Result<OpenedCard>> {
  const { db, residentId, nowMs } = context;
  const { cardId, secret } = readScene(scene);
  const [untilMs, found, head, wallet, known, staff] = await Promise.all([
    blockedUntilMs(db, residentId, nowMs),
    findCard(db, cardId),
    readHead(db),
    readWallet(db, residentId),
    readKnown(context, channelIdOf({ _id: cardId })),
    activeStaff(db, residentId),
  ]);
  if (untilMs !== null) return refuse('TOO_MANY_TRIES', { untilMs });
  if (!found || found.secret !== secret) {
    await noteMiss(context);
    return refuse('CARD_UNKNOWN', {});
  }
  const invitee = { residentId, isStaff: staff !== null, contacts: contactsOf(known.resident) };
  return ok({ card: found, head, wallet, known, invitee });
}

/** The programme that its campaign runs now. Refused: REFERRAL_OVER, CAMPAIGN_PAUSED. */
export async function runningProgramme(
  context: ResidentContext,
  { card, head }: Pick<OpenedCard, 'card' | 'head'>,
): Promise<Result<Programme>> {
  const programme = await programmeOf(context, head, card.campaignId);
  if (!programme) return refuse('REFERRAL_OVER', {});
  const standing = standingOf(head, programme, context.nowMs);
  if (standing === 'paused') return refuse('CAMPAIGN_PAUSED', {});
  return standing === 'over' ? refuse('REFERRAL_OVER', {}) : ok(programme);
}
