import { type Refusal, type Result, refuse } from '../../../kernel/result';
import type { Context } from '../../../platform/context';
import { INTENT_LIFE_MS, type Order } from '../document';
import { staleIntents } from '../store';
import { eachOrder } from './each-order';
import { carryOutEffects } from './effects/carry-out';
import { settleEffects } from './effects/settle';
import { moveOrder } from './move';
import { type PlaceReply, replyOf, storedReply } from './reply';

/** Every cell that the order may have taken from. */
const plannedCells = (order: Order): string[] => order.wants.flatMap(({ cellIds }) => cellIds);

/** First the CAS on the order, then the releases: someone who flips meanwhile is the answer, and keeps what was taken. */
export async function abort(context: Context, order: Order, refusal: Refusal): Promise<Result<PlaceReply>> {
  const { order: now } = await moveOrder(context, order, {
    to: 'aborted',
    by: 'system',
    patch: {
      reply: storedReply(refusal),
      effects: settleEffects(order, plannedCells(order)),
      effectsDueAt: context.nowMs,
    },
  });
  if (now.state === 'aborted') await giveBack(context, now);
  return replyOf(now);
}

/** Releases whatever the aborted order took, also what was taken after its effects were done. */
export async function giveBack(context: Context, aborted: Order): Promise<void> {
  const effects = settleEffects(aborted, plannedCells(aborted));
  await carryOutEffects(context, { ...aborted, effects });
}

/** The timer never finishes an order intent: the resident has gone, and nobody agreed again (protocol-of-holds.md). */
export async function abortStaleIntents(context: Context): Promise<void> {
  const stale = await staleIntents(context.db, context.nowMs - INTENT_LIFE_MS);
  await eachOrder(context, 'abortStale', stale, (order) => abort(context, order, refuse('REQUEST_KEY_EXPIRED')));
}
