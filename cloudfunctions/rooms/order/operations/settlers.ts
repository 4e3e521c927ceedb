import { refuse } from '../../../kernel/result';
import type { Context } from '../../../platform/context';
import type { HoldSettler, Settler, Verdict } from '../../../platform/holds/marks';
import { verdictOf } from '../domain/states';
import { findOrder } from '../store';
import { abort } from './abort';
import { captureHold, releaseHold } from './wallet-hold';

/**
 * What became of the order that this mark names. An intent is aborted first: it is older than any function that could
 * still work on it. A placed order decides later; one whose holds do not name this cell took it in vain.
 */
export const settleOrderMark: Settler = async (context, { cellId, mark }) =>
  verdictFor(context, mark.by, (holds) => holds.some((hold) => hold.cellId === cellId));

export const orderHolds: HoldSettler = {
  verdict: (context, orderId) => verdictFor(context, orderId, () => true),
  settle: (wallet, orderId, verdict, nowMs) =>
    verdict === 'capture' ? captureHold(wallet, orderId, nowMs) : releaseHold(wallet, orderId, nowMs),
};

async function verdictFor(
  context: Context,
  orderId: string,
  isNamed: (holds: readonly { readonly cellId: string }[]) => boolean,
): Promise<Verdict> {
  const order = await findOrder(context.db, orderId);
  if (!order) {
    context.log.error('mark-without-order', { orderId });
    return 'leave';
  }
  if (order.state === 'intent') {
    // Its effects release what it holds; a mark that they miss is settled at the next sweep.
    await abort(context, order, refuse('REQUEST_KEY_EXPIRED'));
    return 'leave';
  }
  const verdict = verdictOf(order.state);
  if (verdict === 'release' || !isNamed(order.holds ?? [])) return 'release';
  return verdict === 'capture' ? 'capture' : 'leave';
}
