import { MINUTE_MS } from '../../../kernel/period';
import type { Doubt } from '../../../kernel/referral';
import { type Refusal, type Result, refuse } from '../../../kernel/result';
import { refusalByJournal } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { readCell, readCells, release, releaseKnown, take } from '../../../platform/holds/cells';
import { openKeys } from '../../../platform/holds/open-cell';
import { changeWallet } from '../../../platform/holds/wallets';
import type { Call } from '../../../platform/room';
import {
  type BindAttempt,
  type BindOutcome,
  type BoundView,
  decideBind,
  refusalByWallet,
  replyOf,
  standing,
} from '../domain/bind';
import { bindingUnits, deviceHashOf, hasDay, limitCellId, limitOfDay } from '../domain/card';
import { type Programme, reserveOf, untilMsOf } from '../domain/programme';
import { bindOp } from '../domain/referral';
import { hasDevice } from '../store';
import { isRing, readInviter, refusalBetween, refusalByLimits } from './circumstances';
import { keepReferral } from './keep';
import { tellLiveCard } from './live-card';
import { type OpenedCard, openCard, runningProgramme } from './open-card';

interface Input {
  readonly scene: string;
  readonly deviceId: string;
}

/**
 * Binds a new resident to the card that brought them, by the protocol of claims: the resident's wallet decides. What needs
 * nothing taken is refused first; then the reserve of both rewards and one of the card's limits are taken, the wallet says yes
 * or no, and only then is anything given back. The same key gets the same reply; bound by this card already is no refusal.
 * Refused: a BindRefusal, CARD_UNKNOWN, TOO_MANY_TRIES, REFERRAL_OVER, CAMPAIGN_PAUSED, BUDGET_GONE, REQUEST_KEY_EXPIRED, BUSY.
 */
export async function bind(context: ResidentContext, input: Input, call: Call): Promise<Result<BoundView>> {
  const { residentId, nowMs } = context;
  const { atMs, inputHash } = call;
  const opened = await openCard(context, input.scene);
  if (!opened.ok) return opened;
  const { card, wallet } = opened.data;
  const op = bindOp(residentId, call.requestKey);
  const before = wallet.journal[op];
  if (before) return replyOf(before, inputHash);
  const running = await runningProgramme(context, opened.data);
  if (!running.ok) return running;
  const programme = running.data;
  const deviceHash = deviceHashOf(input.deviceId);
  const looked = await look(context, opened.data, programme, deviceHash);
  const binding = {
    ...{ referralId: op, cardId: card._id, inviterId: card.inviterId, programmeId: programme._id, deviceHash },
    ...{ boundAtMs: nowMs, untilMs: untilMsOf(nowMs), doubts: looked.doubts },
  };
  const untaken: BindAttempt = { op, atMs, nowMs, inputHash, binding, cells: [], against: looked.against };
  const attempt = looked.against ? untaken : await takeUnits(context, untaken, programme);
  return decide(context, opened.data, attempt, programme);
}

interface Looked {
  readonly doubts: readonly Doubt[];
  readonly against: Refusal | null;
}

/**
 * What is known before anything is taken: whoever comes to a full card, or tries all day, moves no counter. One round trip, one
 * more a step of a chain of invitations.
 */
async function look(
  context: ResidentContext,
  opened: OpenedCard,
  programme: Programme,
  deviceHash: string,
): Promise<Looked> {
  const { card, wallet, invitee } = opened;
  const { residentId, nowMs } = context;
  const no = (against: Refusal): Looked => ({ doubts: [], against });
  if (card.inviterId === residentId) return no(refuse('REFERRAL_SELF', {}));
  const byWallet = refusalByWallet(wallet, card._id, nowMs);
  if (byWallet) return no(refuse(byWallet, {}));
  // By this very card: the wallet says so itself.
  if (standing(wallet, nowMs)) return no(refuse('REFERRAL_BOUND_BEFORE', {}));
  const cellId = limitCellId(card._id);
  const [inviter, isKnownDevice, cells] = await Promise.all([
    readInviter(context, card.inviterId),
    hasDevice(context.db, deviceHash, residentId),
    readCells(context.db, [cellId]),
  ]);
  const tooMany = refusalByJournal(wallet);
  if (tooMany) return no(tooMany);
  const left = cells.get(cellId)?.left ?? {};
  const code = refusalBetween(invitee, inviter) ?? refusalByLimits(left, programme, nowMs);
  if (code) return no(refuse(code, {}));
  if (!hasDay(left, nowMs)) await openKeys(context.db, cellId, limitOfDay(programme, nowMs));
  if (await isRing(context, residentId, inviter)) return no(refuse('REFERRAL_RING', {}));
  const isSame = isKnownDevice || card.devices.includes(deviceHash);
  return { doubts: isSame ? ['SAME_DEVICE'] : [], against: null };
}

