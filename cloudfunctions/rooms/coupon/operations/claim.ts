import { claimOp, hashOf, parseRequestKey } from '../../../kernel/ids';
import { type Refusal, type Result, refuse } from '../../../kernel/result';
import { refusalByJournal, type Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { release, takeFromAny } from '../../../platform/holds/cells';
import { changeWallet, readWallet } from '../../../platform/holds/wallets';
import type { Call } from '../../../platform/room';
import { readHead } from '../../campaign';
import { answerUntaken, type ClaimAttempt, type ClaimOutcome, type ClaimReply, decideClaim } from '../domain/claim';
import { refusalByChannel, refusalByWindow } from '../domain/eligibility';
import { isPaused } from '../domain/pause';
import { type CouponChannel, type CouponTemplate, cellsFor, reserveOf } from '../domain/template';
import { isSuspect, noteRefusal } from './suspects';
import { templateOf } from './templates';

/** Claims of the coupon centre: 2 round trips when warm (protocol-of-holds.md, Claim). */
export function claim(
  context: ResidentContext,
  { templateId }: { readonly templateId: string },
  call: Call,
): Promise<Result<ClaimReply>> {
  return claimFor(context, templateId, 'centre', call.requestKey);
}

/**
 * Claims one coupon of a template through a channel, for this and other rooms (flyers, codes, events). The same key gives
 * the same reply; the same key for another template, channel or `cause` (a flyer's scene) is REQUEST_KEY_REUSED. `against`:
 * what that room finds in its own documents within the same wave; null: nothing is in the way.
 * Refusals: UNKNOWN_COUPON, COUPON_NOT_YET, COUPON_OVER, COUPON_GONE, COUPON_LIMIT, COUPON_NOT_FOR_YOU,
 * COUPON_WALLET_FULL, TIER_TOO_LOW, CAMPAIGN_PAUSED, BUDGET_GONE, TOO_MANY_TRIES, REQUEST_KEY_EXPIRED, BUSY.
 */
export async function claimFor(
  context: ResidentContext,
  templateId: string,
  source: CouponChannel,
  requestKey: string,
  cause = '',
  against: Promise<Refusal | null> = Promise.resolve(null),
): Promise<Result<ClaimReply>> {
  const key = parseRequestKey(requestKey);
  if (!key) return refuse('REQUEST_KEY_MALFORMED', {});
  const template = await templateOf(context, templateId);
  if (!template) return refuse('UNKNOWN_COUPON', { templateId });
  const attempt = {
    op: claimOp(context.residentId, requestKey),
    atMs: key.atMs,
    nowMs: context.nowMs,
    inputHash: hashOf('coupon.claim', templateId, source, cause),
    source,
    template,
  };
  const byTemplate = refusalByChannel(template, source) ?? refusalByWindow(template, context.nowMs);
  if (byTemplate) return decide(context, { ...attempt, cells: [], against: byTemplate });
  if (isSuspect(context)) {
    const early = answerUntaken(await readWallet(context.db, context.residentId), attempt);
    if (early) return early;
  }
  const [wallet, head, taken, refused] = await Promise.all([
    readWallet(context.db, context.residentId),
    readHead(context.db),
    takeAll(context, attempt),
    against,
  ]);
  const paused = isPaused(head, template.campaignId, template._id) ? refuse('CAMPAIGN_PAUSED', {}) : null;
  return decide(context, { ...attempt, cells: taken.cells, against: refused ?? paused ?? taken.against }, wallet);
}

interface Taken {
  readonly cells: readonly string[];
  readonly against: Refusal | null;
}

/** Takes a unit of the template and its reserve of the budget, at once. */
async function takeAll(
  { db, residentId }: ResidentContext,
  { op, atMs, template }: { readonly op: string; readonly atMs: number; readonly template: CouponTemplate },
): Promise<Taken> {
  const reserve = reserveOf(template);
  const [unit, budget] = await Promise.all([
    takeFromAny(db, cellsFor(template, op), { op, q: { n: 1 }, atMs, by: residentId }),
    reserve ? takeFromAny(db, [reserve.cellId], { op, q: reserve.q, atMs, by: residentId }) : null,
  ]);
  const cells = [unit, budget].flatMap((answer) => (answer && typeof answer === 'object' ? [answer.taken] : []));
  const answers = [unit, budget];
  // A cell's horizon has passed this key: the client makes a new one.
  if (answers.includes('too-old')) return { cells, against: refuse('REQUEST_KEY_EXPIRED', {}) };
  if (unit === 'refused') return { cells, against: refuse('COUPON_GONE', {}) };
  return { cells, against: budget === 'refused' ? refuse('BUDGET_GONE', {}) : null };
}

/** The wallet decides; only then is given back what its decision does not keep. */
async function decide(context: ResidentContext, attempt: ClaimAttempt, known?: Wallet): Promise<Result<ClaimReply>> {
  const { db, residentId } = context;
  let isFull = false;
  const decideOn = (wallet: Wallet) => {
    isFull = refusalByJournal(wallet) !== null;
    return decideClaim(wallet, attempt);
  };
  const answer = await changeWallet<ClaimOutcome>(db, residentId, decideOn, known);
  if (!answer.ok) return answer;
  const { reply, kept } = answer.data;
  if (!reply.ok) noteRefusal(context, isFull);
  const needless = kept === null ? [] : attempt.cells.filter((cellId) => !kept.includes(cellId));
  await Promise.all(needless.map((cellId) => release(db, cellId, attempt.op, attempt.atMs)));
  return reply;
}
