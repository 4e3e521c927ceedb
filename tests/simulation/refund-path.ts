import type { OrderView, RefundPreview } from '../../cloudfunctions/rooms/order/contract';
import { buyAndPay, type Walker, type Way } from './crash-path';

type Asked = { readonly refundNumber: string };
type Lines = readonly { readonly lineId: string; readonly units: number }[];

/** Null: refused, or nothing was heard. */
async function askFor(walker: Walker, orderId: string, lines: Lines, reason: 'missing' | 'quality') {
  const { street, ask } = walker;
  const preview = await ask('ann', 'order.refundPreview', { orderId, lines, reason, hasPictures: false });
  if (!preview?.ok) return null;
  const { expected } = preview.data as RefundPreview;
  const reply = await ask('ann', 'order.askRefund', { orderId, lines, reason, expected }, street.town.key());
  return reply?.ok ? (reply.data as Asked).refundNumber : null;
}

async function unitsLeft({ ask }: Walker, orderId: string): Promise<Lines | null> {
  const seen = await ask('ann', 'order.detail', { orderId });
  if (!seen?.ok) return null;
  const { paidLines } = seen.data as OrderView;
  return paidLines.flatMap(({ lineId, unitsLeft: units }) => (units > 0 ? [{ lineId, units }] : []));
}

/** A line is cancelled before dispatch; after receipt one unit goes back at once, the rest when support agrees. */
export const refundedInParts: Way = async (walker) => {
  const { street, watched, ask } = walker;
  const orderId = await buyAndPay(walker, 'ann');
  if (orderId === null) return false;
  await street.invoker.job('order.outbox');
  const cancelled = await watched(() => askFor(walker, orderId, [{ lineId: 'rice', units: 1 }], 'missing'));
  for (const to of ['picked', 'dispatched', 'delivered']) await ask('sam', 'order.move', { orderId, to });
  await ask('ann', 'order.receive', { orderId });
  return watched(async () => {
    const atOnce = await askFor(walker, orderId, [{ lineId: 'milk', units: 1 }], 'missing');
    const rest = await unitsLeft(walker, orderId);
    const last = rest && (await askFor(walker, orderId, rest, 'quality'));
    if (cancelled === null || atOnce === null || !last) return false;
    const decision = { orderId, refundNumber: last, decision: 'approve', answer: '好的' };
    return (await ask('sam', 'order.decideRefund', decision)) !== null;
  });
};