/** Suspicious from the sixth of one card within 10 minutes (rules.md section 4). */
const BURST_MS = 10 * MINUTE_MS;
const MOST_IN_BURST = 5;

/**
 * The limits' cell keeps every mark, so its mark is born now, whatever the phone's clock says, and its marks are the bindings of
 * the card by time: whoever has taken sees all that took before. Two round trips.
 */
async function takeUnits(
  { db, residentId, nowMs }: ResidentContext,
  attempt: BindAttempt,
  programme: Programme,
): Promise<BindAttempt> {
  const { op, atMs, binding } = attempt;
  const reserve = reserveOf(programme);
  const cellId = limitCellId(binding.cardId);
  const [limit, budget] = await Promise.all([
    take(db, { cellId, op, q: bindingUnits(nowMs), atMs: nowMs, by: residentId }),
    take(db, { cellId: reserve.cellId, op, q: reserve.q, atMs, by: residentId }),
  ]);
  const cells = [...(limit === 'taken' ? [cellId] : []), ...(budget === 'taken' ? [reserve.cellId] : [])];
  const { left, held } = await readCell(db, cellId);
  const taken = { ...attempt, cells };
  if (limit === 'refused') {
    const code = refusalByLimits(left, programme, nowMs) ?? 'REFERRAL_DAY_FULL';
    return { ...taken, against: refuse(code, {}) };
  }
  // The budget's horizon has passed this key: the client makes a new one.
  if (budget === 'too-old') return { ...taken, against: refuse('REQUEST_KEY_EXPIRED', {}) };
  if (budget === 'refused') return { ...taken, against: refuse('BUDGET_GONE', {}) };
  const others = Object.entries(held).filter(([other, { at, gave }]) => other !== op && !gave && at > nowMs - BURST_MS);
  if (others.length < MOST_IN_BURST) return taken;
  return { ...taken, binding: { ...binding, doubts: [...binding.doubts, 'BURST'] } };
}

/** The wallet decides; only then is given back what its decision does not keep, and the document is made. */
async function decide(
  context: ResidentContext,
  { card, wallet: known, known: { resident } }: OpenedCard,
  attempt: BindAttempt,
  programme: Programme,
): Promise<Result<BoundView>> {
  const { db, residentId } = context;
  const answer = await changeWallet<BindOutcome>(db, residentId, (wallet) => decideBind(wallet, attempt), known);
  if (!answer.ok) return answer;
  const { reply, kept, bound } = answer.data;
  const needless = kept === null ? [] : attempt.cells.filter((cellId) => !kept.includes(cellId));
  await Promise.all(needless.map((cellId) => giveBack(context, cellId, attempt)));
  if (bound)
    await Promise.all([keepReferral(context, residentId, bound, resident), tellLiveCard(context, card, programme)]);
  return reply;
}

/** A mark of the limits' cell has a birth of its own, which only the mark itself tells. */
async function giveBack({ db }: ResidentContext, cellId: string, { op, atMs, binding }: BindAttempt): Promise<void> {
  if (cellId !== limitCellId(binding.cardId)) {
    await release(db, cellId, op, atMs);
    return;
  }
  const cell = await readCell(db, cellId);
  const at = cell.held[op]?.at;
  if (at !== undefined) await releaseKnown(db, cell, op, at);
}
