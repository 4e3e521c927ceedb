import { ok, type Result } from '../../../kernel/result';
import { isNewResident, type Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { readCells } from '../../../platform/holds/cells';
import { noteTouch } from '../../account';
import type { CardLandingView, Standing } from '../contract';
import { refusalByWallet, standing } from '../domain/bind';
import { type Card, channelIdOf, limitCellId } from '../domain/card';
import type { Programme } from '../domain/programme';
import { findReferral } from '../store';
import { readInviter, refusalBetween, refusalByLimits } from './circumstances';
import { faceOf } from './face';
import { type OpenedCard, openCard, runningProgramme } from './open-card';
import { underwayOf } from './underway';
import { programmeView } from './views';

/**
 * A card, poster or code is opened: keeps the channel and shows who invites, what both get and whether this resident can be
 * bound. Binds nothing, so that whoever only looks is nobody's. Two round trips when warm; a code that opens nothing changes
 * nothing. Refused as openCard and runningProgramme are.
 */
export async function land(
  context: ResidentContext,
  { scene }: { readonly scene: string },
): Promise<Result<CardLandingView>> {
  const opened = await openCard(context, scene);
  if (!opened.ok) return opened;
  const { card, head, wallet, known } = opened.data;
  const running = await runningProgramme(context, opened.data);
  if (!running.ok) return running;
  const programme = running.data;
  const [noted, inviter, shown] = await Promise.all([
    card.inviterId === context.residentId ? ok(null) : note(context, opened.data),
    faceOf(context, { head, wallet, estateId: known.resident?.estateId ?? null }, card, programme),
    standingFor(context, opened.data, programme),
  ]);
  if (!noted.ok) return noted;
  return ok({
    channelId: channelIdOf(card),
    inviter,
    programme: programmeView(programme),
    standing: shown,
    isNew: isNewResident(wallet),
  });
}

function note(context: ResidentContext, { card, wallet, known }: OpenedCard): Promise<Result<unknown>> {
  const touch = { channelId: channelIdOf(card), kind: 'card', estateId: card.estateId, atMs: context.nowMs } as const;
  return noteTouch(context, touch, { known, isNew: isNewResident(wallet) });
}

/** One round trip. A ring of more than two is found by binding. */
async function standingFor(
  context: ResidentContext,
  { card, wallet, invitee }: OpenedCard,
  programme: Programme,
): Promise<Standing> {
  if (card.inviterId === context.residentId) return { state: 'cannot', code: 'REFERRAL_SELF' };
  const bound = await boundStanding(context, wallet, card);
  if (bound) return bound;
  const byWallet = refusalByWallet(wallet, card._id, context.nowMs);
  if (byWallet) return { state: 'cannot', code: byWallet };
  const cellId = limitCellId(card._id);
  const [inviter, cells] = await Promise.all([readInviter(context, card.inviterId), readCells(context.db, [cellId])]);
  const left = cells.get(cellId)?.left ?? {};
  const code = refusalBetween(invitee, inviter) ?? refusalByLimits(left, programme, context.nowMs);
  return code ? { state: 'cannot', code } : { state: 'open' };
}

/** Bound by this very card; null: not. */
async function boundStanding(context: ResidentContext, wallet: Wallet, card: Card): Promise<Standing | null> {
  const bound = standing(wallet, context.nowMs);
  if (bound?.cardId !== card._id) return null;
  if (bound.state === 'rewarded') return { state: 'done' };
  const { referralId, untilMs, doubts } = bound;
  const [referral, underway] = await Promise.all([
    findReferral(context.db, referralId),
    underwayOf(context, [referralId]),
  ]);
  const isHeld = referral ? referral.state === 'held' : doubts.length > 0;
  return { state: isHeld ? 'held' : 'bound', untilMs, ordered: underway.has(referralId) };
}
