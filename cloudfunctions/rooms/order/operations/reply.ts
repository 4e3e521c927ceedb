import type { OutputOf } from '../../../contract';
import { type Refusal, type Result, refuse } from '../../../kernel/result';
import type { orderContract } from '../contract';
import type { Order } from '../document';

export type PlaceReply = OutputOf<(typeof orderContract)['order.place']>;

/** Stored in the update that decides, so that the same key gets it again byte for byte. */
export const storedReply = (reply: { readonly ok: true; readonly data: PlaceReply } | Refusal): string =>
  JSON.stringify(reply);

/** What placing answered. An intent has not answered yet: its key asks again. */
export function replyOf(order: Order): Result<PlaceReply> {
  if (order.reply === undefined) return refuse('BUSY');
  return JSON.parse(order.reply) as Result<PlaceReply>;
}

export function placedReply({ _id, payableFen, deadlineAt }: Order): { ok: true; data: PlaceReply } {
  const state = payableFen === 0 ? 'paid' : 'placed';
  return { ok: true, data: { orderId: _id, state, payableFen, deadlineAtMs: deadlineAt } };
}
