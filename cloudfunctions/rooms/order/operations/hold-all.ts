import type { Result } from '../../../kernel/result';
import type { Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { NoAnswer } from '../../../platform/db';
import { takeFromAny } from '../../../platform/holds/cells';
import { changeWallet, type WalletDecision } from '../../../platform/holds/wallets';
import type { CellHold, HeldInWallet, Order, Want } from '../document';
import { abort, giveBack } from './abort';
import { paidEffects } from './effects/on-paid';
import { settleEffects } from './effects/settle';
import { moveOrder } from './move';
import { refusalFor } from './refused';
import { type PlaceReply, placedReply, replyOf, storedReply } from './reply';
import { heldBy, holdForOrder } from './wallet-hold';

/** What one want met. */
export interface WantAnswer {
  readonly want: Want;
  readonly answer: CellHold | 'refused' | 'too-old';
}

/**
 * Steps 3 and 4 of placing: one wave of takes and the wallet, then the flip. Safe to run for the same intent any number
 * of times at once: a mark that is found counts.
 */
export async function holdAll(context: ResidentContext, order: Order, known?: Wallet): Promise<Result<PlaceReply>> {
  const [cells, wallet] = await Promise.all([
    allAnswers(order.wants.map((want) => takeWant(context, order, want))),
    holdInWallet(context, order, known),
  ]);
  if (!wallet.ok && wallet.code === 'BUSY') throw new NoAnswer(`wallet of order ${order._id}`);
  const holds = cells.flatMap(({ answer }) => (typeof answer === 'string' ? [] : [answer]));
  if (holds.length === cells.length && wallet.ok) return flip(context, order, holds, wallet.data);
  const refusal = await refusalFor(context, order, cells);
  return abort(context, order, refusal);
}

/** Waits for all of a wave before a lost answer is reported: nothing of this call runs on behind its reply. */
async function allAnswers<T>(requests: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(requests);
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

async function takeWant({ db }: ResidentContext, order: Order, want: Want): Promise<WantAnswer> {
  const take = { op: order._id, q: want.q, atMs: order.at, by: order._id };
  const answer = await takeFromAny(db, want.cellIds, take);
  return { want, answer: typeof answer === 'string' ? answer : { cellId: answer.taken, q: want.q } };
}

/** `known`: the wallet as the first wave read it, which saves a round trip where nobody wrote meanwhile. */
function holdInWallet(context: ResidentContext, order: Order, known?: Wallet): Promise<Result<HeldInWallet>> {
  const { _id: orderId, at, walletWant } = order;
  const holding = { orderId, at, nowMs: context.nowMs, ...walletWant };
  const decide = (wallet: Wallet): WalletDecision<HeldInWallet> => {
    const held = heldBy(wallet, orderId);
    if (held) return { keep: held };
    const taken = holdForOrder(wallet, holding);
    if (!taken.ok) return taken;
    const value = heldBy(taken.data, orderId);
    if (!value) throw new Error(`order ${orderId} holds nothing in a wallet that it changed`);
    return { write: taken.data, value };
  };
  return changeWallet(context.db, order.residentId, decide, known);
}

/** intent → placed, or → paid where there is nothing to pay, with everything that was held and what this call answers. */
async function flip(
  context: ResidentContext,
  order: Order,
  holds: readonly CellHold[],
  heldInWallet: HeldInWallet,
): Promise<Result<PlaceReply>> {
  const isFree = order.payableFen === 0;
  const cellIds = holds.map(({ cellId }) => cellId);
  const { moved, order: now } = await moveOrder(context, order, {
    to: isFree ? 'paid' : 'placed',
    by: 'resident',
    patch: {
      holds,
      heldInWallet,
      reply: storedReply(placedReply(order)),
      effects: {
        ...settleEffects(order, cellIds),
        ...(isFree ? paidEffects(order, context.nowMs) : {}),
      },
      ...(isFree ? { paidAtMs: context.nowMs, effectsDueAt: context.nowMs } : {}),
    },
  });
  if (now.state === 'intent') throw new NoAnswer(`flip of order ${order._id}`);
  // Someone aborted before the flip: what was taken after that goes back; the order's state is the answer.
  if (!moved && now.state === 'aborted') await giveBack(context, now);
  return replyOf(now);
}
