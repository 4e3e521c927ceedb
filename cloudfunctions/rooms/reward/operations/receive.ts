import type { ParsedInputOf } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { Context, ResidentContext } from '../../../platform/context';
import { raiseAlert } from '../../../platform/staff';
import type { MyPayout, rewardContract, TransferRequest } from '../contract';
import { ALERT_AFTER_MS, afterFacts, askAgainAt, movedTo, outBillNo, type Payout } from '../domain/payout';
import { myPayout } from '../domain/views';
import { findPayout } from '../store';
import { changePayout, payoutUnknown } from './change-payout';

type Contract = typeof rewardContract;
type Received = { readonly payout: MyPayout; readonly transfer: TransferRequest | null };

/** What the resident reads in WeChat's transfer. */
const REMARK = '邻礼奖励';

/**
 * The resident takes the money: WeChat Pay transfers only to whom asks for it, by the OPENID of the call. Written down first, then
 * asked, always under the number of the document: asked twice, or with its answer lost, it is one transfer. Safe to repeat.
 * PAYOUT_UNKNOWN, PAYOUT_STATE {state}, PAYOUT_NOT_SET_UP.
 */
export async function receivePayout(
  context: ResidentContext,
  { payoutId }: ParsedInputOf<Contract['reward.receivePayout']>,
): Promise<Result<Received>> {
  const found = await findPayout(context.db, payoutId);
  if (!found || found.residentId !== context.residentId) return payoutUnknown();
  const begun = await changePayout(context, found, (now) => begin(context, now));
  if (!begun.ok) return begun;
  return ok(received(context, await settle(context, begun.data)));
}

function begin({ nowMs, openid, pay }: ResidentContext, payout: Payout) {
  if (payout.state === 'sending' || payout.state === 'waiting' || payout.state === 'paid') return payout;
  if (pay.merchant === null) return refuse('PAYOUT_NOT_SET_UP', {});
  if (payout.state !== 'confirmed' && payout.state !== 'returned')
    return refuse('PAYOUT_STATE', { state: payout.state });
  const sending = movedTo(payout, 'sending', { atMs: nowMs, by: 'resident', who: null }, { openid, why: null });
  return { ...sending, askAt: askAgainAt(sending, nowMs) };
}

function received({ pay: { merchant } }: ResidentContext, payout: Payout): Received {
  const { state, packageInfo } = payout;
  const isWaiting = state === 'waiting' && packageInfo !== null && merchant !== null;
  const transfer = isWaiting ? { mchId: merchant.merchantId, appId: merchant.appId, package: packageInfo } : null;
  return { payout: myPayout(payout), transfer };
}

/**
 * Asks WeChat Pay how the transfer stands, and for the transfer where it knows of none. No answer: it stays as it is, and is asked
 * again, by the number.
 */
export async function settle(context: Context, payout: Payout): Promise<Payout> {
  if (payout.state !== 'sending' && payout.state !== 'waiting') return payout;
  const facts = await factsOf(context, payout);
  if (facts === null) return payout;
  await alertBy(context, payout, facts.amountFen);
  const number = outBillNo(payout);
  const changed = await changePayout(context, payout, (now) => {
    const isSame = (now.state === 'sending' || now.state === 'waiting') && outBillNo(now) === number;
    return isSame ? afterFacts(now, facts, context.nowMs) : now;
  });
  return changed.ok ? changed.data : payout;
}

/** Null: nothing is known. A transfer that WeChat knows is never asked for again. */
async function factsOf({ pay, log }: Context, payout: Payout) {
  const number = outBillNo(payout);
  try {
    const known = await pay.queryTransfer(number);
    if (known.state !== 'unknown' || payout.openid === null) return known;
    const { openid, fen: amountFen } = payout;
    const answer = await pay.transfer({ outBillNo: number, openid, amountFen, remark: REMARK });
    if (!('refused' in answer)) return answer;
    // It refuses a number that it took before, too: what it knows of the number is what counts.
    const now = await pay.queryTransfer(number);
    return now.state === 'unknown' ? { ...now, state: 'failed' as const, reason: answer.refused } : now;
  } catch (error) {
    log.error('transfer-later', { payoutId: payout._id, why: String(error) });
    return null;
  }
}

/** Before the payout is moved: a function that dies between the two tells it twice, which is one alert. */
async function alertBy(context: Context, payout: Payout, amountFen: number): Promise<void> {
  const number = outBillNo(payout);
  const detail = { payoutId: payout._id, fen: payout.fen, amountFen };
  if (amountFen !== 0 && amountFen !== payout.fen) await raiseAlert(context, 'PAYOUT_AMOUNT_DIFFERS', number, detail);
  if (context.nowMs - (payout.timeline.sending?.atMs ?? payout.at) >= ALERT_AFTER_MS)
    await raiseAlert(context, 'PAYOUT_WAITS', number, detail);
}
