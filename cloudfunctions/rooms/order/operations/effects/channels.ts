import type { Order } from '../../document';
import { type Effects, effect } from './kinds';

/** Carried out by the outreach room, which counts what each channel brought. */
const PAID = 'channel.paid';

/**
 * A paid order counts for the channel that the resident came by last within the 7 days before it was placed (product.md A4);
 * none where they came by themselves.
 */
export function channelEffects(order: Pick<Order, '_id' | 'residentId' | 'channels'>, nowMs: number): Effects {
  const { _id: orderId, residentId, channels } = order;
  const channelId = channels.lastChannelId;
  if (channelId === null) return {};
  return { channel: effect(PAID, channelId, `cp_${orderId}`, nowMs, { residentId, orderId }) };
}
